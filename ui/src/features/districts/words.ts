// How districts, their cells and their lines are worded.
import { m } from "../../i18n";
import type { Column } from "../../ipc/generated/Column";
import type { Line } from "../../ipc/generated/Line";
import type { Occurrence } from "../../ipc/generated/Occurrence";
import type { Row } from "../../ipc/generated/Row";
import type { RowsBy } from "../../ipc/generated/RowsBy";

/** From these counts on a cell is tinted one step darker. */
export const STEPS = [1, 3, 5, 7] as const;

/** The tint of a count, 1 to 4; 0 for none. */
export function tint(count: number): number {
  return STEPS.filter((from) => from <= count).length;
}

export function rowName(row: Pick<Row, "name">, by: RowsBy): string {
  if (row.name !== "") return row.name;
  return by === "district" ? m.district_unnamed_district() : m.district_unnamed_region();
}

export function columnName(column: Pick<Column, "name">): string {
  return column.name === "" ? m.district_other() : column.name;
}

/** A cell in a sentence: its number, or that it is a gap. */
export function cellSentence(row: string, column: string, count: number): string {
  return count === 0
    ? m.district_cell_gap({ row, column })
    : m.district_cell({ row, column, count: String(count) });
}

/** «третий год подряд, срок переносился дважды» */
export function lineSentence(line: Line): string {
  const parts: string[] = [];
  if (line.streak > 1) parts.push(m.district_streak({ years: String(line.streak) }));
  if (line.postponed > 0) parts.push(m.district_postponed({ times: String(line.postponed) }));
  if (line.reworded > 0) parts.push(m.district_reworded({ times: String(line.reworded) }));
  return parts.join(", ");
}

/** How an occurrence stands to the one before. */
export type Sign = "first" | "same" | "reworded";

export function signOf(line: Line, occurrence: Occurrence): Sign {
  if (line.occurrences[0] === occurrence) return "first";
  return occurrence.same_wording ? "same" : "reworded";
}

/** The occurrence of a year; the last one, if a district met twice. */
export function inYear(line: Line, year: number): Occurrence | undefined {
  return line.occurrences.findLast((occurrence) => occurrence.year === year);
}

export function signSentence(sign: Sign, year: number): string {
  const said = { first: m.district_cell_first, same: m.district_cell_same, reworded: m.district_cell_reworded };
  return said[sign]({ year: String(year) });
}

/** How many years a task stood in. */
export function yearsOf(line: Line): number {
  return new Set(line.occurrences.map(({ year }) => year)).size;
}
