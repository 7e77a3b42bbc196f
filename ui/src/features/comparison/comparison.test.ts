import { describe, expect, it } from "vitest";
import { ComparisonState } from "./comparison.svelte";
import { sampleView } from "./sample";

function comparison(): ComparisonState {
  return new ComparisonState(
    sampleView(
      [["Школам", "a Раз", "b Два", "d Пять", "e Шесть"]],
      [["Школам", "n Новое", "y Два", "z Шесть", "x Раз"]],
      [
        ["a", "x", "reworded", { moved: true }],
        ["b", "y", "reworded"],
        ["e", "z", "unchanged"],
      ],
    ),
  );
}

const texts = (state: ComparisonState): string[] => state.visible.map(({ text }) => text);

describe("filters", () => {
  it("hide what did not change until it is asked for", () => {
    const state = comparison();
    expect(texts(state)).not.toContain("Шесть");
    state.toggle("unchanged");
    expect(texts(state)).toContain("Шесть");
  });

  it("keep a moved difference while either of its marks is chosen", () => {
    const state = comparison();
    state.toggle("reworded");
    expect(texts(state)).toEqual(["Новое", "Пять", "Раз"]);
    state.toggle("moved");
    expect(texts(state)).toEqual(["Новое", "Пять"]);
  });

  it("draw marks only in the cells of visible differences", () => {
    const state = comparison();
    state.toggle("added");
    expect(state.marked.has("new-n")).toBe(false);
    expect(state.marked.has("old-b")).toBe(true);
  });
});

describe("going through differences", () => {
  it("goes round in the order of the page", () => {
    const state = comparison();
    const seen = Array.from({ length: 5 }, () => {
      state.next();
      return state.current?.text;
    });
    expect(seen).toEqual(["Новое", "Два", "Пять", "Раз", "Новое"]);
    expect(state.position).toBe(1);
  });

  it("goes back from the first to the last", () => {
    const state = comparison();
    state.next();
    state.previous();
    expect(state.current?.text).toBe("Раз");
    state.previous();
    expect(state.current?.text).toBe("Пять");
  });

  it("starts backwards with the last", () => {
    const state = comparison();
    state.previous();
    expect(state.current?.text).toBe("Раз");
  });

  it("goes on from a difference that was filtered out", () => {
    const state = comparison();
    state.next();
    state.toggle("added");
    expect(state.current).toBeNull();
    state.next();
    expect(state.current?.text).toBe("Два");
  });

  it("stays where it is when nothing is visible", () => {
    const state = comparison();
    for (const { mark } of state.counts) if (state.marks.has(mark)) state.toggle(mark);
    state.next();
    expect(state.current).toBeNull();
    expect(state.position).toBe(0);
  });

  it("shows the mark of a cell that is jumped to", () => {
    const state = comparison();
    state.jumpTo("old-e");
    expect(state.current?.text).toBe("Шесть");
    expect(state.marks.has("unchanged")).toBe(true);
    expect(state.target).toEqual({ cell: "old-e" });
  });
});
