import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { Editor, rewrite } from "../../editor";
import type { Directive } from "../../ipc/generated/Directive";
import type { DraftView } from "../../ipc/generated/DraftView";
import type { Edit } from "../../ipc/generated/Edit";
import type { Finding } from "../../ipc/generated/Finding";
import type { Resolution } from "../../ipc/generated/Resolution";
import { dayOf } from "../../lib/days";
import { readDay } from "./dates";
import { toldOf, withDeadline } from "./chips";
import { leave, take } from "./desk";
import { type Call, DraftState } from "./drafting.svelte";
import { dropped, shifted, worstOf } from "./structure";
import { editorWords } from "./words";

const directive = (id: string, text: string, more: Partial<Directive> = {}): Directive => ({
  id,
  text,
  lead: null,
  addressee: null,
  deadlines: [],
  indicators: [],
  references: [],
  source: null,
  ...more,
});
const group = (id: string, heading: string, ...directives: Directive[]): Resolution["sections"][0]["groups"][0] => ({
  id,
  number: null,
  heading,
  addressees: [],
  bodies: [],
  partners: [],
  deadlines: [],
  directives,
  source: null,
});
const resolution: Resolution = {
  schema: "svod-resolution/1" as Resolution["schema"],
  kind: "resolution",
  draft: true,
  title: "Резолюция форума",
  event: { name: null, theme: null, held_on: [], municipality: null, region: null },
  adopted_on: "2027-08-26",
  adoption: null,
  place: null,
  preamble: ["Обсудив"],
  sections: [
    {
      id: "s1",
      title: null,
      findings: [],
      problems: [],
      lead_in: null,
      groups: [
        group("g1", "Школам", directive("d1", "провести смотр"), directive("d2", "открыть музей")),
        group("g2", "Управлению", directive("d3", "издать сборник")),
      ],
    },
    { id: "s2", title: "Вторая", findings: [], problems: [], lead_in: null, groups: [group("g3", "")] },
  ],
  closing: [],
  unplaced: [],
  diagnostics: [],
};
const deadline = {
  phrase: "до 1 октября 2027 года",
  from: null,
  to: "2027-10-01",
  kind: "by_date" as const,
  recurrence: null,
  inherited_from: null,
};
const finding = (more: Partial<Finding>): Finding => ({
  rule: "weak-verb",
  severity: "warning",
  section: null,
  group: "g1",
  directive: "d1",
  part: { part: "text" },
  range: [0, 8],
  quote: "провести",
  args: { verb: "провести" },
  fix: { kind: "replace", text: "организовать" },
  ...more,
});

/** A back end that keeps edits in a list, and fails as long as it is told to. */
function backend() {
  const calls: { name: string; request: unknown }[] = [];
  const state = { kept: 0, fails: null as string | null, findings: [] as Finding[], refused: [] as string[], stored: resolution };
  const call = async (name: string, request: { after?: number; edits?: Edit[] }): Promise<unknown> => {
    calls.push({ name, request });
    switch (name) {
      case "draft_open":
      case "revision_restore": {
        const view = { card: { id: "x", revision: 3 }, resolution: state.stored, kept: state.kept, carry: null, ancestors: {} };
        return view as unknown as DraftView;
      }
      case "draft_edit": {
        if (state.fails) throw { code: state.fails, args: {}, detail: null };
        if (request.after !== state.kept) throw { code: "draft-changed", args: {}, detail: null };
        state.kept += 1;
        const said = (request.edits ?? []).flatMap((edit) => (edit.edit === "set_directive" ? [edit.directive] : []));
        const directives = said.map((each) => (each.text.includes("1 октября") ? { ...each, deadlines: [deadline] } : each));
        return { kept: state.kept, at: "2027-08-01T11:32:00Z", directives, groups: [] };
      }
      case "advice_ignore":
      case "draft_check": {
        if (name === "advice_ignore") state.refused.push((request as { advice: { place: string } }).advice.place);
        const findings = state.findings.filter(({ directive: at }) => !state.refused.includes(at ?? ""));
        return { findings, refused: state.refused.length, kept: state.kept };
      }
      case "advice_ignore_nothing":
        state.refused = [];
        return { findings: state.findings, refused: 0, kept: state.kept };
      case "document_revisions":
        return [{ number: 4, name: null, made_at: "2027-08-01T11:32:00Z" }, { number: 3, name: null, made_at: "2027-08-01T11:30:00Z" }];
      default:
        return {};
    }
  };
  const edits = (): Edit[] => calls.filter(({ name }) => name === "draft_edit").flatMap(({ request }) => (request as { edits: Edit[] }).edits);
  return { call: call as unknown as Call, calls, state, edits };
}

