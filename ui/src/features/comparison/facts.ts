// The facts of a pair that changed, one row each: what was, what is.
import type { Change } from "../../ipc/generated/Change";
import type { Changes } from "../../ipc/generated/Changes";
import type { Deadline } from "../../ipc/generated/Deadline";
import type { Indicator } from "../../ipc/generated/Indicator";
import type { Reference } from "../../ipc/generated/Reference";

/** A fact before and after; `null` where the document does not state it. */
export type FactChange =
  | { kind: "addressee"; old: string | null; new: string | null }
  | { kind: "deadline"; old: Deadline | null; new: Deadline | null }
  | { kind: "indicator"; old: Indicator | null; new: Indicator | null }
  | { kind: "reference"; old: Reference | null; new: Reference | null };

/** The changed facts in the order a reader asks: who, by when, how much, on what basis. */
export function factChanges(changes: Changes): FactChange[] {
  return [
    ...together(changes.addressee),
    ...aligned(changes.deadlines, sameDeadline, () => false).map(
      (change): FactChange => ({ kind: "deadline", ...change }),
    ),
    ...aligned(changes.indicators, sameIndicator, sameMeasure).map(
      (change): FactChange => ({ kind: "indicator", ...change }),
    ),
    ...aligned(changes.references, sameReference, sameAct).map(
      (change): FactChange => ({ kind: "reference", ...change }),
    ),
  ];
}

/** Several bodies of one heading are one fact: setting them one against one would be a guess. */
function together(change: Change<string> | undefined): FactChange[] {
  if (!change) return [];
  const names = (list: string[]): string | null => (list.length > 0 ? list.join(", ") : null);
  return [{ kind: "addressee", old: names(change.old), new: names(change.new) }];
}

interface Aligned<T> {
  old: T | null;
  new: T | null;
}

/** Leaves out what is the same, sets like against like, and the rest in the order of the text. */
function aligned<T>(
  change: Change<T> | undefined,
  same: (a: T, b: T) => boolean,
  alike: (a: T, b: T) => boolean,
): Aligned<T>[] {
  if (!change) return [];
  const olds = change.old.filter((old) => !change.new.some((fact) => same(old, fact)));
  const news = change.new.filter((fact) => !change.old.some((old) => same(old, fact)));
  const rows: Aligned<T>[] = [];
  const rest = olds.filter((old) => {
    const at = news.findIndex((fact) => alike(old, fact));
    const [match] = at === -1 ? [] : news.splice(at, 1);
    if (match !== undefined) rows.push({ old, new: match });
    return match === undefined;
  });
  for (let at = 0; at < Math.max(rest.length, news.length); at += 1) {
    rows.push({ old: rest[at] ?? null, new: news[at] ?? null });
  }
  return rows;
}

function sameDeadline(a: Deadline, b: Deadline): boolean {
  const undated = a.from === null && a.to === null;
  return (
    a.from === b.from &&
    a.to === b.to &&
    a.kind === b.kind &&
    a.recurrence === b.recurrence &&
    (!undated || a.phrase === b.phrase)
  );
}

function sameIndicator(a: Indicator, b: Indicator): boolean {
  return a.value === b.value && a.relation === b.relation && a.by === b.by && sameMeasure(a, b);
}

function sameMeasure(a: Indicator, b: Indicator): boolean {
  return a.unit === b.unit && a.subject.toLowerCase() === b.subject.toLowerCase();
}

function sameReference(a: Reference, b: Reference): boolean {
  return a.canonical === b.canonical;
}

function sameAct(a: Reference, b: Reference): boolean {
  return a.kind === b.kind && a.number !== null && a.number === b.number;
}
