// Choosing documents by words of their title, place, theme, day and file name.
import type { DocumentCard } from "../ipc/generated/DocumentCard";

/** The documents that have every word of the query somewhere; all of them for an empty query. */
export function matching(cards: readonly DocumentCard[], query: string): readonly DocumentCard[] {
  const words = fold(query).split(/\s+/).filter(Boolean);
  if (words.length === 0) return cards;
  return cards.filter((card) => {
    const text = fold(textOf(card));
    return words.every((word) => text.includes(word));
  });
}

function textOf({ title, municipality, region, theme, adopted_on, source_name }: DocumentCard): string {
  return [title, municipality, region, theme, adopted_on, source_name].filter(Boolean).join(" ");
}

/** Case and «ё» do not matter to a person who types. */
function fold(text: string): string {
  return text.toLowerCase().replaceAll("ё", "е");
}
