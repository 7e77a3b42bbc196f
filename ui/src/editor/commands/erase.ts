// Taking out a selection. Inside one block that is a cut of text; across blocks the rules are:
// blocks wholly inside go, what is left of the first and the last is joined if both are items or
// paragraphs of one kind, a heading that was wholly inside goes with its group, and what followed
// it falls to the group before. The parts every section must have are emptied, never removed.
import type { Node } from "prosemirror-model";
import { TextSelection, type Transaction } from "prosemirror-state";
import { blockIndex, blocks, type Place } from "../blocks";
import { isItem, isParagraph, schema, types } from "../schema";

/** Takes the selection out and puts the caret there. */
export function eraseSelection(tr: Transaction): Transaction {
  const { from, to } = tr.selection;
  if (from === to) return tr;
  const caret = erase(tr, from, to);
  return tr.setSelection(TextSelection.create(tr.doc, caret));
}

/** Replaces text inside one block. */
export function putText(tr: Transaction, from: number, to: number, text: string): Transaction {
  if (text === "") return from < to ? tr.delete(from, to) : tr;
  return tr.replaceWith(from, to, schema.text(text));
}

/** Takes a range out; gives where the caret belongs. */
export function erase(tr: Transaction, start: number, end: number): number {
  const list = blocks(tr.doc);
  const [a, b] = [blockIndex(tr.doc, start), blockIndex(tr.doc, end)];
  const [first, last] = [list[a] as Place, list[b] as Place];
  // A selection of everything begins before the first text and ends behind the last one.
  const from = Math.min(Math.max(start, first.pos + 1), first.pos + 1 + first.node.content.size);
  const to = Math.min(Math.max(end, last.pos + 1), last.pos + 1 + last.node.content.size);
  if (a === b) {
    if (from < to) tr.delete(from, to);
    return from;
  }
  const joined = mayJoin(first.node, last.node);
  const tail = last.node.textContent.slice(to - last.pos - 1);
  for (let i = b; i > a; i--) {
    const { node, pos } = list[i] as Place;
    const whole = i < b || joined || tail === "";
    // What is done behind a position leaves it where it is.
    if (!whole) tr.delete(pos + 1, to);
    else if (isItem(node) || isParagraph(node)) dropBlock(tr, pos);
    else clear(tr, pos);
    if (whole && node.type === types.group_head) dropGroup(tr, pos);
    if (whole && node.type === types.section_title) dropSection(tr, pos);
  }
  putText(tr, from, first.pos + 1 + first.node.content.size, joined ? tail : "");
  return from;
}

function mayJoin(first: Node, last: Node): boolean {
  return (isItem(first) && isItem(last)) || (isParagraph(first) && first.type === last.type);
}

function dropBlock(tr: Transaction, pos: number): void {
  const $pos = tr.doc.resolve(pos);
  const size = ($pos.nodeAfter as Node).nodeSize;
  if ($pos.parent.childCount === 1) clear(tr, pos);
  else tr.delete(pos, pos + size);
}

function clear(tr: Transaction, pos: number): void {
  const size = (tr.doc.nodeAt(pos) as Node).content.size;
  if (size > 0) tr.delete(pos + 1, pos + 1 + size);
}

/** The group of an emptied heading goes; its items fall to the group before. */
function dropGroup(tr: Transaction, headPos: number): void {
  const $head = tr.doc.resolve(headPos);
  const group = $head.parent;
  const pos = $head.before();
  const before = tr.doc.resolve(pos).nodeBefore;
  const items = group.content.content.slice(1);
  if (items.length === 0) tr.delete(pos, pos + group.nodeSize);
  else if (before?.type === types.group) {
    tr.delete(pos, pos + group.nodeSize);
    tr.insert(pos - 1, items);
  }
}

/** A section with nothing left goes, unless it is the only one. */
function dropSection(tr: Transaction, titlePos: number): void {
  const $title = tr.doc.resolve(titlePos);
  const section = $title.parent;
  const bare = section.childCount === 2 && section.content.size === 4;
  const pos = $title.before();
  if (bare && tr.doc.childCount > 3) tr.delete(pos, pos + section.nodeSize);
}
