// Control in words: statuses, nearness of a day, why a row of a sheet needs a decision.
import { m } from "../../i18n";
import type { Attainment } from "../../ipc/generated/Attainment";
import type { ControlItem } from "../../ipc/generated/ControlItem";
import type { ControlStatus } from "../../ipc/generated/ControlStatus";
import type { Discipline } from "../../ipc/generated/Discipline";
import type { DocumentCard } from "../../ipc/generated/DocumentCard";
import type { MarkError } from "../../ipc/generated/MarkError";
import type { SheetConflict } from "../../ipc/generated/SheetConflict";
import { statusWords } from "../../lib/execution";
import { formatDate, formatNumber } from "../../lib/format";
import { whereAndWhen } from "../../lib/places";
import { daysAfter } from "./days";

export { statusWords };

/** Statuses in the order of the keys 1–9. */
export const STATUSES: readonly ControlStatus[] = [
  "on_control",
  "done",
  "done_late",
  "partly",
  "prolonged",
  "not_done",
  "permanent",
  "readdressed",
  "lifted",
];

/** A printed number inside a sentence: «1.2.» as «1.2». */
export function pointOf(number: string): string {
  return number.replace(/\.$/u, "");
}

/** A document on a card of one of its directives: whose it is and of which day, its title where neither is known. */
export function sourceWords(card: DocumentCard): string {
  return whereAndWhen(card) || card.title;
}

/** How near the day is. */
export function dueWords(item: ControlItem): string {
  const days = item.days_left ?? 0;
  switch (item.urgency) {
    case "late":
      return m.control_due_late({ count: -days });
    case "today":
      return m.control_due_today();
    case "soon":
      return m.control_due_soon({ count: days });
    case "later":
      return m.control_due_later({ date: formatDate(item.due ?? "") });
    case "undated":
      if (item.permanent) return m.control_due_permanent();
      return item.starts ? m.control_due_starts({ date: formatDate(item.starts) }) : m.control_due_none();
    case "closed":
      // A day by itself says that it was executed.
      if (item.status === "not_done" || item.status === "lifted") return statusWords(item.status);
      return item.closed_on ? formatDate(item.closed_on) : statusWords(item.status);
  }
}

/** That the day is off, and the working day after it; nothing for a working day, or when that is past. */
export function dayOffWords(item: ControlItem): string | null {
  if (item.works_on === null || item.due === null || item.urgency === "closed") return null;
  const gap = daysAfter(item.works_on, item.due);
  if ((item.days_left ?? 0) + gap < 0) return null;
  return m.control_day_off({ date: formatDate(item.works_on) });
}

/** What a day makes of a mark before it is kept: in time, late, or nothing to say. */
export function outcomeOf(item: ControlItem, status: ControlStatus, day: string): { words: string; late: boolean } | null {
  if (item.due === null) return null;
  const count = daysAfter(day, item.due);
  const due = formatDate(item.due);
  const executed = status === "done" || status === "done_late";
  // A report on a repetition and a decision to prolong keep their names and count as late all the same.
  if (status === "prolonged" || status === "permanent" || (executed && item.permanent)) {
    return count > 0 ? { words: m.control_mark_missed({ count, due }), late: true } : null;
  }
  if (!executed) return null;
  return count > 0 ? { words: m.control_mark_late({ count, due }), late: true } : { words: m.control_mark_in_time({ due }), late: false };
}

/** A number with its unit. */
export function measured(value: number, unit: string): string {
  return `${formatNumber(value)}\u00a0${unit}`.trim();
}

/** A target as it was planned: «не менее 75 %». */
export function planWords(target: Attainment): string {
  const plan = measured(target.plan, target.unit);
  return {
    ">=": m.control_plan_at_least({ plan }),
    "<=": m.control_plan_at_most({ plan }),
    "=": m.control_plan_exactly({ plan }),
  }[target.relation];
}

/** What a target measures; its own words where another target of the directive is said to measure the same. */
export function nameOf(target: Attainment, all: readonly Attainment[]): string {
  const alone = all.filter(({ subject }) => subject === target.subject).length === 1;
  return (alone && target.subject) || target.phrase;
}

/** A target with what is measured. */
export function targetWords(target: Attainment, all: readonly Attainment[]): string {
  const name = nameOf(target, all);
  return name === target.phrase ? name : [name, planWords(target)].join(": ");
}

export function reachedWords(target: Attainment): string {
  if (target.reached === null) return m.control_fact_none();
  return target.reached ? m.control_fact_reached() : m.control_fact_missed();
}

/** Where a number stands on the bar of its target, in per cent of its length. */
export function shareOf(value: number, target: Attainment): number {
  const whole = Math.max(target.plan, target.fact ?? 0, target.unit === "%" ? 100 : 0);
  return whole > 0 ? Math.min(100, Math.max(0, (value / whole) * 100)) : 0;
}

/** The formula of discipline, with its numbers. */
export function disciplineWords(counted: Discipline): string {
  if (counted.percent === null) return m.control_discipline_none();
  return m.control_discipline({ on_time: counted.on_time, due: counted.due, percent: counted.percent });
}

export function missingWords(missing: MarkError): string {
  return {
    no_reason: m.control_missing_reason,
    no_day: m.control_missing_day,
    not_later: m.control_missing_later,
    no_addressee: m.control_missing_addressee,
    no_fact: m.control_missing_fact,
  }[missing]();
}

export function conflictWords(conflict: SheetConflict): string {
  switch (conflict.why) {
    case "changed_here":
      return m.control_conflict_changed({ status: statusWords(conflict.ours.status), date: formatDate(conflict.ours.on) });
    case "said_twice":
      return m.control_conflict_twice({ line: conflict.line });
    case "unknown_status":
      return m.control_conflict_status({ said: conflict.said });
    case "unknown_day":
      return conflict.said === "" ? m.control_conflict_no_day() : m.control_conflict_day({ said: conflict.said });
    case "impossible_day":
      return m.control_conflict_impossible({ date: formatDate(conflict.on) });
    case "unknown_fact":
      return m.control_conflict_fact({ said: conflict.said });
    case "incomplete":
      return missingWords(conflict.missing);
  }
}