async function opened(back = backend()) {
  const draft = new DraftState("x", back.call);
  await draft.open();
  let count = 0;
  const editor = new Editor(document.body, {
    resolution: draft.resolution as Resolution,
    host: { words: editorWords(), newId: () => `new${(count += 1)}`, chip: () => undefined, paste: () => undefined },
  });
  draft.connect(editor);
  const type = (id: string, text: string): void => {
    // Nothing is drawn here, so nothing can be scrolled to.
    editor.run(rewrite(id, (words) => ({ from: words.length, to: words.length, text })));
  };
  return { back, draft, editor, type };
}

beforeEach(() => vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  document.body.replaceChildren();
});

describe("a draft", () => {
  it("keeps what is typed and shows what was understood of it", async () => {
    const { draft, type, back } = await opened();
    expect(draft.withoutDeadline).toBe(3);
    type("d1", " до 1 октября 2027 года");
    await vi.advanceTimersByTimeAsync(500);
    expect(back.edits()).toHaveLength(1);
    expect(draft.withoutDeadline).toBe(2);
    expect(document.querySelector('[data-id="d1"] .ed-chip')?.textContent).toMatch(/^до 1/);
    expect(draft.toldAt("d1", 0)?.meaning.is).toBe("deadline");
  });

  it("is checked when the keyboard rests, not while it is used", async () => {
    const { type, back } = await opened();
    const checks = (): number => back.calls.filter(({ name }) => name === "draft_check").length;
    expect(checks()).toBe(1);
    type("d1", " а");
    await vi.advanceTimersByTimeAsync(500);
    type("d1", "б");
    await vi.advanceTimersByTimeAsync(500);
    expect(checks()).toBe(1);
    await vi.advanceTimersByTimeAsync(700);
    expect(checks()).toBe(2);
  });

  it("keeps its text when nothing can be written, and keeps it over a change from elsewhere", async () => {
    const { draft, editor, type, back } = await opened();
    back.state.fails = "disk-full";
    type("d1", " вскоре");
    await vi.advanceTimersByTimeAsync(500);
    expect(draft.keeper?.error).toMatchObject({ code: "disk-full" });
    expect(editor.resolution.sections[0]?.groups[0]?.directives[0]?.text).toBe("провести смотр вскоре");
    back.state.fails = null;
    back.state.kept = 5;
    await vi.advanceTimersByTimeAsync(2000);
    expect(draft.keeper?.stale).toBe(true);
    await draft.keepMine();
    expect(draft.keeper?.error).toBeNull();
    expect(back.edits().at(-1)).toMatchObject({ edit: "set_directive", directive: { text: "провести смотр вскоре" } });
  });

  it("goes back to a revision and can come back from it", async () => {
    const { draft, editor, back } = await opened();
    back.state.stored = { ...resolution, preamble: ["Раньше"] };
    back.state.kept = 9;
    expect(await draft.restore(1)).toBe(3);
    expect(editor.resolution.preamble).toEqual(["Раньше"]);
    expect(draft.revisions.newest).toBe(4);
  });

  it("mends what a rule knows how to mend, as one step of undo", async () => {
    const back = backend();
    back.state.findings = [finding({}), finding({ rule: "no-deadline", severity: "error", directive: "d3", group: "g2", range: null, quote: null, part: null, fix: null })];
    const { draft, editor } = await opened(back);
    draft.mark();
    expect(draft.checking.list.map(({ rule }) => rule)).toEqual(["no-deadline", "weak-verb"]);
    const weak = draft.checking.list[1];
    expect(weak && draft.mend(weak)).toBe(true);
    expect(editor.resolution.sections[0]?.groups[0]?.directives[0]?.text).toBe("организовать смотр");
    editor.commands.undo();
    expect(editor.resolution.sections[0]?.groups[0]?.directives[0]?.text).toBe("провести смотр");
  });

  it("walks the advice round the end and passes over what is said", async () => {
    const back = backend();
    back.state.findings = [finding({}), finding({ directive: "d2", quote: "открыть" })];
    const { draft } = await opened(back);
    const { checking } = draft;
    expect(checking.walk(1)?.place).toBe("d1");
    expect(checking.walk(1)?.place).toBe("d2");
    expect(checking.walk(1)?.place).toBe("d1");
    expect(checking.walk(-1)?.place).toBe("d2");
    if (checking.current) await checking.refuse(checking.current);
    expect([checking.list.length, checking.refused, checking.current?.place]).toEqual([1, 1, "d1"]);
    await checking.run();
    expect(checking.list).toHaveLength(1);
    await checking.allowAll();
    expect(checking.list).toHaveLength(2);
  });
});

