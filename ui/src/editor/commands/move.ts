// Moving directives, groups and sections; ids and the caret go along.
//
// Alt+↑/↓ steps over what a person sees as one thing: an item steps over a lead with all its
// sub-items, a lead takes its sub-items along, a sub-item leaves its lead at the edge.
import type { Node, ResolvedPos } from "prosemirror-model";
import { type Command, TextSelection, type Transaction } from "prosemirror-state";
import { around, findPart } from "../blocks";
import { isItem, isParagraph, isSub, types } from "../schema";

/** Moves what the caret is in one place up. */
export const moveUp: Command = (state, dispatch) => step(-1)(state, dispatch);

/** Moves what the caret is in one place down. */
export const moveDown: Command = (state, dispatch) => step(1)(state, dispatch);

function step(by: 1 | -1): Command {
  return (state, dispatch) => {
    const { $head } = state.selection;
    const { parent } = $head;
    const tr = state.tr;
    let moved = false;
    if (isItem(parent)) moved = isSub(parent) ? stepSub(tr, $head, by) : stepItem(tr, $head, by);
    else if (parent.type === types.group_head) moved = stepGroup(tr, $head, by);
    else if (isParagraph(parent)) moved = stepParagraph(tr, $head, by);
    else if (parent.isTextblock) moved = stepSection(tr, $head, by);
    if (moved) dispatch?.(tr.scrollIntoView());
    return moved;
  };
}

/** Takes a range of whole nodes to another place; the selection goes with it. */
function carry(tr: Transaction, from: number, to: number, target: number): void {
  const nodes = tr.doc.slice(from, to).content;
  const { anchor, head } = tr.selection;
  const held = from <= head && head <= to;
  tr.delete(from, to);
  const at = target > from ? target - (to - from) : target;
  tr.insert(at, nodes);
  if (!held) return;
  const kept = (pos: number): number => at + Math.min(Math.max(pos, from), to) - from;
  tr.setSelection(TextSelection.between(tr.doc.resolve(kept(anchor)), tr.doc.resolve(kept(head))));
}

function stepSub(tr: Transaction, $head: ResolvedPos, by: 1 | -1): boolean {
  const [group, index] = [$head.node(-1), $head.index(-1)];
  const [from, to] = [$head.before(), $head.after()];
  const beside = group.maybeChild(index + by);
  if (beside && isSub(beside)) {
    carry(tr, from, to, by < 0 ? from - beside.nodeSize : to + beside.nodeSize);
    return true;
  }
  // At the edge of its row it leaves the lead: downwards where it stands, upwards over the lead.
  if (by < 0) carry(tr, from, to, from - (beside as Node).nodeSize);
  tr.setNodeAttribute(tr.selection.$head.before(), "sub", false);
  return true;
}

/** A stretch of a group that moves as one: an item, or a lead with its sub-items. */
function unit(group: Node, index: number): [number, number] {
  let first = index;
  while (isSub(group.child(first)) && first > 1) first -= 1;
  let last = first;
  while (last + 1 < group.childCount && isSub(group.child(last + 1))) last += 1;
  return [first, last];
}

function stepItem(tr: Transaction, $head: ResolvedPos, by: 1 | -1): boolean {
  const group = $head.node(-1);
  const [first, last] = unit(group, $head.index(-1));
  const [from, to] = [$head.posAtIndex(first, -1), $head.posAtIndex(last + 1, -1)];
  const beside = by < 0 ? first - 1 : last + 1;
  if (beside >= 1 && beside < group.childCount) {
    const [start, end] = unit(group, beside);
    carry(tr, from, to, $head.posAtIndex(by < 0 ? start : end + 1, -1));
    return true;
  }
  const next = nearGroup(tr.doc, $head.before(-1), by);
  if (next === null) return false;
  const size = (tr.doc.nodeAt(next) as Node).nodeSize;
  const head = (tr.doc.nodeAt(next + 1) as Node).nodeSize;
  carry(tr, from, to, by < 0 ? next + size - 1 : next + 1 + head);
  return true;
}

/** The group before or behind the one at a position, also in another section. */
function nearGroup(doc: Node, pos: number, by: 1 | -1): number | null {
  const all: number[] = [];
  doc.descendants((node, at) => {
    if (node.type === types.group) all.push(at);
    return node.type === types.section;
  });
  return all[all.indexOf(pos) + by] ?? null;
}

