// What the window says of an import.
import { m } from "../../i18n";
import { errorSentence } from "../../i18n/errors";
import type { ImportItem } from "../../ipc/generated/ImportItem";
import type { ImportReport } from "../../ipc/generated/ImportReport";

/** The whole report in one line: «Добавлены 2 документа, не прочитан 1 файл». */
export function reportSentence({ items }: ImportReport): string {
  const count = (outcome: string): number =>
    items.filter((item) => item.outcome.outcome === outcome).length;
  const [done, same, failed] = [count("imported"), count("duplicate"), count("failed")];
  return [
    done > 0 ? m.import_done({ count: done }) : m.import_none(),
    ...(same > 0 ? [m.import_duplicates({ count: same })] : []),
    ...(failed > 0 ? [m.import_failed({ count: failed })] : []),
  ].join(", ");
}

/** What came of one file. */
export function itemSentence({ file, outcome }: ImportItem): string {
  switch (outcome.outcome) {
    case "imported":
      return m.import_item_done({
        file,
        count: m.status_directives({ count: outcome.card.directives }),
      });
    case "duplicate":
      return m.import_item_duplicate({ file });
    case "failed":
      return errorSentence(outcome.error);
  }
}
