// The order of documents in the list.
import type { DocumentCard } from "../../ipc/generated/DocumentCard";
import { headOf } from "./words";

/** What documents are ordered by. */
export type SortBy = "title" | "place" | "date" | "directives" | "changed";

export interface Sorting {
  by: SortBy;
  down: boolean;
}

/** The latest first: what is being worked on and what was adopted last. */
export const LATEST: Sorting = { by: "date", down: true };

/** The order a click on a column asks for: its usual one, or the other way round. */
export function turned(now: Sorting, by: SortBy): Sorting {
  if (now.by === by) return { by, down: !now.down };
  return { by, down: by !== "title" && by !== "place" };
}

/** Documents in an order; those of which nothing is known stand last either way. */
export function sorted(cards: readonly DocumentCard[], { by, down }: Sorting): readonly DocumentCard[] {
  const collator = new Intl.Collator("ru", { numeric: true });
  const keys = new Map(cards.map((card) => [card, keyOf(card, by)]));
  return cards.toSorted((a, b) => {
    const [left = "", right = ""] = [keys.get(a), keys.get(b)];
    if (left === "" || right === "") return Number(left === "") - Number(right === "");
    return collator.compare(left, right) * (down ? -1 : 1);
  });
}

/** A draft without a day is what somebody is at: it counts as later than any day. */
const NOT_YET = "9999";

function keyOf(card: DocumentCard, by: SortBy): string {
  switch (by) {
    case "title":
      return headOf(card).first.replace(/^\u00ab/u, "");
    case "place":
      return card.municipality ?? "";
    case "date":
      return card.adopted_on ?? (card.status === "draft" ? NOT_YET : "");
    case "directives":
      return String(card.directives);
    case "changed":
      return card.changed_at;
  }
}
