import { describe, expect, it } from "vitest";
import { hasMark, listDifferences } from "./differences";
import { countMarks } from "./marks";
import { layOut } from "./rows";
import { sampleView } from "./sample";

const view = sampleView(
  [["Школам", "a Раз", "b Два", "c Три и четыре", "d Пять", "e Шесть"]],
  [["Школам", "n Новое", "y Два", "p Три", "q Четыре", "x Раз", "z Шесть"]],
  [
    ["a", "x", "unchanged", { moved: true }],
    ["b", "y", "reworded"],
    ["c", "p", "split", { score: 0.9 }],
    ["c", "q", "split", { score: 0.7 }],
    ["e", "z", "unchanged"],
  ],
);
const differences = listDifferences(view, layOut(view));

describe("differences", () => {
  it("follow the page, a moved directive where it stands now, a dropped one where it stood", () => {
    expect(differences.map(({ fate, moved }) => (moved ? `${fate} moved` : fate))).toEqual([
      "added",
      "reworded",
      "split",
      "dropped",
      "unchanged moved",
      "unchanged",
    ]);
  });

  it("make one item of a split, with all its numbers and its least certain part", () => {
    const split = differences.find(({ fate }) => fate === "split");
    expect(split?.oldNumbers).toEqual(["1.3"]);
    expect(split?.newNumbers).toEqual(["1.3", "1.4"]);
    expect(split?.score).toBe(0.7);
  });

  it("answer to their relation and to the move alike", () => {
    const moved = differences.find((difference) => difference.moved);
    expect(moved && hasMark(moved, new Set(["moved"]))).toBe(true);
    expect(moved && hasMark(moved, new Set(["unchanged"]))).toBe(true);
    expect(moved && hasMark(moved, new Set(["reworded"]))).toBe(false);
  });
});

describe("counts", () => {
  it("name only marks that occur, in the order of the filters", () => {
    expect(countMarks(differences).map(({ mark, count }) => `${mark} ${count}`)).toEqual([
      "unchanged 2",
      "reworded 1",
      "split 1",
      "moved 1",
      "added 1",
      "dropped 1",
    ]);
  });
});
