// What can be said of a directive in a comparison, in the order the window shows it. `moved` stands
// beside a relation rather than instead of it: a reworded directive may also have moved.
import type { Pair } from "../../ipc/generated/Pair";
import type { Relation } from "../../ipc/generated/Relation";

/** A relation of two directives, or the fate of one that has no partner. */
export type Fate = Relation | "added" | "dropped";

/** Everything the window can filter by. */
export type Mark = Fate | "moved";

/** All marks, in the order of the filters. */
export const MARKS: readonly Mark[] = [
  "unchanged",
  "reworded",
  "continued",
  "narrowed",
  "broadened",
  "split",
  "merged",
  "moved",
  "added",
  "dropped",
];

/** A mark and how many directives or pairs bear it. */
export interface MarkCount {
  mark: Mark;
  count: number;
}

type Marked = readonly { fate: Fate; moved: boolean }[];

/**
 * Counts of each mark that occurs, in the order of the filters.
 *
 * Counted by what a reader stops at: a directive split in three is one split, not three pairs.
 * A mark that occurs keeps its place when none of the `counted` bears it.
 */
export function countMarks(all: Marked, counted: Marked = all): MarkCount[] {
  const count = (differences: Marked, mark: Mark): number =>
    differences.filter(({ fate, moved }) => (mark === "moved" ? moved : fate === mark)).length;
  return MARKS.filter((mark) => count(all, mark) > 0).map((mark) => ({
    mark,
    count: count(counted, mark),
  }));
}

/** The mark shown beside a pair: its relation, or the move when the text is the same. */
export function leadingMark(pair: Pick<Pair, "relation" | "moved">): Mark {
  return pair.relation === "unchanged" && pair.moved ? "moved" : pair.relation;
}
