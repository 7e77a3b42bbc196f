// The parts of a resolution as a tree, and the names of the parts that have no id of their own.
import type { TreeNode } from "../../components/tree";
import { m } from "../../i18n";
import type { Resolution } from "../../ipc/generated/Resolution";
import type { Section } from "../../ipc/generated/Section";
import { groupName } from "../../lib/facts";

/** Names of parts that occur once; ids of sections, groups and directives are hexadecimal. */
export const TITLE = "title";
export const PREAMBLE = "preamble";
export const CLOSING = "closing";

/** The tree of the structure pane. */
export function structureOf(resolution: Resolution): TreeNode[] {
  return [
    { id: TITLE, label: m.document_part_title() },
    ...(resolution.preamble.length > 0
      ? [{ id: PREAMBLE, label: m.document_part_preamble() }]
      : []),
    ...resolution.sections.map((section, at) => sectionNode(section, at, resolution)),
    ...(resolution.closing.length > 0 ? [{ id: CLOSING, label: m.document_part_closing() }] : []),
  ];
}

function sectionNode(section: Section, at: number, { sections }: Resolution): TreeNode {
  const nameless =
    sections.length > 1 ? m.document_part_section({ number: at + 1 }) : m.document_part_whole();
  return {
    id: section.id,
    label: section.title ?? nameless,
    count: section.groups.reduce((sum, group) => sum + group.directives.length, 0),
    children: section.groups.map((group) => ({
      id: group.id,
      label: groupName(group),
      count: group.directives.length,
    })),
  };
}
