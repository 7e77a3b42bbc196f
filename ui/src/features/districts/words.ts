// How districts, their cells and their lines are worded.
import { m } from "../../i18n";
import type { Column } from "../../ipc/generated/Column";
import type { Fact } from "../../ipc/generated/Fact";
import type { Line } from "../../ipc/generated/Line";
import type { Occurrence } from "../../ipc/generated/Occurrence";
import type { Show } from "../../ipc/generated/Show";
import type { Tally } from "../../ipc/generated/Tally";
import type { Row } from "../../ipc/generated/Row";
import type { RowsBy } from "../../ipc/generated/RowsBy";

/** From these counts on a cell is tinted one step darker. */
export const STEPS = [1, 3, 5, 7] as const;

/** How many of those under control a cell tells. */
function told(tally: Tally, show: Show): number {
  return show === "done" ? tally.done : tally.overdue;
}

/** The tint of a cell, 1 to 4; 0 for none: by its count, or by the share of those under control. */
export function tint(count: number, tally: Tally, show: Show): number {
  if (show === "given") return STEPS.filter((from) => from <= count).length;
  return Math.ceil((told(tally, show) * 4) / Math.max(1, tally.controlled));
}

/** What stands in a cell: a number, or how many of how many under control. */
export function cellWords(count: number, tally: Tally, show: Show): string {
  if (show === "given") return String(count);
  if (count === 0) return "";
  if (tally.controlled === 0) return m.district_not_controlled();
  return m.district_of({ some: String(told(tally, show)), all: String(tally.controlled) });
}

export function rowName(row: Pick<Row, "name">, by: RowsBy): string {
  if (row.name !== "") return row.name;
  return by === "district" ? m.district_unnamed_district() : m.district_unnamed_region();
}

export function columnName(column: Pick<Column, "name">): string {
  return column.name === "" ? m.district_other() : column.name;
}

/** A cell in a sentence: its number, how many of those are executed, or that it is a gap. */
export function cellSentence(row: string, column: string, count: number, tally: Tally, show: Show): string {
  if (count === 0) return m.district_cell_gap({ row, column });
  const given = { row, column, count: String(count) };
  if (show === "given") return m.district_cell(given);
  if (tally.controlled === 0) return m.district_cell_controlled_none(given);
  const parts = { ...given, some: String(told(tally, show)), all: String(tally.controlled) };
  return show === "done" ? m.district_cell_done(parts) : m.district_cell_overdue(parts);
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
export type Sign = "first" | "same" | "facts" | "reworded";

/** A task that stood twice in its first year is in its first year still. */
export function signOf(line: Line, occurrence: Occurrence): Sign {
  const [first] = line.occurrences;
  if (first === occurrence || (first && first.year !== null && first.year === occurrence.year)) return "first";
  if (!occurrence.same_wording) return "reworded";
  return occurrence.changed.length > 0 ? "facts" : "same";
}

/** The occurrence of a year; the last one, if a district met twice. */
export function inYear(line: Line, year: number): Occurrence | undefined {
  return line.occurrences.findLast((occurrence) => occurrence.year === year);
}

/** «2026: теми же словами, изменены срок, показатель» */
export function signSentence(line: Line, occurrence: Occurrence): string {
  const year = String(occurrence.year ?? "");
  const sign = signOf(line, occurrence);
  if (sign === "facts") return m.district_cell_facts({ year, facts: occurrence.changed.map((fact) => FACTS[fact]()).join(", ") });
  const said = { first: m.district_cell_first, same: m.district_cell_same, reworded: m.district_cell_reworded };
  return said[sign]({ year });
}

const FACTS: Record<Fact, () => string> = {
  deadline: m.district_fact_deadline,
  indicator: m.district_fact_indicator,
  addressee: m.district_fact_addressee,
};

/** How many years a task stood in. */
export function yearsOf(line: Line): number {
  return new Set(line.occurrences.map(({ year }) => year)).size;
}