describe("leaving a draft", () => {
  it("keeps the rest before it closes, and opens anew only behind that", async () => {
    const { draft, type, back } = await opened();
    type("d1", " скоро");
    const closed = vi.fn();
    leave(draft, closed);
    const again = take("x", back.call);
    await vi.advanceTimersByTimeAsync(0);
    expect(await again).not.toBe(draft);
    expect(closed).toHaveBeenCalledOnce();
    expect(back.calls.map(({ name }) => name).slice(-4)).toEqual(["draft_edit", "draft_close", "draft_open", "draft_check"]);
  });

  it("holds on to a text that cannot be written until somebody comes back", async () => {
    const { draft, type, back } = await opened();
    back.state.fails = "disk-full";
    type("d1", " скоро");
    leave(draft, () => undefined);
    await vi.advanceTimersByTimeAsync(0);
    expect(await take("x", back.call)).toBe(draft);
  });
});

describe("the structure", () => {
  it("moves groups over the edge of their section", () => {
    expect(shifted(resolution, "g1", 1)).toEqual({ target: "s1", index: 1 });
    expect(shifted(resolution, "g2", 1)).toEqual({ target: "s2", index: 0 });
    expect(shifted(resolution, "g3", -1)).toEqual({ target: "s1", index: 2 });
    expect(shifted(resolution, "s1", -1)).toBeNull();
  });

  it("knows where a dragged part is dropped", () => {
    expect(dropped(resolution, "g1", "g2", true)).toEqual({ target: "s1", index: 1 });
    expect(dropped(resolution, "g2", "g1", false)).toEqual({ target: "s1", index: 0 });
    expect(dropped(resolution, "g1", "s2", false)).toEqual({ target: "s2", index: 0 });
    expect(dropped(resolution, "s1", "g3", true)).toEqual({ target: null, index: 1 });
    expect(dropped(resolution, "g1", "title", true)).toBeNull();
  });

  it("shows the worst that was found in a part", async () => {
    const back = backend();
    back.state.findings = [finding({}), finding({ severity: "error", directive: "d3" })];
    const { draft } = await opened(back);
    const worst = worstOf(resolution, draft.checking.list);
    expect([worst.get("g1"), worst.get("g2"), worst.get("s1"), worst.get("g3")]).toEqual(["warning", "error", "error", undefined]);
  });
});

describe("a deadline in words", () => {
  it("takes the place of the phrase, or stands before the final mark", () => {
    const put = (text: string, phrase: string | null, words: string): string => {
      const { from, to, text: now } = withDeadline(text, phrase, words);
      return text.slice(0, from) + now + text.slice(to);
    };
    expect(put("издать сборник до мая;", "до мая", "до 1 июня")).toBe("издать сборник до 1 июня;");
    expect(put("издать сборник;", null, "до 1 июня")).toBe("издать сборник до 1 июня;");
    expect(put("издать сборник до мая и раздать", "до мая", "")).toBe("издать сборник и раздать");
  });

  it("is a chip, and its absence as well", () => {
    const told = toldOf(directive("d", "сделать"), undefined);
    expect(told[0]?.chip).toMatchObject({ kind: "deadline", missing: true });
  });

  it("has what stands beside its words, and in a plan the lack of it", () => {
    const said = (told: ReturnType<typeof toldOf>): string[] =>
      told.filter(({ meaning }) => meaning.is === "beside").map(({ chip }) => `${chip.kind} ${chip.label}${chip.missing ? " ?" : ""}`);
    const plan = { others: ["Финансирование", "Место"], bare: true };
    const known = { ...directive("d", "издать приказ"), addressee: "Дом творчества", result: "приказ", cells: ["", "школа № 1"] };
    // The word in the text is another thing than the one beside it.
    expect(said(toldOf(known, undefined))).toEqual(["result приказ", "addressee Дом творчества"]);
    expect(said(toldOf(known, undefined, plan))).toEqual([
      "result приказ",
      "addressee Дом творчества",
      "cell Финансирование… ?",
      "cell Место: школа № 1",
    ]);
    expect(said(toldOf(directive("d", "сделать"), undefined))).toEqual([]);
    const bare = { others: [], bare: true };
    expect(said(toldOf(directive("d", "сделать"), undefined, bare))).toEqual(["result результат… ?", "addressee исполнитель… ?"]);
    expect(said(toldOf(directive("d", "сделать"), undefined, { ...bare, bare: false }))).toEqual(["result результат… ?"]);
    // Whom the words name is edited in the words.
    const named = { ...directive("d", "МУ «ИМЦ» провести смотр"), addressee: "МУ «ИМЦ»" };
    expect(said(toldOf(named, undefined))).toEqual([]);
  });
});

describe("a day as text", () => {
  it("is read as people write it", async () => {
    expect(dayOf("26.08.2027")).toBe("2027-08-26");
    expect(dayOf(" 1.9.27 ")).toBe("2027-09-01");
    expect(dayOf("31.06.2027")).toBeNull();
    const read = (): Promise<typeof deadline> => Promise.resolve(deadline);
    expect(await readDay("1 октября 2027 г.", read)).toBe("2027-10-01");
    expect(await readDay("", read)).toBeNull();
    expect(await readDay("31.06.2027", read)).toBeUndefined();
  });
});
