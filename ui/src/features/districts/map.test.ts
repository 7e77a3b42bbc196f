import { expect, test } from "vitest";
import { labelsOf, linesOf, MAP, neighboursOf, spotsOf } from "./map";

const pair = (one: number, other: number, share: number) => ({ one, other, share, exact: 1, edited: 0 });

test("lines are drawn to the nearest of each only, and none for weak sharing", () => {
  const pairs = [pair(0, 1, 0.9), pair(0, 2, 0.8), pair(1, 2, 0.7), pair(0, 3, 0.6), pair(1, 3, 0.4)];
  const lines = linesOf(pairs);
  expect(lines.map(({ one, other }) => [one, other])).toEqual([[0, 1], [0, 2], [1, 2], [0, 3]]);
  expect(linesOf([...pairs, pair(0, 4, 0.3)])).toHaveLength(4);
});

test("neighbours are named the nearest first", () => {
  const found = neighboursOf([pair(0, 1, 0.2), pair(1, 2, 0.9), pair(0, 2, 0.5)], 1);
  expect(found.map(({ at }) => at)).toEqual([2, 0]);
});

test("documents on one place stand apart, within the map", () => {
  const spots = spotsOf([[0.5, 0.5], [0.5, 0.5], [0, 1]]);
  const [a, b, c] = spots;
  expect(Math.hypot(a!.x - b!.x, a!.y - b!.y)).toBeGreaterThan(12);
  expect(c).toEqual({ x: MAP.edge, y: MAP.height - MAP.edge });
});

test("labels cover neither one another nor a point", () => {
  const spots = [{ x: 100, y: 100 }, { x: 112, y: 100 }, { x: 600, y: 200 }];
  const labels = labelsOf(spots, ["Заречный", "Луговской", "Малоборский"]);
  expect(labels.map(({ at }) => at)).toEqual([0, 1, 2]);
  expect(labels[2]!.x).toBeLessThan(600);
});
