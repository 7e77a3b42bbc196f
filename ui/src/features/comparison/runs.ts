// The words of a directive with the marks of its pairs.
import type { Op } from "../../ipc/generated/Op";
import type { Pair } from "../../ipc/generated/Pair";
import type { Word } from "../../ipc/generated/Word";
import type { PaperSide } from "./papers";

/** A run of text with one mark. */
export interface Run {
  op: Op;
  text: string;
  /** A form of a word, a capital or a mark: nothing else is said. */
  light?: true;
}

/**
 * Below this share of common text a pair in other words is shown without word marks: a comparison
 * of unrelated wordings, word by word, is noise.
 */
const READABLE_SHARE = 0.35;

/** The runs of one side of a directive's pairs; `text` is the directive's own text. */
export function runsOf(
  side: PaperSide,
  text: string,
  pairs: readonly Pair[],
  hideLight = false,
): Run[] {
  const marked = pairs
    .filter((pair) => pair.relation !== "unchanged" && isReadable(pair))
    .map((pair) => (hideLight ? { ...pair, words: withoutLight(side, pair.words) } : pair));
  const first = marked[0];
  const plain: Run[] = [{ op: "equal", text }];
  if (!first) return plain;
  const runs = marked.length === 1 ? sideRuns(side, first.words) : commonRuns(side, text, marked);
  // What was split or merged in other words is noise, too.
  const isWhole = first.relation !== "split" && first.relation !== "merged";
  return isWhole || equalShare(runs) >= READABLE_SHARE ? runs : plain;
}

/** The part of a text that is not marked. */
function equalShare(runs: readonly Run[]): number {
  const length = (some: readonly Run[]): number => some.reduce((sum, run) => sum + run.text.length, 0);
  return length(runs.filter(({ op }) => op === "equal")) / Math.max(length(runs), 1);
}

/** One text with both deletions and insertions, for reading in one column. */
export function inlineRuns(pair: Pair, hideLight = false): Run[] | null {
  if (pair.relation === "unchanged") return [{ op: "equal", text: pair.new.text }];
  if (!isReadable(pair)) return null;
  return joinRuns(hideLight ? withoutLight("new", pair.words) : pair.words);
}

/** Small changes as one side has them, unmarked. */
function withoutLight(side: PaperSide, words: readonly Word[]): Word[] {
  return words
    .filter((word) => word.light === undefined || word.op === ownOp(side) || word.op === "equal")
    .map((word) => (word.light === undefined ? word : { op: "equal", text: word.text }));
}

/** Word marks help: enough of both texts is the same. */
export function isReadable(pair: Pair): boolean {
  if (pair.relation !== "continued") return true;
  const length = (op: Op): number =>
    pair.words.reduce((sum, word) => sum + (word.op === op ? word.text.length : 0), 0);
  const equal = length("equal");
  const longer = equal + Math.max(length("insert"), length("delete"));
  return longer > 0 && equal / longer >= READABLE_SHARE;
}

function ownOp(side: PaperSide): Op {
  return side === "old" ? "delete" : "insert";
}

/** The words as one side has them. */
export function sideRuns(side: PaperSide, words: readonly Word[]): Run[] {
  return joinRuns(words.filter((word) => word.op === "equal" || word.op === ownOp(side)));
}

/** A word of a split or merged directive is marked only if none of its partners has it. */
function commonRuns(side: PaperSide, text: string, pairs: readonly Pair[]): Run[] {
  const own = ownOp(side);
  const changed = new Array<boolean>(text.length).fill(true);
  for (const pair of pairs) {
    let at = 0;
    for (const run of sideRuns(side, pair.words)) {
      if (run.op === "equal") changed.fill(false, at, at + run.text.length);
      at += run.text.length;
    }
    // Words that do not spell the text cannot be laid over it; one partner's marks are still true.
    if (at !== text.length) return sideRuns(side, pair.words);
  }
  const runs: Word[] = [...changed].map((mark, at) => ({
    op: mark ? own : "equal",
    text: text.charAt(at),
  }));
  return joinRuns(runs);
}

/** Words of one fate as one run. */
export function joinRuns(words: readonly Word[]): Run[] {
  const runs: Run[] = [];
  for (const word of words) {
    const last = runs.at(-1);
    const light = word.op !== "equal" && word.light !== undefined;
    if (last?.op === word.op && (last.light ?? false) === light) last.text += word.text;
    else if (word.text) runs.push({ op: word.op, text: word.text, ...(light ? { light } : {}) });
  }
  return runs;
}
