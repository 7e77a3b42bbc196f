// What the window says of an import.
import { m } from "../../i18n";
import { errorSentence } from "../../i18n/errors";
import type { DocumentCard } from "../../ipc/generated/DocumentCard";
import type { ImportItem } from "../../ipc/generated/ImportItem";
import type { ImportReport } from "../../ipc/generated/ImportReport";
import { kindWords } from "../../lib/kinds";

/** The whole report in one line: «Добавлены 2 документа, не прочитан 1 файл». */
export function reportSentence({ items, passed_over }: ImportReport): string {
  const count = (outcome: string): number =>
    items.filter((item) => item.outcome.outcome === outcome).length;
  const like = items.filter((item) => likeOf(item) !== null).length;
  const [done, same, failed] = [count("imported"), count("duplicate"), count("failed")];
  const passed = passed_over.length;
  return [
    done > 0 ? m.import_done({ count: done }) : m.import_none(),
    ...(like > 0 ? [m.import_like({ count: like })] : []),
    ...(same > 0 ? [m.import_duplicates({ count: same })] : []),
    ...(failed > 0 ? [m.import_failed({ count: failed })] : []),
    ...(passed > 0 ? [m.import_passed_over({ count: passed })] : []),
  ].join(", ");
}

/** What came of one file. */
export function itemSentence({ outcome }: ImportItem): string {
  switch (outcome.outcome) {
    case "imported": {
      const { directives, doubts } = outcome.card;
      if (isUnread(outcome.card)) return m.import_unread();
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

/** The report once a document of it was taken out of the library again. */
export function without(report: ImportReport, id: string): ImportReport {
  const stays = ({ outcome }: ImportItem): boolean =>
    outcome.outcome === "failed" || outcome.card.id !== id;
  return { ...report, items: report.items.filter(stays) };
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

/**
 * A file from which no directive was read and which nobody has written in since: most likely it is no
 * resolution, and nothing can be said of its adoption.
 */
export function isUnread({ status, directives }: DocumentCard): boolean {
  return status === "adopted" && directives === 0;
}

/** What a row says of a document: its theme and what it is; without a theme its title alone. */
export function headOf({ title, theme, kind }: DocumentCard): { first: string; second: string } {
  const named = theme?.trim() ?? "";
  if (named === "") return { first: title, second: "" };
  const quoted = `\u00ab${named}\u00bb`;
  const rest = title.replace(quoted, "").replace(/\s+/gu, " ").trim();
  return { first: quoted, second: rest === "" ? kindWords(kind) : rest };
}
