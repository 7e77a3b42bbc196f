// Ids and sub-items put right after every change of the structure, in the same undo step.
//
// Every section, group and directive has an id of its own; of two with one id the later one gets a
// new id. A sub-item without a lead is an ordinary directive, and so is a lead without sub-items.
import type { Node } from "prosemirror-model";
import { Plugin, type Transaction } from "prosemirror-state";
import { touchedAny } from "../blocks";
import { isItem, isSub, types } from "../schema";

/** The plugin; `newId` gives 32 hexadecimal digits. */
export function structure(newId: () => string): Plugin {
  return new Plugin({
    appendTransaction(trs, _, state) {
      if (!touchedAny(trs)) return null;
      const tr = state.tr;
      mend(tr, newId);
      return tr.docChanged ? tr : null;
    },
  });
}

/** Puts a document right; the steps are added to `tr`. */
export function mend(tr: Transaction, newId: () => string): void {
  // Types first: neither kind of change moves a position.
  tr.doc.descendants((node, pos) => {
    if (node.type === types.group) mendItems(tr, node, pos);
    return node.type === types.doc || node.type === types.section;
  });
  const seen = new Set<string>();
  tr.doc.descendants((node, pos) => {
    if (!("id" in node.attrs)) return !node.isTextblock;
    const id: string | null = node.attrs.id;
    if (id === null ? node.type !== types.lead : seen.has(id)) {
      const fresh = newId();
      seen.add(fresh);
      tr.setNodeAttribute(pos, "id", fresh);
    } else if (id !== null) seen.add(id);
    return !node.isTextblock;
  });
}

function mendItems(tr: Transaction, group: Node, start: number): void {
  let led = false;
  group.forEach((node, offset, index) => {
    if (!isItem(node)) return;
    const pos = start + 1 + offset;
    const next = index + 1 < group.childCount ? group.child(index + 1) : null;
    if (node.type === types.lead) {
      led = next !== null && isSub(next);
      if (!led) tr.setNodeMarkup(pos, types.directive, { ...node.attrs, sub: false });
    } else if (isSub(node) && !led) tr.setNodeAttribute(pos, "sub", false);
    else if (!isSub(node)) led = false;
  });
}
