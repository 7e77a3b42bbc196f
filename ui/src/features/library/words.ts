// What the window says of an import.
import { m } from "../../i18n";
import { errorSentence } from "../../i18n/errors";
import type { DocumentCard } from "../../ipc/generated/DocumentCard";
import type { ImportItem } from "../../ipc/generated/ImportItem";
import type { ImportReport } from "../../ipc/generated/ImportReport";

/** The whole report in one line: «Добавлены 2 документа, не прочитан 1 файл». */
export function reportSentence({ items }: ImportReport): string {
  const count = (outcome: string): number =>
    items.filter((item) => item.outcome.outcome === outcome).length;
  const like = items.filter((item) => likeOf(item) !== null).length;
  const [done, same, failed] = [count("imported"), count("duplicate"), count("failed")];
  return [
    done > 0 ? m.import_done({ count: done }) : m.import_none(),
    ...(like > 0 ? [m.import_like({ count: like })] : []),
    ...(same > 0 ? [m.import_duplicates({ count: same })] : []),
    ...(failed > 0 ? [m.import_failed({ count: failed })] : []),
  ].join(", ");
}

/** What came of one file. */
export function itemSentence({ outcome }: ImportItem): string {
  switch (outcome.outcome) {
    case "imported": {
      const { directives, doubts } = outcome.card;
      const count = m.status_directives({ count: directives });
      const read = m.import_read({
        count: doubts > 0 ? m.import_doubtful({ count, doubts }) : count,
      });
      const { like } = outcome;
      if (!like) return read;
      const { title } = like.card;
      const alike = like.likeness === "same" ? m.import_like_same : m.import_like_near;
      return `${read}. ${alike({ title })}`;
    }
    case "duplicate":
      return m.import_same();
    case "failed":
      return errorSentence(outcome.error);
  }
}

/** The document of the library an added one says the same as. */
export function likeOf({ outcome }: ImportItem): DocumentCard | null {
  return outcome.outcome === "imported" ? (outcome.like?.card ?? null) : null;
}

/** Which came to what: failed ones first, then those in doubt and those that are alike. */
export function inOrder(items: readonly ImportItem[]): ImportItem[] {
  const weight = ({ outcome }: ImportItem): number => {
    if (outcome.outcome === "failed") return 0;
    if (outcome.outcome !== "imported") return 2;
    return outcome.card.doubts > 0 || outcome.like ? 1 : 2;
  };
  return [...items].sort((a, b) => weight(a) - weight(b));
}
