// Two wordings of one text, word by word: what stayed, what went, what came.
import type { Op } from "../ipc/generated/Op";

/** A run of text with one mark. */
export interface Run {
  op: Op;
  text: string;
}

/** Words keep their inner signs («2026/2027», «5–17», «01.06.2026»); spaces and signs stand alone. */
const TOKENS = /[\p{L}\p{N}]+(?:[/.,:–-][\p{L}\p{N}]+)*|\s+|[^\p{L}\p{N}\s]/gu;

/** The runs of both wordings, deletions before the insertions that take their place. */
export function wordRuns(before: string, after: string): Run[] {
  const [old, now] = [tokens(before), tokens(after)];
  let head = 0;
  while (head < old.length && old[head] === now[head]) head += 1;
  let tail = 0;
  const shorter = Math.min(old.length, now.length) - head;
  while (tail < shorter && old.at(-1 - tail) === now.at(-1 - tail)) tail += 1;
  const middle = aligned(old.slice(head, old.length - tail), now.slice(head, now.length - tail));
  return tidy([
    { op: "equal", text: old.slice(0, head).join("") },
    ...middle,
    { op: "equal", text: old.slice(old.length - tail).join("") },
  ]);
}

/** What one side shows: its own words, marked or not. */
export function sideOf(runs: readonly Run[], side: "before" | "after"): Run[] {
  const foreign: Op = side === "before" ? "insert" : "delete";
  return runs.filter(({ op }) => op !== foreign);
}

function tokens(text: string): string[] {
  return text.match(TOKENS) ?? [];
}

/** The longest common subsequence; directives are short enough for the plain table. */
function aligned(old: readonly string[], now: readonly string[]): Run[] {
  const width = now.length + 1;
  const lengths = new Uint16Array((old.length + 1) * width);
  const at = (i: number, j: number): number => lengths[i * width + j] ?? 0;
  for (let i = old.length - 1; i >= 0; i -= 1) {
    for (let j = now.length - 1; j >= 0; j -= 1) {
      lengths[i * width + j] =
        old[i] === now[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  const runs: Run[] = [];
  let [i, j] = [0, 0];
  while (i < old.length || j < now.length) {
    if (i < old.length && j < now.length && old[i] === now[j]) {
      runs.push({ op: "equal", text: old[i] ?? "" });
      i += 1;
      j += 1;
    } else if (j >= now.length || (i < old.length && at(i + 1, j) >= at(i, j + 1))) {
      runs.push({ op: "delete", text: old[i] ?? "" });
      i += 1;
    } else {
      runs.push({ op: "insert", text: now[j] ?? "" });
      j += 1;
    }
  }
  return runs;
}

/** Joins neighbours of one kind; changed words that only spaces part are one change. */
function tidy(runs: readonly Run[]): Run[] {
  const out: Run[] = [];
  let [gone, come, gap] = ["", "", ""];
  const flush = (): void => {
    if (gone) out.push({ op: "delete", text: gone });
    if (come) out.push({ op: "insert", text: come });
    if (gap) out.push({ op: "equal", text: gap });
    [gone, come, gap] = ["", "", ""];
  };
  for (const { op, text } of runs) {
    if (text === "") continue;
    if (op !== "equal") {
      if (gap) {
        gone += gap;
        come += gap;
        gap = "";
      }
      if (op === "delete") gone += text;
      else come += text;
    } else if ((gone || come) && gap === "" && /^\s+$/u.test(text)) {
      gap = text;
    } else {
      flush();
      const last = out.at(-1);
      if (last?.op === "equal") last.text += text;
      else out.push({ op, text });
    }
  }
  flush();
  return out;
}
