// One document as a column of cells: session titles, addressee headings, leads of sub-items and
// directives, each directive with the pairs it belongs to.
import type { Comparison } from "../../ipc/generated/Comparison";
import type { DocumentView } from "../../ipc/generated/DocumentView";
import type { Id } from "../../ipc/generated/Id";
import type { Pair } from "../../ipc/generated/Pair";
import type { Word } from "../../ipc/generated/Word";
import { type Mark, leadingMark } from "./marks";

/** Which of the two documents. */
export type PaperSide = "old" | "new";

/** A title of a session, an addressee heading, or the parent phrase of sub-items. */
export interface HeadingCell {
  kind: "section" | "group" | "lead";
  side: PaperSide;
  key: string;
  text: string;
  /** Word by word, for a lead phrase that differs from the one above the partner. */
  words: readonly Word[];
}

/** A directive where it stands in its document. */
export interface DirectiveCell {
  kind: "directive";
  side: PaperSide;
  key: string;
  id: Id;
  /** As printed, without the final point («1.2», «1.2. а)»). */
  number: string;
  text: string;
  mark: Mark;
  /** It stands elsewhere in the other document. */
  moved: boolean;
  /** The pairs it belongs to; several if it was split or merged, none without a partner. */
  pairs: readonly Pair[];
}

export type Cell = HeadingCell | DirectiveCell;

/** The name of a directive's place, unique across both documents. */
export function cellKey(side: PaperSide, id: Id): string {
  return `${side}-${id}`;
}

/** A directive's number as a sentence quotes it. */
export function shownNumber(document: DocumentView, id: Id): string {
  return (document.numbers[id] ?? "").replace(/\.$/, "");
}

/** The cells of one document, top to bottom. */
export function paperCells(
  side: PaperSide,
  document: DocumentView,
  comparison: Comparison,
): Cell[] {
  const pairs = pairsById(side, comparison.pairs);
  const cells: Cell[] = [];
  for (const section of document.resolution.sections) {
    if (section.title) {
      cells.push({ kind: "section", side, key: cellKey(side, section.id), text: section.title, words: [] });
    }
    for (const group of section.groups) {
      if (group.heading) {
        cells.push({ kind: "group", side, key: cellKey(side, group.id), text: group.heading, words: [] });
      }
      let lead: string | null = null;
      for (const directive of group.directives) {
        if (directive.lead !== null && directive.lead !== lead) {
          const key = `${cellKey(side, directive.id)}-lead`;
          const words = pairs.get(directive.id)?.[0]?.lead_words ?? [];
          cells.push({ kind: "lead", side, key, text: directive.lead, words });
        }
        lead = directive.lead;
        cells.push(directiveCell(side, document, directive, pairs.get(directive.id) ?? []));
      }
    }
  }
  return cells;
}

function directiveCell(
  side: PaperSide,
  document: DocumentView,
  directive: { id: Id; text: string },
  pairs: readonly Pair[],
): DirectiveCell {
  const first = pairs[0];
  return {
    kind: "directive",
    side,
    key: cellKey(side, directive.id),
    id: directive.id,
    number: shownNumber(document, directive.id),
    text: directive.text,
    mark: first ? leadingMark(first) : side === "old" ? "dropped" : "added",
    moved: pairs.some((pair) => pair.moved),
    pairs,
  };
}

function pairsById(side: PaperSide, pairs: readonly Pair[]): Map<Id, Pair[]> {
  const byId = new Map<Id, Pair[]>();
  for (const pair of pairs) {
    const id = pair[side].id;
    const known = byId.get(id);
    if (known) known.push(pair);
    else byId.set(id, [pair]);
  }
  return byId;
}
