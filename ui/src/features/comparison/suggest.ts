// Which two documents a person most likely wants to compare.
import type { DocumentCard } from "../../ipc/generated/DocumentCard";
import { placeKey } from "../../lib/places";

/** Two documents worth comparing. */
export interface Suggestion {
  old: DocumentCard;
  new: DocumentCard;
}

/**
 * Neighbouring years of one municipality, the latest first.
 *
 * «Neighbouring» means next to each other among that municipality's documents, so that a year
 * without a forum does not hide the pair; drafts of the same day are not a pair.
 */
export function suggestPairs(documents: readonly DocumentCard[], limit = 4): Suggestion[] {
  const byPlace = new Map<string, DocumentCard[]>();
  for (const card of documents) {
    if (card.municipality === null || card.adopted_on === null) continue;
    const place = placeKey(card.municipality);
    byPlace.set(place, [...(byPlace.get(place) ?? []), card]);
  }
  const suggestions: Suggestion[] = [];
  for (const cards of byPlace.values()) {
    const inOrder = cards.toSorted((a, b) => day(a).localeCompare(day(b)));
    inOrder.forEach((card, at) => {
      const before = inOrder[at - 1];
      if (before && day(before) < day(card)) suggestions.push({ old: before, new: card });
    });
  }
  return suggestions
    .sort((a, b) => day(b.new).localeCompare(day(a.new)) || a.new.title.localeCompare(b.new.title))
    .slice(0, limit);
}

/** The earlier document first; as given when a date is missing. */
export function inOrderOfTime(a: DocumentCard, b: DocumentCard): [DocumentCard, DocumentCard] {
  return a.adopted_on !== null && b.adopted_on !== null && day(a) > day(b) ? [b, a] : [a, b];
}

function day(card: DocumentCard): string {
  return card.adopted_on ?? "";
}
