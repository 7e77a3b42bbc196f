// Both documents as one text: what stayed once, what went struck, what came underlined.
import type { Pair } from "../../ipc/generated/Pair";
import type { Cell, DirectiveCell, HeadingCell } from "./papers";
import type { Row } from "./rows";
import { type Run, inlineRuns, joinRuns, runsOf } from "./runs";

/** A heading of one or both documents. */
export interface InlineHeading {
  kind: HeadingCell["kind"];
  key: string;
  runs: Run[];
}

/** A directive with its marks, or the place a moved one left. */
export interface InlineDirective {
  kind: "directive" | "gone";
  key: string;
  cell: DirectiveCell;
  /** Cells that are to be found here, of both documents. */
  cells: readonly string[];
  /** The pair whose words are marked, if any. */
  pair: Pair | null;
  /** The former wordings, where word marks would be noise or could not hold all of them. */
  before: readonly string[];
  runs: Run[];
}

export type InlineItem = InlineHeading | InlineDirective;

/** What of the marks is drawn. */
export interface Drawn {
  /** Cells whose marks are drawn. */
  marked: ReadonlySet<string>;
  hideLight: boolean;
}

/** The items of one column, top to bottom. */
export function inlineItems(rows: readonly Row[], drawn: Drawn): InlineItem[] {
  return rows.flatMap((row): InlineItem[] => {
    const { left, right, pair } = row;
    if (pair && left?.kind === "directive" && right?.kind === "directive") {
      return [shared(row.key, left, right, pair, drawn)];
    }
    const headings = left?.kind !== "directive" && right?.kind !== "directive";
    if (headings && left && right && left.text === right.text) {
      return [heading(right, "equal")];
    }
    if (left?.kind === "lead" && right?.kind === "lead" && right.words.length > 0 && left.words === right.words) {
      return [{ kind: "lead", key: right.key, runs: joinRuns(right.words) }];
    }
    return [left, right].filter((cell) => cell !== null).map((cell) => alone(cell, drawn));
  });
}

/** The new document alone, without marks in its words. What was dropped is to be found at the
 *  directive before which it stood, or at the last one. */
export function newItems(rows: readonly Row[]): InlineItem[] {
  const items: InlineItem[] = [];
  let gone: string[] = [];
  for (const { key, left, right, pair } of rows) {
    if (left?.kind === "directive") gone.push(left.key);
    if (right && right.kind !== "directive") items.push(heading(right, "equal"));
    if (right?.kind !== "directive") continue;
    const own = pair ?? right.pairs[0] ?? null;
    const runs: Run[] = [{ op: "equal", text: right.text }];
    const cells = [...gone, right.key];
    items.push({ kind: "directive", key, cell: right, cells, pair: own, before: [], runs });
    gone = [];
  }
  const last = items.findLast((item) => "cell" in item);
  if (last) last.cells = [...last.cells, ...gone];
  return items;
}

function shared(
  key: string,
  left: DirectiveCell,
  right: DirectiveCell,
  pair: Pair,
  { marked, hideLight }: Drawn,
): InlineDirective {
  const cells = [left.key, right.key];
  const common = { kind: "directive", key, cell: right, cells, pair } as const;
  const plain: Run[] = [{ op: "equal", text: right.text }];
  if (!marked.has(right.key)) return { ...common, before: [], runs: plain };
  if (right.pairs.length > 1) {
    // Marked is what none of the texts it was made of has.
    return { ...common, before: right.pairs.map(({ old }) => old.text), runs: runsOf("new", right.text, right.pairs, hideLight) };
  }
  if (pair.relation === "split") {
    // What went into the other parts is not lost: the whole stands once, above the part that took its place.
    const before = left === right ? [] : [pair.old.text];
    return { ...common, before, runs: runsOf("new", right.text, [pair], hideLight) };
  }
  const runs = inlineRuns(pair, hideLight);
  return { ...common, before: runs ? [] : [pair.old.text], runs: runs ?? plain };
}

function alone(cell: Cell, drawn: Drawn): InlineItem {
  if (cell.kind !== "directive") return heading(cell, cell.side === "old" ? "delete" : "insert");
  const [pair] = cell.pairs;
  const isMarked = drawn.marked.has(cell.key);
  const common = { key: cell.key, cell, cells: [cell.key], pair: pair ?? null };
  if (cell.side === "old" && pair) {
    return { ...common, kind: "gone", before: [], runs: [{ op: "equal", text: cell.text }] };
  }
  if (!pair) {
    const op = !isMarked ? "equal" : cell.side === "old" ? "delete" : "insert";
    return { ...common, kind: "directive", before: [], runs: [{ op, text: cell.text }] };
  }
  if (!isMarked) {
    return { ...common, kind: "directive", before: [], runs: runsOf("new", cell.text, []) };
  }
  return { ...shared(cell.key, cell, cell, pair, drawn), cells: [cell.key] };
}

function heading(cell: HeadingCell, op: Run["op"]): InlineHeading {
  return { kind: cell.kind, key: cell.key, runs: [{ op, text: cell.text }] };
}
