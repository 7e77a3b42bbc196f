// Backspace at the start of a block and Delete at its end: the block joins the one before it.
// The earlier keeps its id, unless it is empty: then it gives way. At a border that must stay,
// Backspace takes the caret across it and Delete does nothing.
import type { Node } from "prosemirror-model";
import { type Command, TextSelection, type Transaction } from "prosemirror-state";
import { blockIndex, blocks, type Place } from "../blocks";
import { isItem, isParagraph, isSub, types } from "../schema";
import { toBlock } from "./enter";
import { eraseSelection, putText } from "./erase";
import { united } from "./facts-of";

/** Backspace. */
export const backspace: Command = (state, dispatch) => {
  const { empty, $head } = state.selection;
  if (!empty) {
    dispatch?.(eraseSelection(state.tr).scrollIntoView());
    return true;
  }
  if ($head.parentOffset > 0 || !$head.parent.isTextblock) return false;
  const tr = state.tr;
  const index = blockIndex(tr.doc, $head.pos);
  const caret = joinAt(tr, index);
  if (caret === null) toBlock(tr, index - 1, true);
  else tr.setSelection(TextSelection.create(tr.doc, caret));
  dispatch?.(tr.scrollIntoView());
  return true;
};

/** Delete. */
export const forwardDelete: Command = (state, dispatch) => {
  const { empty, $head } = state.selection;
  if (!empty) return backspace(state, dispatch);
  if (!$head.parent.isTextblock || $head.parentOffset < $head.parent.content.size) return false;
  const tr = state.tr;
  const caret = joinAt(tr, blockIndex(tr.doc, $head.pos) + 1);
  if (caret !== null) {
    dispatch?.(tr.setSelection(TextSelection.create(tr.doc, caret)).scrollIntoView());
  }
  return true;
};

/** Joins the directive with the caret, or all that are selected, into one. */
export const joinDirectives: Command = (state, dispatch) => {
  const { from, to } = state.selection;
  const first = blockIndex(state.doc, from);
  const last = Math.max(blockIndex(state.doc, to), first + 1);
  const list = blocks(state.doc).slice(first, last + 1);
  const group = state.doc.resolve((list[0] as Place).pos).parent;
  const together = list.length === last - first + 1 && list.every(({ node, pos }) => {
    return isItem(node) && state.doc.resolve(pos).parent === group;
  });
  if (!together) return false;
  const tr = state.tr;
  for (let i = last; i > first; i--) {
    const { node } = blocks(tr.doc)[i - 1] as Place;
    const caret = joinAt(tr, i);
    const meet = node.content.size > 0 && !/\s$/.test(node.textContent);
    if (meet && caret !== null) putText(tr, caret, caret, " ");
  }
  dispatch?.(tr.scrollIntoView());
  return true;
};

/** Joins a block with the one before; gives the place they meet, or `null` at a firm border. */
function joinAt(tr: Transaction, index: number): number | null {
  const list = blocks(tr.doc);
  const [before, here] = [list[index - 1], list[index]];
  if (!before || !here) return null;
  if (isItem(here.node)) return joinItem(tr, before, here);
  if (here.node.type === types.group_head) return joinGroup(tr, before, here);
  if (isParagraph(here.node)) return joinParagraph(tr, before, here);
  return dropBareSection(tr, before, here);
}

function end({ pos, node }: Place): number {
  return pos + 1 + node.content.size;
}

function joinItem(tr: Transaction, before: Place, here: Place): number | null {
  if (isItem(before.node)) return joinItems(tr, before, here);
  if (before.node.type !== types.group_head) return null;
  if (here.node.content.size === 0) {
    tr.delete(here.pos, here.pos + 2);
    return end(before);
  }
  // Without a heading between them, the two groups are one.
  if (before.node.content.size === 0) return unite(tr, before.pos, here.pos + 1);
  if (here.node.type === types.lead) return null;
  tr.join(here.pos);
  return end(before);
}

function joinItems(tr: Transaction, before: Place, here: Place): number {
  const [left, right] = [before.node, here.node];
  if (left.content.size === 0 && left.type === types.directive) {
    tr.delete(before.pos, before.pos + 2);
    if (isSub(left) && right.type === types.directive) tr.setNodeAttribute(before.pos, "sub", true);
    return before.pos + 1;
  }
  tr.join(here.pos);
  const rest = united(left.attrs.rest, right.attrs.rest);
  const after = tr.doc.resolve(before.pos).nodeAfter as Node;
  const next = tr.doc.nodeAt(before.pos + after.nodeSize);
  const leads = !isSub(left) && next !== null && isSub(next);
  // A lead read from a file has no id of its own; alone, it is the directive it swallowed.
  const id = left.attrs.id ?? (leads ? null : right.attrs.id);
  if (leads) tr.setNodeMarkup(before.pos, types.lead, { id, rest });
  else tr.setNodeMarkup(before.pos, types.directive, { id, rest, sub: isSub(left) });
  return end(before);
}

function joinGroup(tr: Transaction, before: Place, here: Place): number | null {
  if (here.node.content.size > 0) return null;
  const $here = tr.doc.resolve(here.pos);
  if ($here.parent.childCount > 1) return unite(tr, here.pos, end(before));
  tr.delete($here.before(), $here.after());
  return end(before);
}

/** The items of a group without a heading go to the group before it. */
function unite(tr: Transaction, headPos: number, caret: number): number | null {
  const $head = tr.doc.resolve(headPos);
  const pos = $head.before();
  const group = $head.parent;
  if (tr.doc.resolve(pos).nodeBefore?.type !== types.group) return null;
  tr.delete(pos, pos + group.nodeSize);
  tr.insert(pos - 1, group.content.content.slice(1));
  // Their way is over the end of one group and the start of the other with its heading.
  return caret > pos ? caret - 4 : caret;
}

function joinParagraph(tr: Transaction, before: Place, here: Place): number | null {
  const $here = tr.doc.resolve(here.pos);
  if ($here.nodeBefore?.type === here.node.type) {
    tr.join(here.pos);
    return end(before);
  }
  const only = here.node.type === types.paragraph && $here.parent.childCount === 1;
  if (here.node.content.size > 0 || only) return null;
  tr.delete(here.pos, here.pos + 2);
  return end(before);
}

function dropBareSection(tr: Transaction, before: Place, here: Place): number | null {
  const $here = tr.doc.resolve(here.pos);
  const bare = here.node.type === types.section_title && $here.parent.textContent === "";
  if (!bare || $here.parent.childCount > 3) return null;
  tr.delete($here.before(), $here.after());
  return end(before);
}
