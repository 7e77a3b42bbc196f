import { describe, expect, it } from "vitest";
import { inlineItems, newItems } from "./inline";
import { layOut } from "./rows";
import { sampleView } from "./sample";

const rows = layOut(
  sampleView(
    [["Школам", "a Раз", "b Два", "d Пять"], ["Садам"]],
    [["Школам", "y Двое", "n Новое", "x Раз"], ["Детским садам"]],
    [
      ["a", "x", "unchanged", { moved: true }],
      ["b", "y", "reworded"],
    ],
  ),
);
const show = (marked: ReadonlySet<string>): string[] =>
  inlineItems(rows, { marked, hideLight: false }).map((item) => {
    const text = item.runs.map((run) => (run.op === "equal" ? "" : run.op[0]) + run.text).join("/");
    return `${item.kind}: ${text}`;
  });

describe("one column", () => {
  const all = new Set(["old-a", "old-b", "old-d", "new-x", "new-y", "new-n"]);

  it("says what stayed once, strikes what went and underlines what came", () => {
    expect(show(all)).toEqual([
      "group: Школам",
      "gone: Раз",
      "directive: dДва/iДвое",
      "directive: dПять",
      "directive: iНовое",
      "directive: Раз",
      "group: dСадам",
      "group: iДетским садам",
    ]);
  });

  it("marks what differs in a lead phrase, once", () => {
    const view = sampleView([["Школам", "a Раз"]], [["Школам", "x Раз"]], [["a", "x", "reworded"]]);
    const [pair] = view.comparison.pairs;
    for (const [side, lead] of [["old", "до мая:"], ["new", "до июня:"]] as const) {
      const directive = view[side].resolution.sections[0]?.groups[0]?.directives[0];
      if (directive) directive.lead = lead;
    }
    if (pair) {
      pair.lead_words = [
        { op: "equal", text: "до " },
        { op: "delete", text: "мая:" },
        { op: "insert", text: "июня:" },
      ];
    }
    const items = inlineItems(layOut(view), { marked: new Set(), hideLight: false });
    expect(items.filter(({ kind }) => kind === "lead").map(({ runs }) => runs)).toEqual([pair?.lead_words]);
  });

  it("sets the texts a merged directive was made of above it, and a split one above its first part", () => {
    const view = sampleView(
      [["Школам", "a Смотр", "b Конкурс", "c Слёт и поход"]],
      [["Школам", "x Смотр, конкурс", "y Слёт", "z Поход"]],
      [
        ["a", "x", "merged"],
        ["b", "x", "merged"],
        ["c", "y", "split"],
        ["c", "z", "split"],
      ],
    );
    const marked = new Set(["old-a", "old-b", "old-c", "new-x", "new-y", "new-z"]);
    const items = inlineItems(layOut(view), { marked, hideLight: false });
    const told = items.flatMap((item) => (item.kind === "directive" ? [[item.cell.id, ...item.before]] : []));
    expect(told).toContainEqual(["x", "Смотр", "Конкурс"]);
    const parts = told.filter(([, ...before]) => before.includes("Слёт и поход"));
    expect(parts).toHaveLength(1);
  });

  it("leaves out the marks that were not chosen", () => {
    expect(show(new Set(["old-d"]))).toContain("directive: dПять");
    expect(show(new Set(["old-d"]))).toContain("directive: Новое");
    expect(show(new Set(["old-d"]))).toContain("directive: Двое");
  });
});

describe("the new text alone", () => {
  it("has no marks, and what was dropped is found where it stood", () => {
    const items = newItems(rows);
    const texts = items.map((item) => item.runs.map((run) => `${run.op}: ${run.text}`).join());
    expect(texts).toEqual(["equal: Школам", "equal: Двое", "equal: Новое", "equal: Раз", "equal: Детским садам"]);
    const cells = items.flatMap((item) => ("cell" in item ? item.cells : []));
    expect(cells.toSorted()).toEqual(["new-n", "new-x", "new-y", "old-a", "old-b", "old-d"]);
  });
});
