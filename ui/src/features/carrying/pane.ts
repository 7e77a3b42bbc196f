// The draft so far, as the right pane shows it: what stands in it, what is on its way, what the
// current choice would do to it.
import type { CarryView } from "../../ipc/generated/CarryView";
import type { Directive } from "../../ipc/generated/Directive";
import type { Group } from "../../ipc/generated/Group";
import type { Id } from "../../ipc/generated/Id";
import type { Section } from "../../ipc/generated/Section";
import { numbersOf } from "../../lib/numbers";
import type { Entry } from "./carrying.svelte";

/** A directive of the draft. */
export interface PaneItem {
  id: Id;
  number: string;
  text: string;
  /** It is what the current choice would make, or take away. */
  state: "standing" | "coming" | "leaving";
  /** What was said puts it into the draft, whatever is being chosen now. */
  counted: boolean;
}

/** A group of the draft. */
export interface PaneGroup {
  id: Id;
  section: string | null;
  heading: string;
  items: PaneItem[];
}

/** The current directive and the words it would have; none if it would not stand there. */
export interface Ghost {
  id: Id;
  text: string | null;
}

type Words = Pick<Entry, "section" | "heading" | "became" | "text" | "directive">;

/** The draft's groups with the current directive among them. */
export function draftWith(view: CarryView, entries: readonly Entry[], ghost: Ghost | null): PaneGroup[] {
  let { sections } = view.draft.resolution;
  const states = new Map<Id, PaneItem["state"]>();
  const counted = new Map<Id, boolean>();
  for (const entry of entries) {
    const isCurrent = entry.directive.id === ghost?.id;
    if (!isCurrent && !entry.onItsWay) continue;
    const goes = entry.verdict === "close" || entry.verdict === "drop";
    const text = isCurrent ? ghost.text : goes ? null : entry.text;
    const id = entry.stands && entry.became !== null ? entry.became : entry.directive.id;
    counted.set(id, entry.verdict === "keep" || entry.verdict === "change");
    // The back end takes it away; until then it is shown as going.
    if (text === null) states.set(id, "leaving");
    else if (isCurrent) states.set(id, "coming");
    if (text === null) continue;
    sections = entry.stands ? reworded(sections, id, text) : put(sections, { ...entry, text }, entries);
  }
  const numbers = numbersOf({ sections });
  return sections.flatMap((section) =>
    section.groups.map(({ id, heading, directives }) => ({
      id,
      section: section.title,
      heading,
      items: directives.map((directive) => ({
        id: directive.id,
        number: numbers.get(directive.id) ?? "",
        text: directive.text,
        state: states.get(directive.id) ?? "standing",
        counted: counted.get(directive.id) ?? true,
      })),
    })),
  ).filter(({ heading, items }) => items.length > 0 || heading !== "");
}

function reworded(sections: readonly Section[], id: Id, text: string): Section[] {
  return mapGroups(sections, (group) => ({
    ...group,
    directives: group.directives.map((each) => (each.id === id ? { ...each, text } : each)),
  }));
}

/** Puts a directive where last year's order has it: beside the neighbours that are there already. */
function put(sections: readonly Section[], words: Words, entries: readonly Entry[]): Section[] {
  const directive: Directive = { ...words.directive, text: words.text };
  const at = entries.findIndex((entry) => entry.directive.id === words.directive.id);
  const inGroup = (entry: Entry): boolean =>
    entry.heading === words.heading && entry.section === words.section;
  const isIn = (entry: Entry, group: Group): number =>
    group.directives.findIndex(({ id }) => id === entry.became || id === entry.directive.id);
  for (const [neighbours, shift] of [
    [entries.slice(0, at).reverse(), 1],
    [entries.slice(at + 1), 0],
  ] as const) {
    for (const neighbour of neighbours.filter(inGroup)) {
      const group = sections.flatMap(({ groups }) => groups).find((each) => isIn(neighbour, each) >= 0);
      if (!group) continue;
      const place = isIn(neighbour, group) + shift;
      return mapGroups(sections, (each) =>
        each === group ? { ...each, directives: each.directives.toSpliced(place, 0, directive) } : each,
      );
    }
  }
  return withGroup(sections, words, directive, entries.slice(0, at).reverse());
}

/** A group of its own, after the nearest group that stands before it in last year's text. */
function withGroup(
  sections: readonly Section[],
  { heading, section: title }: Words,
  directive: Directive,
  before: readonly Entry[],
): Section[] {
  const found = sections.findIndex((section) => section.title === title);
  const unused = sections.findIndex((section) => section.title === null && section.groups.length === 0);
  const place = found === -1 ? unused : found;
  const group = {
    id: `new-${directive.id}`,
    number: null,
    heading,
    addressees: [],
    partners: [],
    deadlines: [],
    directives: [directive],
    source: null,
  } satisfies Group;
  if (place === -1) {
    const section = { id: `new-${group.id}`, title, findings: [], problems: [], lead_in: null, groups: [group] };
    return [...sections, section];
  }
  const groups = sections[place]?.groups ?? [];
  const near = before
    .map((entry) =>
      groups.findIndex(({ directives }) =>
        directives.some(({ id }) => id === entry.became || id === entry.directive.id),
      ),
    )
    .find((index) => index >= 0);
  const index = near === undefined ? 0 : near + 1;
  return sections.map((section, n) =>
    n === place
      ? { ...section, title: section.title ?? title, groups: section.groups.toSpliced(index, 0, group) }
      : section,
  );
}

function mapGroups(sections: readonly Section[], change: (group: Group) => Group): Section[] {
  return sections.map((section) => ({ ...section, groups: section.groups.map(change) }));
}
