import { describe, expect, test } from "vitest";
import { blocks } from "../blocks";
import type { Editor } from "../editor";
import sample from "../sample.json";
import type { Resolution } from "../../ipc/generated/Resolution";
import { caret, directive, editorOf, group, press, resolution, section, small, type } from "../testing";
import { numbered } from "./numbering";
import { toDoc } from "../convert";
import { REACH } from "./window";
import { textPlaces, type EditorFinding } from "./findings";

const insert = (editor: Editor, text: string): void =>
  editor.view.dispatch(editor.state.tr.insertText(text));
const shown = (editor: Editor, selector: string): HTMLElement[] => [
  ...editor.view.dom.querySelectorAll<HTMLElement>(selector),
];

describe("ids", () => {
  test("are given to what comes without one, and of two alike the later gets a new one", () => {
    const twins = resolution([section("s", [group("g", "h", [directive("a"), directive("a"), directive("")])])]);
    const editor = editorOf(twins);
    editor.view.dispatch(editor.state.tr.insert(editor.doc.content.size - 4, []));
    const ids = editor.resolution.sections[0]?.groups[0]?.directives.map((each) => each.id);
    expect(ids?.[0]).toBe("a");
    expect(ids?.[1]).toBe("n1");
    expect(editor.history.undo).toBe(false);
  });

  test("stay when a split is undone and done again", () => {
    const editor = editorOf(small());
    caret(editor, "They met.", 0);
    caret(editor, "found", 0);
    caret(editor, "a", 1);
    press(editor, "Enter");
    const id = editor.current;
    editor.commands.undo();
    editor.commands.redo();
    expect(editor.current).toBe(id);
  });
});

describe("numbers", () => {
  const printed = (from: Resolution): string[] => numbered(toDoc(from)).map(({ number }) => number);

  // The cases of `model/src/numbering.rs`; a lead shows the number its sub-items share.
  test("of sub-items are those of their lead, and each session restarts", () => {
    const items = [directive("a"), directive("b", "b", "Sum up:"), directive("c", "c", "Sum up:"), directive("d")];
    const sessions = [section("s1", [group("g1", "Schools", items)]), section("s2", [group("g2", "Schools", [directive("e")])])];
    expect(printed(resolution(sessions))).toEqual(["1.", "1.1.", "1.2.", "1.2. а)", "1.2. б)", "1.3.", "1.", "1.1."]);
  });

  // The cases of `model/src/session.rs`.
  test("of sessions of one kind are dealt out in their order", () => {
    const called = (id: string, words: string, number?: string): ReturnType<typeof section> =>
      section(id, [], { title: id, called: number === undefined ? { words } : { words, number } });
    const sessions = [called("a", "Section", "№ 12"), called("b", "Table"), called("c", "Section", "№ 3"), called("d", "Stage", "IV"), called("e", "Stage", "I")];
    expect(printed(resolution(sessions))).toEqual(["Section № 3", "Table", "Section № 12", "Stage I", "Stage IV"]);
  });

  test("of directives without a heading stand on a level with the groups", () => {
    const two = (id: string, heading: string): ReturnType<typeof group> => group(id, heading, [directive(`${id}1`), directive(`${id}2`)]);
    const groups = [two("a", ""), two("b", "Schools"), two("c", "")];
    expect(printed(resolution([section("s", groups)]))).toEqual(["1.", "1.", "2.", "3.", "3.1.", "3.2.", "4.", "4.", "5."]);
  });

  test("follow every change on the page and stay out of the text", () => {
    const editor = editorOf(small());
    const marks = (): string[] => shown(editor, "[data-number]").map((each) => each.dataset.number ?? "");
    expect(marks()).toEqual(numbered(editor.doc).map(({ number }) => number));
    const deeds = [
      () => press(editor, "Enter"),
      () => insert(editor, "x"),
      () => press(editor, "Tab"),
      () => editor.commands.moveTo("a", "g2", 0),
      () => editor.commands.remove("g1"),
      () => editor.commands.undo(),
    ];
    caret(editor, "a", 1);
    for (const deed of deeds) {
      deed();
      expect(marks()).toEqual(numbered(editor.doc).map(({ number }) => number));
    }
    expect(editor.view.dom.textContent).not.toContain("1.1.");
  });

  test("leave out the letters Russian lists leave out", () => {
    const many = Array.from({ length: 26 }, (_, i) => directive(`d${i}`, "x", "lead"));
    const marks = numbered(toDoc(resolution([section("s", [group("g", "h", many)])]))).slice(2);
    expect(marks.map(({ mark }) => mark).join("")).toBe("а)б)в)г)д)е)ж)и)к)л)м)н)п)р)с)т)у)ф)х)ц)ш)щ)э)ю)я)26)");
  });
});

