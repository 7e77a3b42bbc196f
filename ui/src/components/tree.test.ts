import { describe, expect, it } from "vitest";
import { flatten } from "./tree";

const nodes = [
  { id: "a", label: "А" },
  { id: "b", label: "Б", children: [{ id: "c", label: "В", count: 3 }] },
];

describe("rows of a tree", () => {
  it("stand in order with their levels", () => {
    const rows = flatten(nodes, new Set());
    expect(rows.map(({ id, level, open }) => [id, level, open])).toEqual([
      ["a", 1, null],
      ["b", 1, true],
      ["c", 2, null],
    ]);
  });

  it("leave out what is folded", () => {
    expect(flatten(nodes, new Set(["b"])).map(({ id }) => id)).toEqual(["a", "b"]);
  });
});
