// The parts of a resolution as the structure pane shows them, and where a part goes when it is moved.
import type { TreeNode } from "../../components/tree";
import { m } from "../../i18n";
import type { Directive } from "../../ipc/generated/Directive";
import type { Group } from "../../ipc/generated/Group";
import type { Id } from "../../ipc/generated/Id";
import type { Resolution } from "../../ipc/generated/Resolution";
import type { Section } from "../../ipc/generated/Section";
import type { Severity } from "../../ipc/generated/Severity";
import { groupName } from "../../lib/facts";
import type { Advice } from "./advice";

/** Names of parts that occur once; ids of sections, groups and directives are hexadecimal. */
export const TITLE = "title";
export const PREAMBLE = "preamble";
export const CLOSING = "closing";

/** The tree of the structure pane. `facts`: what is known of the directives; their words may name who is to do them. */
export function structureOf({ sections }: Resolution, facts: ReadonlyMap<Id, Directive>): TreeNode[] {
  const known = (group: Group): Group => ({
    ...group,
    directives: group.directives.map((directive) => facts.get(directive.id) ?? directive),
  });
  return [
    { id: TITLE, label: m.document_part_title() },
    { id: PREAMBLE, label: m.document_part_preamble() },
    ...sections.map((section, at) => ({
      id: section.id,
      label: sectionName(section, at, sections.length),
      count: section.groups.reduce((sum, group) => sum + group.directives.length, 0),
      children: section.groups.map((group) => ({
        id: group.id,
        label: groupName(group.heading.trim() === "" ? known(group) : group),
        count: group.directives.length,
      })),
    })),
    { id: CLOSING, label: m.document_part_closing() },
  ];
}

function sectionName({ title }: Section, at: number, all: number): string {
  if (title) return title;
  return all > 1 ? m.document_part_section({ number: at + 1 }) : m.document_part_whole();
}

/** The row of the tree that holds a part: a directive stands in its group. */
export function rowOf({ sections }: Resolution, id: string | null): string | null {
  for (const section of sections) {
    for (const group of section.groups) {
      if (group.directives.some((directive) => directive.id === id)) return group.id;
    }
  }
  return id;
}

/** The worst that was found in each section and group; mere tips leave no mark. */
export function worstOf(
  { sections }: Resolution,
  list: readonly Advice[],
): ReadonlyMap<Id, Severity> {
  const worst = new Map<Id, Severity>();
  const home = new Map<Id, readonly [Id, Id | null]>();
  for (const section of sections) {
    home.set(section.id, [section.id, null]);
    for (const group of section.groups) {
      home.set(group.id, [section.id, group.id]);
      for (const { id } of group.directives) home.set(id, [section.id, group.id]);
    }
  }
  for (const { severity, place } of list) {
    if (severity === "note" || place === null) continue;
    for (const id of home.get(place) ?? []) {
      if (id !== null && worst.get(id) !== "error") worst.set(id, severity);
    }
  }
  return worst;
}

/** A place for a part: in `target` (`null` for sections), as the `index`-th after the move. */
export interface Spot {
  target: Id | null;
  index: number;
}

/** One step up or down: groups go over the edge into the next section. */
export function shifted({ sections }: Resolution, id: string, by: 1 | -1): Spot | null {
  const at = sections.findIndex((section) => section.id === id);
  if (at >= 0) {
    const index = at + by;
    return index >= 0 && index < sections.length ? { target: null, index } : null;
  }
  for (const [n, section] of sections.entries()) {
    const index = section.groups.findIndex((group) => group.id === id);
    if (index < 0) continue;
    const next = index + by;
    if (next >= 0 && next < section.groups.length) return { target: section.id, index: next };
    const beside = sections[n + by];
    if (!beside) return null;
    return { target: beside.id, index: by > 0 ? 0 : beside.groups.length };
  }
  return null;
}

/** Where a dragged part comes to stand when it is dropped on a row; `after` is its lower half. */
export function dropped(
  { sections }: Resolution,
  id: string,
  onto: string,
  after: boolean,
): Spot | null {
  if (id === onto) return null;
  const isSection = sections.some((section) => section.id === id);
  const before = (index: number, own: number): number =>
    (own >= 0 && own < index ? index - 1 : index) + (after ? 1 : 0);
  if (isSection) {
    const own = sections.findIndex((section) => section.id === id);
    const index = sections.findIndex(
      (section) => section.id === onto || section.groups.some((group) => group.id === onto),
    );
    if (index < 0 || index === own) return null;
    return { target: null, index: before(index, own) };
  }
  for (const section of sections) {
    const own = section.groups.findIndex((group) => group.id === id);
    // On the name of a section: its first group.
    if (section.id === onto) return { target: section.id, index: 0 };
    const index = section.groups.findIndex((group) => group.id === onto);
    if (index >= 0) return { target: section.id, index: before(index, own) };
  }
  return null;
}
