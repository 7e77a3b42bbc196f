// Documents and directives as lists name them.
import { m } from "../../i18n";
import type { ComparisonView } from "../../ipc/generated/ComparisonView";
import type { DocumentCard } from "../../ipc/generated/DocumentCard";
import { formatDate } from "../../lib/format";
import { shortPlace } from "../../lib/places";
import type { Difference } from "./differences";
import { type DirectiveCell, cellKey, shownNumber } from "./papers";
import { placeOf, points } from "./words";

/** A document in a list to choose from: its day and place, its title where these say too little. */
export function documentName(card: DocumentCard): string {
  const { municipality, adopted_on, title } = card;
  if (adopted_on === null || municipality === null) return title;
  return `${formatDate(adopted_on)} · ${shortPlace(municipality)}`;
}

/** The names of documents that are listed together; equal ones get their titles. */
export function documentNames(cards: readonly DocumentCard[]): Map<string, string> {
  const names = cards.map(documentName);
  return new Map(
    cards.map((card, at) => {
      const name = names[at] ?? card.title;
      const known = names.indexOf(name) !== names.lastIndexOf(name);
      return [card.id, known ? `${name} · ${card.title}` : name];
    }),
  );
}

/** A document as one of a suggested pair: its place and year. */
export function documentYear(card: DocumentCard): string {
  return card.adopted_on?.slice(0, 4) ?? card.title;
}

/** One of the directives that may be linked anew. */
export function linkChoice(cell: DirectiveCell): string {
  const place = points([cell.number]);
  return cell.side === "old" ? m.compare_link_was({ place }) : m.compare_link_is({ place });
}

/** What a candidate is linked with now. */
export function linkState(view: ComparisonView, cell: DirectiveCell): string {
  if (cell.pairs.length === 0) return m.compare_link_free();
  const other = cell.side === "old" ? ("new" as const) : ("old" as const);
  const numbers = cell.pairs.map((pair) => shownNumber(view[other], pair[other].id));
  return m.compare_link_taken({ place: points(numbers) });
}

/** Two directives that were linked. */
export function linkPlace(one: DirectiveCell, other: DirectiveCell): string {
  const [old, now] = one.side === "old" ? [one, other] : [other, one];
  return placeOf({ oldNumbers: [old.number], newNumbers: [now.number] });
}

/** What a person kept this directive apart from, if it stands without a partner for that. */
export function apartSentence(view: ComparisonView, difference: Difference): string | null {
  const side = difference.fate === "dropped" ? "old" : "new";
  if (difference.pairs.length > 0) return null;
  const other = side === "old" ? ("new" as const) : ("old" as const);
  const numbers = view.decisions
    .map(({ decision }) => decision)
    .filter(({ verdict }) => verdict.is === "apart")
    .filter((decision) => difference.cells.includes(cellKey(side, decision[side].id)))
    .map((decision) => shownNumber(view[other], decision[other].id))
    .filter((number) => number !== "");
  return numbers.length > 0 ? m.compare_apart_from({ place: points(numbers) }) : null;
}
