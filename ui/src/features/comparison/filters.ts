// Which differences are listed and drawn, and how many each choice would leave.
import type { Difference } from "./differences";
import { hasMark } from "./differences";
import type { Mark } from "./marks";

/** Facts one can ask for alone. */
export type FactKind = "deadlines" | "indicators";

/** Everything chosen above the texts. */
export interface Filter {
  marks: ReadonlySet<Mark>;
  addressee: string | null;
  theme: string | null;
  /** Nothing chosen means any change; several mean either of them. */
  facts: ReadonlySet<FactKind>;
  hideLight: boolean;
}

/** A part of the filter. */
export type Facet = keyof Filter;

/** A choice and how many differences it would leave, with everything else as it is. */
export interface Option {
  name: string;
  count: number;
}

/** Whether a difference passes, leaving one part of the filter out. */
export function passes(difference: Difference, filter: Filter, except?: Facet): boolean {
  const { marks, addressee, theme, facts, hideLight } = filter;
  return (
    (except === "marks" || hasMark(difference, marks)) &&
    (except === "addressee" || addressee === null || difference.addressees.includes(addressee)) &&
    (except === "theme" || theme === null || difference.themes.includes(theme)) &&
    (except === "facts" || facts.size === 0 || [...facts].some((kind) => hasFact(difference, kind))) &&
    (except === "hideLight" || !hideLight || !difference.light)
  );
}

/** Whether such a fact changed, appeared or was lost in it. */
export function hasFact(difference: Difference, kind: FactKind): boolean {
  return difference.pairs.some((pair) => pair.changes[kind] !== undefined);
}

/** The values that occur, the most frequent first, each with its count. */
export function optionsOf(
  differences: readonly Difference[],
  values: (difference: Difference) => readonly string[],
): Option[] {
  const counts = new Map<string, number>();
  for (const difference of differences) {
    for (const value of values(difference)) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return [...counts]
    .map(([name, count]) => ({ name, count }))
    .sort((a, b) => b.count - a.count || a.name.localeCompare(b.name, "ru"));
}
