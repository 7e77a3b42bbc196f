// A series of one district as a small line: the same scale for all of them.
import type { Point } from "../../ipc/generated/Point";

/** The size of a small chart. */
export const WIDTH = 132;
export const HEIGHT = 52;
const EDGE = 10;

/** The years and values a chart has to hold. */
export interface Scale {
  years: readonly [number, number];
  values: readonly [number, number];
}

/** One scale for every district of a series; shares end at 100 %. */
export function scaleOf(points: readonly Point[], unit: string): Scale {
  const years = points.flatMap(({ year }) => (year === null ? [] : [year]));
  const values = points.flatMap(({ value, fact }) => (fact === null ? [value] : [value, fact]));
  const low = Math.min(...values);
  const high = unit === "%" ? Math.max(100, ...values) : Math.max(...values);
  return {
    years: [Math.min(...years), Math.max(...years)],
    values: [Math.min(low, low === high ? low - 1 : low), high],
  };
}

/** Where a year and a value stand. */
export function place(scale: Scale, year: number, value: number): { x: number; y: number } {
  const share = (at: number, [from, to]: readonly [number, number]): number =>
    to === from ? 0.5 : (at - from) / (to - from);
  const round = (number: number): number => Math.round(number * 10) / 10;
  return {
    x: round(EDGE + share(year, scale.years) * (WIDTH - 2 * EDGE)),
    y: round(HEIGHT - EDGE / 2 - share(value, scale.values) * (HEIGHT - EDGE)),
  };
}

/** Points by district, in the order of their names; each district's by year. */
export function byDistrict(points: readonly Point[]): { district: string; points: Point[] }[] {
  const districts = new Map<string, Point[]>();
  for (const point of points) {
    districts.set(point.district, [...(districts.get(point.district) ?? []), point]);
  }
  return [...districts]
    .map(([district, own]) => ({
      district,
      points: own.toSorted((a, b) => (a.year ?? 0) - (b.year ?? 0)),
    }))
    .toSorted((a, b) => a.district.localeCompare(b.district, "ru"));
}
