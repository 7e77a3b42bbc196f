import { expect, test } from "vitest";
import type { Point } from "../../ipc/generated/Point";
import { byDistrict, HEIGHT, place, scaleOf, WIDTH } from "./chart";
import { tint } from "./words";

function point(district: string, year: number, value: number): Point {
  return { district, year, value, relation: ">=", by: null, fact: null, document: "d", directive: "p", sentence: "", adopted_on: null, drawn: true };
}

test("all districts of a series stand on one scale, and shares end at 100 %", () => {
  const points = [point("Б", 2027, 80), point("А", 2026, 60), point("А", 2025, 50)];
  const scale = scaleOf(points, "%");
  expect(scale).toEqual({ years: [2025, 2027], values: [50, 100] });
  expect(place(scale, 2025, 50)).toEqual({ x: 10, y: HEIGHT - 5 });
  expect(place(scale, 2027, 100)).toEqual({ x: WIDTH - 10, y: 5 });
  const districts = byDistrict(points);
  expect(districts.map(({ district }) => district)).toEqual(["А", "Б"]);
  expect(districts[0]?.points.map(({ year }) => year)).toEqual([2025, 2026]);
});

test("one number alone stands in the middle and is on the chart", () => {
  const { x, y } = place(scaleOf([point("А", 2025, 7)], "чел."), 2025, 7);
  expect(x).toBe(WIDTH / 2);
  expect(y).toBeGreaterThanOrEqual(0);
});

test("a cell is tinted by its count", () => {
  expect([0, 1, 2, 3, 6, 7, 40].map((count) => tint(count, { controlled: 0, done: 0, overdue: 0 }, "given"))).toEqual([0, 1, 1, 2, 3, 4, 4]);
});