test("the blocks around the caret are drawn, across the borders of groups", () => {
  const editor = editorOf(sample as unknown as Resolution);
  const list = blocks(editor.doc);
  for (const at of [0, 20, list.length - 1]) {
    editor.focus();
    const place = list[at] as (typeof list)[number];
    caret(editor, place.node.textContent, 0);
    const cur = shown(editor, ".cur");
    const from = Math.max(0, at - REACH);
    const to = Math.min(list.length - 1, at + REACH);
    expect(cur.length).toBe(to - from + 1);
    expect(shown(editor, ".is-current").map((each) => each.textContent)).toEqual([place.node.textContent]);
  }
});

test("empty blocks say what belongs there until somebody types", () => {
  const editor = editorOf(small());
  caret(editor, "a", 1);
  press(editor, "Enter");
  expect(shown(editor, ".ed-directive.is-empty").map((each) => each.dataset.hint)).toEqual(["hint directive"]);
  expect(shown(editor, ".ed-lead-in.is-empty").length).toBe(1);
  insert(editor, "x");
  expect(shown(editor, ".ed-directive.is-empty")).toEqual([]);
});

describe("findings", () => {
  const finding = (more: Partial<EditorFinding>): EditorFinding => ({
    key: "k",
    severity: "error",
    place: "a",
    part: { part: "text" },
    range: [0, 1],
    quote: "a",
    ...more,
  });

  test("mark their words, counted in UTF-16 units", () => {
    const editor = editorOf(resolution([section("s", [group("g", "h", [directive("a", "So 😀 by May")])])]));
    editor.setFindings([finding({ range: [6, 12], quote: "by May" })]);
    expect(shown(editor, ".ed-mark--error").map((each) => each.textContent)).toEqual(["by May"]);
  });

  test("are dropped when their words are not there, at once and after an edit", () => {
    const editor = editorOf(small());
    editor.setFindings([finding({ key: "stale", quote: "z" }), finding({}), finding({ key: "e", place: "e", quote: "e" })]);
    expect(shown(editor, ".ed-mark").length).toBe(2);
    caret(editor, "a", 0);
    insert(editor, "so ");
    expect(editor.showFinding("k")).toBe(true);
    expect(editor.state.selection.from - editor.state.selection.$from.start()).toBe(3);
    insert(editor, "b");
    expect(editor.showFinding("k")).toBe(false);
    expect(editor.showFinding("e")).toBe(true);
  });

  test("find every text a rule can speak of", () => {
    const doc = toDoc(small());
    const names = [...textPlaces(doc)].map(([name, pos]) => `${name.trim()} = ${doc.nodeAt(pos)?.textContent}`);
    expect(names).toContain("preamble 0 = They met.");
    expect(names).toContain("closing 1 = Signed.");
    expect(names).toContain("s1 finding 0 = found");
    expect(names).toContain("s2 problem 0 = trouble");
    expect(names).toContain("s1 section-title = One");
    expect(names).toContain("s1 lead-in = therefore");
    expect(names).toContain("g2 heading = Second");
    expect(names).toContain("c lead = lead:");
    expect(names).toContain("c text = c");
  });

  test("can be highlighted and mended", () => {
    const editor = editorOf(small());
    editor.setFindings([finding({}), finding({ key: "e", place: "e", quote: "e" })]);
    editor.setActiveFinding("e");
    expect(shown(editor, ".ed-mark.is-active").map((each) => each.textContent)).toEqual(["e"]);
    expect(editor.replaceFinding("e", "")).toBe(true);
    expect(editor.resolution.sections[0]?.groups[1]?.directives[0]?.text).toBe("");
    expect(editor.replaceFinding("e", "x")).toBe(false);
  });
});

