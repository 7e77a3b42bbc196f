// What a person says of a difference, as decisions to keep.
import type { Decision } from "../../ipc/generated/Decision";
import type { Judgement } from "../../ipc/generated/Judgement";
import type { Pair } from "../../ipc/generated/Pair";
import type { Part } from "../../ipc/generated/Part";
import type { Relation } from "../../ipc/generated/Relation";

/** Relations a person may name; that the texts are the same is no matter of opinion. */
export const NAMED: readonly Relation[] = [
  "reworded",
  "continued",
  "narrowed",
  "broadened",
  "split",
  "merged",
];

type Sides = Pick<Pair, "old" | "new">;

/** The pairs belong together. */
export function confirm(pairs: readonly Pair[]): Decision[] {
  return pairs.filter((pair) => !pair.confirmed).map((pair) => together(pair));
}

/** The pairs do not belong together. */
export function reject(pairs: readonly Sides[]): Decision[] {
  return pairs.map((pair) => decision(pair, { is: "apart" }));
}

/** The pairs relate in this way. */
export function relate(pairs: readonly Sides[], relation: Relation): Decision[] {
  return pairs.map((pair) => together(pair, relation));
}

/** How a new link stands to the links its directives have. */
export type LinkMode = "instead" | "beside";

/**
 * Links two directives.
 *
 * Instead: what each of them was linked with is kept apart, so that no later pairing brings it
 * back. Beside: the links of the directive it began with are kept, which makes a split or a merge.
 */
export function link(
  sides: Sides,
  { mode, own, others }: { mode: LinkMode; own: readonly Pair[]; others: readonly Pair[] },
): Decision[] {
  const isNew = (pair: Pair): boolean =>
    pair.old.id !== sides.old.id || pair.new.id !== sides.new.id;
  const kept = mode === "beside" ? confirm(own.filter(isNew)) : [];
  const left = mode === "instead" ? reject([...own, ...others].filter(isNew)) : [];
  return [...left, ...kept, together(sides)];
}

function together(sides: Sides, relation?: Relation): Decision {
  return decision(sides, relation ? { is: "together", relation } : { is: "together" });
}

function decision(sides: Sides, verdict: Judgement): Decision {
  const part = ({ id, text }: Part): Part => ({ id, text });
  return { old: part(sides.old), new: part(sides.new), verdict };
}
