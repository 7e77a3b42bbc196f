// The editor alone on a page, for the tests of the engine: no window, no program behind it.
import "../../../ui/src/styles/tokens.css";
import "../../../ui/src/styles/base.css";
import "../../../ui/src/editor/editor.css";
import "./page.css";
import { type Chip, Editor, type Host, toDoc, toResolution } from "../../../ui/src/editor";
import sample from "../../../ui/src/editor/sample.json";
import type { Resolution } from "../../../ui/src/ipc/generated/Resolution";

const desk = document.querySelector("#desk") as HTMLElement;
const said: unknown[] = [];
const told: unknown[] = [];
const host: Host = {
  words: {
    label: "Текст резолюции",
    handle: "Переместить: Alt+↑ или Alt+↓",
    draft: "Проект",
    heading: ({ title, event }) => ({ kind: "РЕЗОЛЮЦИЯ", of: title, theme: event.theme ?? "" }),
    date: (iso) =>
      new Date(`${iso}T00:00:00`).toLocaleDateString("ru", { dateStyle: "long" }),
    hints: {
      preamble: "Преамбула",
      closing: "Заключение и подписи",
      section_title: "Название секции",
      finding: "Что установлено",
      problem: "В чём трудность",
      lead_in: "Участники рекомендуют:",
      group_head: "Кому",
      directive: "Что сделать",
      lead: "Общая фраза подпунктов",
    },
  },
  newId: () => crypto.randomUUID().replaceAll("-", ""),
  chip: (...args) => said.push(["chip", args[0], args[1]]),
  paste: (paragraphs) => said.push(["paste", paragraphs]),
  tabLeaves: (leaves) => said.push(["tab", leaves]),
};

let editor: Editor | null = null;

/** Shows a resolution in a new editor. */
function open(resolution: Resolution): Editor {
  editor?.destroy();
  editor = new Editor(desk, { resolution, host });
  editor.setFacts(factsOf(resolution));
  // As in the window, every change is told in the model's edits.
  editor.onChange((edits) => told.push(...edits));
  return editor;
}

function factsOf(resolution: Resolution): Map<string, Chip[]> {
  const all = resolution.sections.flatMap((each) => each.groups).flatMap((each) => each.directives);
  return new Map(
    all.map((each) => [
      each.id,
      [
        ...(each.deadlines.length > 0
          ? each.deadlines.map((due): Chip => ({ kind: "deadline", label: due.phrase }))
          : [{ kind: "deadline", label: "срок…", missing: true } as Chip]),
        ...each.indicators.map((goal): Chip => ({ kind: "indicator", label: goal.phrase })),
        ...each.references.map((act): Chip => ({ kind: "reference", label: act.canonical })),
      ],
    ]),
  );
}

/** A resolution of so many directives, ten to a group. */
function made(count: number): Resolution {
  const blank = sample as unknown as Resolution;
  const [first] = blank.sections;
  const items = first!.groups.flatMap((each) => each.directives).filter((each) => !each.lead);
  const id = (kind: string, i: number): string => `${kind}${i}`.padStart(32, "0");
  const groups = Array.from({ length: Math.ceil(count / 10) }, (_, g) => ({
    ...first!.groups[g % first!.groups.length]!,
    id: id("g", g),
    directives: Array.from({ length: Math.min(10, count - g * 10) }, (_, d) => ({
      ...items[(g * 10 + d) % items.length]!,
      id: id("d", g * 10 + d),
    })),
  }));
  return { ...blank, sections: [{ ...first!, groups }] };
}

/** Times from each pressed key until what it did is painted, as the page itself sees them. */
const times: number[] = [];
document.addEventListener(
  "keydown",
  (event) => {
    const start = performance.now();
    if (["Control", "Shift", "Alt"].includes(event.key)) return;
    requestAnimationFrame(() => setTimeout(() => times.push(performance.now() - start)));
  },
  true,
);

const drawAll = (yes: boolean): boolean => document.body.classList.toggle("everything-drawn", yes);

Object.assign(window, {
  svod: { open, made, sample, said, toDoc, toResolution, times, drawAll, editor: () => editor },
});
document.documentElement.dataset.ready = "true";
