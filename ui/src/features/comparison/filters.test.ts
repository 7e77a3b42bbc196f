import { describe, expect, it } from "vitest";
import type { Deadline } from "../../ipc/generated/Deadline";
import type { Word } from "../../ipc/generated/Word";
import { ComparisonState } from "./comparison.svelte";
import { sampleView } from "./sample";

const by = (to: string): Deadline => ({
  phrase: to,
  from: null,
  to,
  kind: "by_date",
  recurrence: null,
  inherited_from: null,
});
const dates = { deadlines: { old: [by("2026-10-01")], new: [by("2027-04-15")] } };
const comma: Word[] = [
  { op: "equal", text: "Три" },
  { op: "insert", text: ",", light: "marks" },
];

function state(): ComparisonState {
  const view = sampleView(
    [
      ["управлению образования", "a Раз", "c Три"],
      ["школам", "b Два"],
    ],
    [
      ["управлению образования", "x Раз", "z Три,"],
      ["школам", "y Двое", "n Новое"],
    ],
    [
      ["a", "x", "reworded", { changes: dates }],
      ["b", "y", "reworded", { certainty: "probable" }],
      ["c", "z", "reworded", { words: comma }],
    ],
  );
  view.themes = [
    { slug: "staff", name: "Кадры" },
    { slug: "books", name: "Книги" },
  ];
  view.old_themes = { a: ["staff"], b: ["books"] };
  view.new_themes = { x: ["staff"], n: ["staff"] };
  return new ComparisonState(view);
}

const texts = (comparison: ComparisonState): string[] =>
  comparison.visible.map(({ text }) => text);

describe("filters beside the marks", () => {
  it("leave the differences of one addressee, named with a capital", () => {
    const comparison = state();
    expect(comparison.addressees).toEqual([
      { name: "Управлению образования", count: 2 },
      { name: "Школам", count: 2 },
    ]);
    comparison.addressee = "Школам";
    expect(texts(comparison)).toEqual(["Двое", "Новое"]);
  });

  it("leave the differences of one theme, the old text's as well as the new one's", () => {
    const comparison = state();
    expect(comparison.themes).toEqual([
      { name: "staff", count: 2 },
      { name: "books", count: 1 },
    ]);
    comparison.theme = "books";
    expect(texts(comparison)).toEqual(["Двое"]);
  });

  it("count what each choice would leave with the others as they are", () => {
    const comparison = state();
    expect(comparison.factCounts).toEqual({ deadlines: 1, indicators: 0 });
    comparison.toggleFact("deadlines");
    expect(texts(comparison)).toEqual(["Раз"]);
    expect(comparison.themes).toEqual([{ name: "staff", count: 1 }]);
    expect(comparison.counts).toEqual([
      { mark: "reworded", count: 1 },
      { mark: "added", count: 0 },
    ]);
    expect(comparison.factCounts.deadlines).toBe(1);
    comparison.widen();
    expect(texts(comparison)).toHaveLength(4);
  });

  it("hide what differs in marks, capitals and forms only", () => {
    const comparison = state();
    expect(comparison.light).toBe(1);
    comparison.hideLight = true;
    expect(texts(comparison)).toEqual(["Раз", "Двое", "Новое"]);
  });

  it("give way to a cell that is jumped to", () => {
    const comparison = state();
    comparison.theme = "books";
    comparison.jumpTo("new-x");
    expect(comparison.current?.text).toBe("Раз");
    expect(comparison.theme).toBeNull();
  });
});

describe("the worklist", () => {
  it("walks what is neither sure nor confirmed, past the filters", () => {
    const comparison = state();
    comparison.toggle("reworded");
    expect(comparison.toCheck.map(({ text }) => text)).toEqual(["Двое"]);
    comparison.check(1);
    expect(comparison.current?.text).toBe("Двое");
    comparison.check(-1);
    expect(comparison.current?.text).toBe("Двое");
  });

  it("stays where it is when nothing is left", () => {
    const comparison = state();
    const { view } = comparison;
    const pairs = view.comparison.pairs.map((pair) => ({ ...pair, confirmed: true }));
    comparison.renew({ ...view, comparison: { ...view.comparison, pairs } });
    comparison.check(1);
    expect(comparison.toCheck).toEqual([]);
    expect(comparison.current).toBeNull();
  });
});
