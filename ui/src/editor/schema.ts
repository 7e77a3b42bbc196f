// The document as ProseMirror keeps it: one node type for each part of the model, plain text
// inside, no marks. What the schema does not allow no command, paste or undo can bring about.
//
//   doc        → preamble section* closing
//   preamble   → paragraph+                    (one empty paragraph stands for none)
//   section    → section_title finding* problem* lead_in group*
//   group      → group_head (directive | lead)*
//
// A `lead` is the parent phrase of the `sub` directives behind it. It keeps the identity of the
// directive it may have been, so that making a sub-item can be taken back.
import { type Node, Schema } from "prosemirror-model";
import type { Directive } from "../ipc/generated/Directive";
import type { Group } from "../ipc/generated/Group";
import type { TitleBlock } from "./edit";

/** What a directive keeps besides its text and place. */
export type DirectiveRest = Omit<Directive, "id" | "text" | "lead">;
/** What a group keeps besides its heading and directives. */
export type GroupRest = Omit<Group, "id" | "number" | "heading" | "directives">;

/** A new directive: nothing is known of it yet. */
export const NO_FACTS: DirectiveRest = Object.freeze({
  addressee: null,
  deadlines: [],
  indicators: [],
  references: [],
  source: null,
});

/** A new group. */
export const NO_ADDRESSEES: GroupRest = Object.freeze({
  addressees: [],
  partners: [],
  deadlines: [],
  source: null,
});

/** A document nobody has named yet. */
export const NO_TITLE: TitleBlock = Object.freeze({
  kind: "resolution",
  draft: false,
  title: "",
  event: { name: null, theme: null, held_on: [], municipality: null, region: null },
  adopted_on: null,
  adoption: null,
  place: null,
});

// A caret or a stretch of text is selected, never a node: whole parts have commands of their own.
const text = { content: "text*", marks: "", whitespace: "pre", selectable: false } as const;
// Where a finding or problem is printed, if not above the lead-in: its turn and what it stands above.
const told = { attrs: { place: { default: null } } } as const;
const box = { isolating: true, selectable: false } as const;
const label = (name: string): Record<string, string> => ({ class: `ed-${name}` });
const stamped = (name: string, node: Node): Record<string, string> =>
  node.attrs.id === null ? label(name) : { class: `ed-${name}`, "data-id": node.attrs.id };

/** The schema. */
export const schema = new Schema({
  nodes: {
    doc: { content: "preamble section* closing", attrs: { block: { default: NO_TITLE } } },
    text: {},
    paragraph: { ...text, toDOM: () => ["p", label("paragraph"), 0] },
    preamble: {
      ...box,
      content: "paragraph+",
      toDOM: () => ["div", label("preamble"), 0],
    },
    closing: { ...box, content: "paragraph+", toDOM: () => ["div", label("closing"), 0] },
    section: {
      content: "section_title finding* problem* lead_in group*",
      ...box,
      attrs: { id: { default: null }, called: { default: null } },
      toDOM: (node) => ["div", stamped("section", node), 0],
    },
    section_title: { ...text, toDOM: () => ["h2", label("title"), 0] },
    finding: { ...text, ...told, toDOM: () => ["p", label("finding"), 0] },
    problem: { ...text, ...told, toDOM: () => ["p", label("problem"), 0] },
    lead_in: { ...text, toDOM: () => ["p", label("lead-in"), 0] },
    group: {
      content: "group_head (directive | lead)*",
      attrs: { id: { default: null }, number: { default: null }, rest: { default: NO_ADDRESSEES } },
      ...box,
      toDOM: (node) => ["div", stamped("group", node), 0],
    },
    group_head: { ...text, toDOM: () => ["h3", label("head"), 0] },
    directive: {
      ...text,
      attrs: { id: { default: null }, sub: { default: false }, rest: { default: NO_FACTS } },
      toDOM: (node) => [
        "p",
        // Only the clipboard sees this; on the page a directive has a view of its own.
        { ...stamped("directive", node), "data-rest": JSON.stringify(node.attrs.rest) },
        0,
      ],
    },
    lead: {
      ...text,
      attrs: { id: { default: null }, rest: { default: NO_FACTS } },
      toDOM: (node) => ["p", stamped("lead", node), 0],
    },
  },
});

/** The node types by name, known to exist. */
export const types = schema.nodes;

/** Whether a node is an item of a group. */
export function isItem(node: Node): boolean {
  return node.type === types.directive || node.type === types.lead;
}

/** Whether a node is a sub-item. */
export function isSub(node: Node): boolean {
  return node.type === types.directive && node.attrs.sub === true;
}

/** Whether a text block is one of a row of paragraphs. */
export function isParagraph(node: Node): boolean {
  return node.type === types.paragraph || node.type === types.finding || node.type === types.problem;
}
