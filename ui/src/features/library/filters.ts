// Choosing documents by year, district, kind and event.
import type { DocumentCard } from "../../ipc/generated/DocumentCard";
import type { Kind } from "../../ipc/generated/Kind";

/** What is chosen; `null` for everything. */
export interface Filters {
  /** A year, or the empty text for documents without a date. */
  year: string | null;
  place: string | null;
  kind: Kind | null;
  event: string | null;
}

/** Everything. */
export const NO_FILTERS: Filters = { year: null, place: null, kind: null, event: null };

/** What can be chosen among some documents. */
export interface Choices {
  places: readonly string[];
  kinds: readonly Kind[];
  events: readonly string[];
}

/** Whether anything is chosen. */
export function isFiltered(filters: Filters): boolean {
  return Object.values(filters).some((value) => value !== null);
}

/** The documents that fit. */
export function filtered(cards: readonly DocumentCard[], filters: Filters): readonly DocumentCard[] {
  if (!isFiltered(filters)) return cards;
  const { year, place, kind, event } = filters;
  return cards.filter(
    (card) =>
      (year === null || yearOf(card) === year) &&
      (place === null || card.municipality === place) &&
      (kind === null || card.kind === kind) &&
      (event === null || card.event === event),
  );
}

/** The years of some documents with their counts, the latest first; those without a date last. */
export function yearsOf(cards: readonly DocumentCard[]): readonly { year: string; count: number }[] {
  const counts = new Map<string, number>();
  for (const card of cards) counts.set(yearOf(card), (counts.get(yearOf(card)) ?? 0) + 1);
  return [...counts]
    .map(([year, count]) => ({ year, count }))
    .toSorted((a, b) => b.year.localeCompare(a.year));
}

/** What occurs in some documents, in alphabetical order. */
export function choices(cards: readonly DocumentCard[]): Choices {
  return {
    places: named(cards.map(({ municipality }) => municipality)),
    kinds: [...new Set(cards.map(({ kind }) => kind))].toSorted(),
    events: named(cards.map(({ event }) => event)),
  };
}

function named(names: readonly (string | null)[]): readonly string[] {
  const collator = new Intl.Collator("ru");
  const known = names.filter((name): name is string => name !== null && name !== "");
  return [...new Set(known)].toSorted(collator.compare);
}

function yearOf({ adopted_on }: DocumentCard): string {
  return adopted_on?.slice(0, 4) ?? "";
}
