// A pasted text as it was recognised: groups of directives, and how much belongs to none.
import type { Group } from "../../ipc/generated/Group";
import type { Id } from "../../ipc/generated/Id";
import type { Resolution } from "../../ipc/generated/Resolution";

/** What can be taken from a pasted text. */
export interface Recognised {
  groups: readonly Group[];
  /** Paragraphs that are no directive and no heading. */
  left: number;
}

/** What was recognised; nothing if the text names no addressee, so that there is nothing to order. */
export function recognisedIn(resolution: Resolution): Recognised | null {
  const { sections, preamble, closing, unplaced } = resolution;
  const groups = sections.flatMap((section) => section.groups).filter(isGiven);
  if (!groups.some(({ heading }) => heading.trim() !== "")) return null;
  const own = sections.flatMap(({ findings, problems }) => [...findings, ...problems]);
  return { groups, left: preamble.length + closing.length + unplaced.length + own.length };
}

function isGiven({ directives, heading }: Group): boolean {
  return directives.length > 0 || heading.trim() !== "";
}

/** The groups without what was unticked; a group that is empty by that goes as well. */
export function without(groups: readonly Group[], left: ReadonlySet<Id>): Group[] {
  return groups
    .map((group) => ({ ...group, directives: group.directives.filter(({ id }) => !left.has(id)) }))
    .filter(({ directives }, at) => directives.length > 0 || groups[at]?.directives.length === 0);
}
