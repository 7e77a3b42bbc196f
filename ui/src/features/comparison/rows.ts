// Lays both documents out in common rows. Pairs that kept their order share a row; everything else
// stands at its own place in its own document, and headings are set against headings.
import type { ComparisonView } from "../../ipc/generated/ComparisonView";
import type { Id } from "../../ipc/generated/Id";
import type { Pair } from "../../ipc/generated/Pair";
import { type Cell, type DirectiveCell, paperCells } from "./papers";

/** A row of the two papers. Unrelated cells may share one: only `pair` says they belong together. */
export interface Row {
  key: string;
  left: Cell | null;
  right: Cell | null;
  /** The pair both cells belong to, when it stands in place. */
  pair: Pair | null;
}

/** All rows of a comparison, top to bottom. */
export function layOut(view: ComparisonView): Row[] {
  const left = paperCells("old", view.old, view.comparison);
  const right = paperCells("new", view.new, view.comparison);
  const rows: Row[] = [];
  let [l, r] = [0, 0];
  for (const anchor of anchors(left, right, view.comparison.pairs)) {
    rows.push(...zip(left.slice(l, anchor.left), right.slice(r, anchor.right)));
    rows.push(row(left[anchor.left] ?? null, right[anchor.right] ?? null, anchor.pair));
    [l, r] = [anchor.left + 1, anchor.right + 1];
  }
  rows.push(...zip(left.slice(l), right.slice(r)));
  return rows;
}

interface Anchor {
  left: number;
  right: number;
  pair: Pair;
}

/**
 * The pairs in place, as positions that grow on both sides.
 *
 * The comparison already says which pairs moved; taking the longest growing chain of the others
 * keeps the layout sound whatever it says, and gives a split or merged directive one common row.
 */
function anchors(left: Cell[], right: Cell[], pairs: readonly Pair[]): Anchor[] {
  const [lefts, rights] = [positions(left), positions(right)];
  const candidates: Anchor[] = [];
  for (const pair of pairs) {
    const [at, to] = [lefts.get(pair.old.id), rights.get(pair.new.id)];
    if (!pair.moved && at !== undefined && to !== undefined) {
      candidates.push({ left: at, right: to, pair });
    }
  }
  // Equal lefts come in falling order of rights, so that a chain cannot take two of them.
  candidates.sort((a, b) => a.left - b.left || b.right - a.right);
  return longestChain(candidates);
}

function positions(cells: Cell[]): Map<Id, number> {
  return new Map(
    cells.flatMap((cell, at) => (cell.kind === "directive" ? [[cell.id, at] as const] : [])),
  );
}

/** The longest chain with growing `right`, by patience sorting. */
function longestChain(candidates: Anchor[]): Anchor[] {
  const before: (number | undefined)[] = [];
  const tails: number[] = [];
  candidates.forEach((candidate, at) => {
    const found = tails.findIndex((tail) => (candidates[tail]?.right ?? 0) >= candidate.right);
    const length = found === -1 ? tails.length : found;
    before[at] = length > 0 ? tails[length - 1] : undefined;
    tails[length] = at;
  });
  const chain: Anchor[] = [];
  for (let at = tails.at(-1); at !== undefined; at = before[at]) {
    const anchor = candidates[at];
    if (anchor) chain.unshift(anchor);
  }
  return chain;
}

/** Sets the cells between two anchors side by side, headings against headings of the same kind. */
function zip(left: Cell[], right: Cell[]): Row[] {
  const rows: Row[] = [];
  let [l, r] = [0, 0];
  while (l < left.length || r < right.length) {
    const [a, b] = [left[l] ?? null, right[r] ?? null];
    const side = a && b ? firstOf(a, b) : "both";
    rows.push(row(side === "right" ? null : a, side === "left" ? null : b, null));
    if (side !== "right") l += 1;
    if (side !== "left") r += 1;
  }
  return rows;
}

/** How high a heading stands; the lower kind goes on alone until both sides reach the higher one. */
const RANK: Record<Cell["kind"], number> = { section: 3, group: 2, lead: 1, directive: 0 };

function firstOf(a: Cell, b: Cell): "left" | "right" | "both" {
  const difference = RANK[a.kind] - RANK[b.kind];
  if (difference === 0) return "both";
  return difference > 0 ? "right" : "left";
}

function row(left: Cell | null, right: Cell | null, pair: Pair | null): Row {
  return { key: `${left?.key ?? ""}|${right?.key ?? ""}`, left, right, pair };
}

/** The directive cells of a row, left first. */
export function directivesOf(row: Row): DirectiveCell[] {
  return [row.left, row.right].filter((cell) => cell?.kind === "directive");
}