function stepGroup(tr: Transaction, $head: ResolvedPos, by: 1 | -1): boolean {
  const [from, to] = [$head.before(-1), $head.after(-1)];
  const $side = tr.doc.resolve(by < 0 ? from : to);
  const beside = by < 0 ? $side.nodeBefore : $side.nodeAfter;
  if (beside?.type === types.group) {
    carry(tr, from, to, by < 0 ? from - beside.nodeSize : to + beside.nodeSize);
    return true;
  }
  const [before, after] = [$head.before(-2), $head.after(-2)];
  const $section = tr.doc.resolve(by < 0 ? before : after);
  const section = by < 0 ? $section.nodeBefore : $section.nodeAfter;
  if (section?.type !== types.section) return false;
  carry(tr, from, to, by < 0 ? before - 1 : after + 1 + textsSize(section));
  return true;
}

/** How far into a section its groups begin. */
function textsSize(section: Node): number {
  let size = 0;
  section.forEach((node) => {
    if (node.type !== types.group) size += node.nodeSize;
  });
  return size;
}

function stepParagraph(tr: Transaction, $head: ResolvedPos, by: 1 | -1): boolean {
  const [from, to] = [$head.before(), $head.after()];
  const $side = tr.doc.resolve(by < 0 ? from : to);
  const beside = by < 0 ? $side.nodeBefore : $side.nodeAfter;
  if (beside?.type !== $head.parent.type) return false;
  carry(tr, from, to, by < 0 ? from - beside.nodeSize : to + beside.nodeSize);
  return true;
}

function stepSection(tr: Transaction, $head: ResolvedPos, by: 1 | -1): boolean {
  const section = around($head, types.section);
  if (!section) return false;
  const [from, to] = [section.pos, section.pos + section.node.nodeSize];
  const $side = tr.doc.resolve(by < 0 ? from : to);
  const beside = by < 0 ? $side.nodeBefore : $side.nodeAfter;
  if (beside?.type !== types.section) return false;
  carry(tr, from, to, by < 0 ? from - beside.nodeSize : to + beside.nodeSize);
  return true;
}

/**
 * Moves a part to a place: a directive into the group `target`, a group into the section `target`,
 * a section (`target` is `null`) among the sections. `index` is its place after the move, counted
 * as the model counts. A directive put between two sub-items of one lead becomes one of them.
 */
export function moveTo(id: string, target: string | null, index: number): Command {
  return (state, dispatch) => {
    const part = findPart(state.doc, id);
    if (!part) return false;
    const tr = state.tr;
    const [from, to] = [part.pos, part.pos + part.node.nodeSize];
    const home = target === null ? { node: tr.doc, pos: -1 } : findPart(tr.doc, target);
    const fits: Record<string, Node["type"]> = { directive: types.group, group: types.section };
    const wanted = part.node.type === types.section ? types.doc : fits[part.node.type.name];
    if (!home || home.node.type !== wanted) return false;
    if (home.node.content.content.filter((node) => node.type === part.node.type)[index] === part.node) {
      return true;
    }
    const spot = place(home.node, home.pos + 1, part.node, index);
    if (spot.pos < from || spot.pos > to) carry(tr, from, to, spot.pos);
    if (part.node.type === types.directive && isSub(part.node) !== spot.sub) {
      const now = findPart(tr.doc, id);
      if (now) tr.setNodeAttribute(now.pos, "sub", spot.sub);
    }
    if (tr.docChanged) dispatch?.(tr.scrollIntoView());
    return true;
  };
}

/** Where the index-th of its kind stands among the others, and whether inside a row of sub-items. */
function place(home: Node, start: number, part: Node, index: number): { pos: number; sub: boolean } {
  let [count, pos] = [0, start];
  let end = start;
  let last: Node | null = null;
  let led = false;
  for (const node of home.content.content) {
    if (node.type === part.type && node !== part) {
      if (count === index) return { pos: led ? end : pos, sub: !led && isSub(node) };
      count += 1;
    }
    const size = node.nodeSize;
    pos += size;
    if (node === part) continue;
    // In front of the first sub-item means in front of its lead.
    led = node.type === types.lead;
    if (!led) end = pos;
    last = node;
  }
  // Behind all; sections stand before the closing.
  const behind = part.type === types.section && last ? pos - last.nodeSize : pos;
  return { pos: behind, sub: false };
}
