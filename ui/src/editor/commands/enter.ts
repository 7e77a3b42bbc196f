// Enter, as in a Word list: the next item; in an empty item, out of the list.
import type { Node } from "prosemirror-model";
import { type Command, Selection, TextSelection, type Transaction } from "prosemirror-state";
import { blockIndex, blocks } from "../blocks";
import { isItem, isParagraph, isSub, NO_FACTS, types } from "../schema";
import { eraseSelection, putText } from "./erase";
import { divided } from "./facts-of";
import { relevel } from "./levels";

/** What Enter does where the caret is. */
export const enter: Command = (state, dispatch) => {
  const tr = eraseSelection(state.tr);
  const node = tr.selection.$head.parent;
  if (isItem(node)) {
    inItem(tr);
    leaveBlanks(tr);
  }
  else if (node.type === types.group_head) inHeading(tr);
  else if (isParagraph(node)) inParagraph(tr);
  else if (node.type === types.lead_in) inLeadIn(tr);
  else if (node.isTextblock) toBlock(tr, blockIndex(tr.doc, tr.selection.head) + 1);
  else return false;
  dispatch?.(tr.scrollIntoView());
  return true;
};

/** Divides the directive at the caret, also where Enter would do something else. */
export const splitDirective: Command = (state, dispatch) => {
  const { $head } = state.selection;
  const { parentOffset, parent } = $head;
  if (!isItem(parent) || parentOffset === 0 || parentOffset === parent.content.size) return false;
  if (dispatch) {
    const tr = eraseSelection(state.tr);
    inItem(tr);
    trimAround(tr);
    dispatch(tr.scrollIntoView());
  }
  return true;
};

function inItem(tr: Transaction): void {
  const { $head } = tr.selection;
  const item = $head.parent;
  if (item.content.size === 0 && item.type === types.directive) {
    if (isSub(item)) relevel(tr, $head.before(-1), $head.index(-1), 0);
    else leaveGroup(tr);
    return;
  }
  if ($head.parentOffset === 0) {
    // The text keeps its id; the empty item before it is the new one.
    tr.insert($head.before(), types.directive.create({ sub: isSub(item) }));
    return;
  }
  const text = item.textContent;
  const [first, second] = divided(
    item.attrs.rest,
    text.slice(0, $head.parentOffset),
    text.slice($head.parentOffset),
  );
  const sub = isSub(item) || item.type === types.lead;
  const rest = $head.parentOffset === text.length ? NO_FACTS : second;
  tr.split($head.pos, 1, [{ type: types.directive, attrs: { id: null, sub, rest } }]);
  if (rest !== NO_FACTS && item.type === types.directive) {
    tr.setNodeAttribute($head.before(), "rest", first);
  }
}

/** A blank behind the caret stays with the first half: no item begins with one, and Backspace makes the text
 *  what it was. */
function leaveBlanks(tr: Transaction): void {
  const { $head, head } = tr.selection;
  const text = $head.parent.textContent;
  const blanks = text.length - text.trimStart().length;
  if (blanks === 0 || $head.parentOffset > 0) return;
  tr.delete(head, head + blanks);
  const end = $head.before() - 1;
  const before = tr.doc.resolve(end).parent;
  if (isItem(before)) putText(tr, end, end, text.slice(0, blanks));
}

/** Blanks at the cut belong to neither half. */
function trimAround(tr: Transaction): void {
  const at = tr.selection.head;
  const text = tr.selection.$head.parent.textContent;
  const after = text.length - text.trimStart().length;
  if (after > 0) tr.delete(at, at + after);
  const before = tr.doc.resolve(at - 1).nodeBefore as Node;
  const end = at - 2;
  const blanks = before.textContent.length - before.textContent.trimEnd().length;
  if (blanks > 0) tr.delete(end - blanks, end);
}

/** An empty item is left for the next group, or for a new one with an empty heading. */
function leaveGroup(tr: Transaction): void {
  const { $head } = tr.selection;
  const group = $head.node(-1);
  const [itemPos, groupPos] = [$head.before(), $head.before(-1)];
  const index = $head.index(-1);
  const following = group.content.content.slice(index + 1);
  const headless = group.child(0).content.size === 0;
  if (following.length > 0) {
    // A heading is to stand here: what follows comes under it.
    if (headless && index === 1) return;
    tr.delete(itemPos, $head.end(-1));
    const fresh = types.group.create(null, [types.group_head.create(), ...following]);
    const at = tr.mapping.map($head.after(-1));
    tr.insert(at, fresh).setSelection(TextSelection.create(tr.doc, at + 2));
  } else if (headless && index === 1) {
    tr.delete(groupPos, groupPos + group.nodeSize);
    tr.setSelection(Selection.near(tr.doc.resolve(groupPos), 1));
  } else {
    tr.delete(itemPos, itemPos + 2);
    const at = $head.after(-1) - 2;
    if (tr.doc.nodeAt(at)?.type !== types.group) {
      tr.insert(at, types.group.create(null, types.group_head.create()));
    }
    tr.setSelection(TextSelection.create(tr.doc, at + 2));
  }
}

function inHeading(tr: Transaction): void {
  const { $head } = tr.selection;
  const [offset, size] = [$head.parentOffset, $head.parent.content.size];
  if (offset > 0 && offset < size) {
    tr.split($head.pos, 1, [{ type: types.directive }]);
    return;
  }
  const at = $head.after();
  if ($head.node(-1).childCount === 1) tr.insert(at, types.directive.create());
  tr.setSelection(TextSelection.create(tr.doc, at + 1));
}

function inLeadIn(tr: Transaction): void {
  const at = tr.selection.$head.after();
  if (tr.doc.nodeAt(at)?.type !== types.group) {
    tr.insert(at, types.group.create(null, types.group_head.create()));
  }
  tr.setSelection(TextSelection.create(tr.doc, at + 2));
}

function inParagraph(tr: Transaction): void {
  const { $head } = tr.selection;
  const paragraph = $head.parent;
  const { parent, nodeAfter } = tr.doc.resolve($head.after());
  const leaves =
    paragraph.content.size === 0 &&
    parent.type !== types.closing &&
    nodeAfter?.type !== paragraph.type &&
    (paragraph.type !== types.paragraph || parent.childCount > 1);
  if (!leaves) {
    tr.split($head.pos);
    return;
  }
  const index = blockIndex(tr.doc, $head.pos);
  tr.delete($head.before(), $head.after());
  toBlock(tr, index);
}

/** Puts the caret at the start of a block, if there is one. */
export function toBlock(tr: Transaction, index: number, atEnd = false): void {
  const place = blocks(tr.doc)[index];
  if (!place) return;
  const at = place.pos + 1 + (atEnd ? place.node.content.size : 0);
  tr.setSelection(TextSelection.create(tr.doc, at));
}
