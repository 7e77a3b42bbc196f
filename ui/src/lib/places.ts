// Names of municipalities on the screen and as keys.
import type { DocumentCard } from "../ipc/generated/DocumentCard";
import { formatDate } from "./format";

/** A municipality for a narrow column: «Тихореченский округ» says as much as the full name. */
export function shortPlace(municipality: string): string {
  return municipality.replace(/муниципальн\p{L}+ /u, "");
}

/** Whose a document is and of which day: «Тихореченский округ, 26.08.2026»; empty where neither is known. */
export function whereAndWhen(card: Pick<DocumentCard, "municipality" | "adopted_on">): string {
  const parts = [card.municipality && shortPlace(card.municipality), card.adopted_on && formatDate(card.adopted_on)];
  return parts.filter(Boolean).join(", ");
}

/** Words that change when a district becomes an okrug, while its people stay the same. */
const KINDS = /^(муниципальн|городск|район|округ|город|поселен|образован)/;

/** The name without its kind, so that years before and after a reform belong together. */
export function placeKey(municipality: string): string {
  const words = municipality.toLowerCase().replaceAll("ё", "е").split(/[^\p{L}-]+/u);
  return words.filter((word) => word !== "" && !KINDS.test(word)).join(" ");
}