describe("facts", () => {
  const chip = { kind: "deadline" as const, label: "by May" };

  test("stand under their directive and move with it; a click tells the host", () => {
    const clicked: unknown[] = [];
    const editor = editorOf(small(), { chip: (id, index, anchor) => clicked.push([id, index, anchor.textContent]) });
    editor.setFacts(new Map([["a", [chip, { ...chip, label: "no goal", missing: true }]]]));
    editor.commands.moveTo("a", "g2", 2);
    const row = shown(editor, ".ed-chips");
    expect(row.map((each) => [each.parentElement?.dataset.id, each.contentEditable])).toEqual([["a", "false"]]);
    const chips = shown(editor, ".ed-chip") as HTMLButtonElement[];
    expect(chips.map((each) => each.tabIndex)).toEqual([-1, -1]);
    chips[1]?.click();
    expect(clicked).toEqual([["a", 1, "no goal"]]);
  });

  test("that are the same again are not drawn again", () => {
    const editor = editorOf(small());
    editor.setFacts(new Map([["a", [chip]]]));
    const [before] = shown(editor, ".ed-chip");
    editor.setFacts(new Map([["a", [{ ...chip }]], ["e", [chip]]]));
    expect(shown(editor, ".ed-chip")[0]).toBe(before);
    editor.setFacts(new Map());
    expect(shown(editor, ".ed-chip")).toEqual([]);
  });

  test("are reached by Alt+Enter, walked by arrows and left by Esc", () => {
    const editor = editorOf(small());
    editor.setFacts(new Map([["a", [chip, { ...chip, label: "goal" }]]]));
    caret(editor, "a", 0);
    press(editor, "Alt+Enter");
    expect(document.activeElement?.textContent).toBe("by May");
    const right = new KeyboardEvent("keydown", { code: "ArrowRight", bubbles: true, cancelable: true });
    document.activeElement?.dispatchEvent(right);
    expect(document.activeElement?.textContent).toBe("goal");
  });
});

describe("searching", () => {
  const words = resolution([section("s", [group("g", "Ёлки", [directive("a", "Елка и ёлка № 5"), directive("b", "ёлочка, ЁЛКА")])])]);

  test("takes ё as е, any case, a no-break space as a space", () => {
    const editor = editorOf(words);
    expect(editor.search.find({ text: "елк" }).count).toBe(4);
    expect(editor.search.find({ text: "ЁЛКА" }).count).toBe(3);
    expect(editor.search.find({ text: "№ 5" }).count).toBe(1);
    expect(editor.search.find({ text: "елк", wholeWord: true }).count).toBe(0);
    expect(editor.search.find({ text: "ёлка", wholeWord: true }).count).toBe(3);
  });

  test("goes round, and selects the hit in hand", () => {
    const editor = editorOf(words);
    expect(editor.search.find({ text: "ёлка" })).toMatchObject({ count: 3, current: 0 });
    expect(editor.search.previous().current).toBe(2);
    expect(shown(editor, ".ed-hit.is-active").map((each) => each.textContent)).toEqual(["ЁЛКА"]);
    expect(editor.search.next().current).toBe(0);
    editor.search.find(null);
    expect(shown(editor, ".ed-hit")).toEqual([]);
  });

  test("replaces one and goes on, or all in one step; found again is not replaced again", () => {
    const editor = editorOf(words);
    editor.search.find({ text: "ёлка" });
    expect(editor.search.replace("ёлка-ёлка")).toMatchObject({ count: 4, current: 2 });
    editor.commands.undo();
    expect(editor.search.replaceAll("сосна")).toBe(3);
    expect(editor.resolution.sections[0]?.groups[0]?.directives.map((each) => each.text)).toEqual(["сосна и сосна № 5", "ёлочка, сосна"]);
    editor.commands.undo();
    expect(editor.resolution).toEqual(words);
  });

  test("with nothing in the place of a whole block leaves the block", () => {
    const editor = editorOf(small());
    editor.search.find({ text: "Second" });
    expect(editor.search.replaceAll("")).toBe(1);
    expect(editor.resolution.sections[0]?.groups.map((each) => each.heading)).toEqual(["First", ""]);
  });

  test("keeps its place while the text is edited", () => {
    const editor = editorOf(words);
    editor.search.find({ text: "ёлка" });
    editor.search.next();
    caret(editor, "Елка и ёлка № 5", 0);
    type(editor, "и ");
    expect(editor.search.state()).toMatchObject({ count: 3, current: 1 });
  });
});
