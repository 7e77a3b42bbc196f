// Finding one's way in a document: its text blocks in order, parts by id, what a change touched.
import type { Node, ResolvedPos } from "prosemirror-model";
import type { Transaction } from "prosemirror-state";
import { AttrStep, ReplaceAroundStep, ReplaceStep } from "prosemirror-transform";
import { types } from "./schema";

/** A node and the position before it. */
export interface Place {
  node: Node;
  pos: number;
}

const blockLists = new WeakMap<Node, readonly Place[]>();

/** All text blocks in the order of the document. */
export function blocks(doc: Node): readonly Place[] {
  let list = blockLists.get(doc);
  if (!list) {
    const found: Place[] = [];
    doc.descendants((node, pos) => {
      if (!node.isTextblock) return true;
      found.push({ node, pos });
      return false;
    });
    list = found;
    blockLists.set(doc, list);
  }
  return list;
}

/** The place of the text block around a position in the list of all; the nearest one before it. */
export function blockIndex(doc: Node, pos: number): number {
  const list = blocks(doc);
  let [low, high] = [0, list.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((list[middle] as Place).pos < pos) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The part of that id with its place. */
export function findPart(doc: Node, id: string): Place | null {
  let found: Place | null = null;
  doc.descendants((node, pos) => {
    if (found) return false;
    if (node.attrs.id === id) found = { node, pos };
    return !node.isTextblock;
  });
  return found;
}

/** The node of a type a position is in. */
export function around($pos: ResolvedPos, type: Node["type"]): Place | null {
  for (let depth = $pos.depth; depth > 0; depth--) {
    if ($pos.node(depth).type === type) return { node: $pos.node(depth), pos: $pos.before(depth) };
  }
  return null;
}

/** The text block a position is in. */
export function blockAround($pos: ResolvedPos): Place | null {
  if (!$pos.parent.isTextblock) return null;
  return { node: $pos.parent, pos: $pos.before() };
}

/** The id of the directive, group or section a position is in, the innermost first. */
export function partAround($pos: ResolvedPos): Place | null {
  for (let depth = $pos.depth; depth > 0; depth--) {
    const node = $pos.node(depth);
    if (node.attrs.id) return { node, pos: $pos.before(depth) };
  }
  return null;
}

/** What a transaction touched: the structure, or only the text inside blocks of some types. */
export interface Touched {
  structure: boolean;
  texts: ReadonlySet<Node["type"]>;
}

/** Looks at the steps of a transaction. */
export function touched(tr: Transaction): Touched {
  const texts = new Set<Node["type"]>();
  for (const [i, step] of tr.steps.entries()) {
    if (step instanceof ReplaceAroundStep) return { structure: true, texts };
    if (step instanceof AttrStep && step.attr !== "rest") return { structure: true, texts };
    if (!(step instanceof ReplaceStep)) continue;
    const $from = (tr.docs[i] as Node).resolve(step.from);
    const inside =
      $from.parent.isTextblock &&
      step.to <= $from.end() &&
      step.slice.openStart === 0 &&
      step.slice.content.content.every((node) => node.isText);
    if (!inside) return { structure: true, texts };
    texts.add($from.parent.type);
  }
  return { structure: false, texts };
}

/** Whether any of the transactions touched the structure, or text in a block of these types. */
export function touchedAny(trs: readonly Transaction[], ...kinds: Node["type"][]): boolean {
  return trs.some((tr) => {
    if (!tr.docChanged) return false;
    const { structure, texts } = touched(tr);
    return structure || kinds.some((type) => texts.has(type));
  });
}

/** Whether a node is one of the blocks every section or group has exactly one of. */
export function isFixed(node: Node): boolean {
  return (
    node.type === types.section_title || node.type === types.lead_in || node.type === types.group_head
  );
}
