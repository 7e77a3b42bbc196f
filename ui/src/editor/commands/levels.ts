// Items and sub-items, as Word's list levels. An item of the first level with sub-items behind it
// is their lead; it keeps its id and facts, so that taking the sub-items back makes it a
// directive again.
import type { Node } from "prosemirror-model";
import type { Command, Transaction } from "prosemirror-state";
import { isItem, isSub, types } from "../schema";

/** Makes the item with the caret a sub-item of the one above. */
export const indent: Command = (state, dispatch) => level(1)(state, dispatch);

/** Makes the sub-item with the caret an item again; those behind it become its own. */
export const outdent: Command = (state, dispatch) => level(0)(state, dispatch);

function level(to: 0 | 1): Command {
  return (state, dispatch) => {
    const { $head } = state.selection;
    if (!isItem($head.parent)) return false;
    const index = $head.index(-1);
    const changes = levelOf($head.parent) !== to && (to === 0 || index > 1);
    if (changes) dispatch?.(relevel(state.tr, $head.before(-1), index, to).scrollIntoView());
    return changes;
  };
}

/** Sets the level of one item of a group and gives each item the type that follows. */
export function relevel(tr: Transaction, groupPos: number, index: number, to: 0 | 1): Transaction {
  const group = tr.doc.nodeAt(groupPos) as Node;
  const levels = group.content.content.map((node, i) => (i === index ? to : levelOf(node)));
  group.forEach((node, offset, i) => {
    if (!isItem(node)) return;
    const pos = groupPos + 1 + offset;
    const { id, rest } = node.attrs;
    const sub = levels[i] === 1 && i > 1;
    const leads = !sub && levels[i + 1] === 1;
    if (leads && node.type !== types.lead) tr.setNodeMarkup(pos, types.lead, { id, rest });
    else if (!leads && node.type === types.lead) {
      tr.setNodeMarkup(pos, types.directive, { id, sub, rest });
    } else if (!leads && isSub(node) !== sub) tr.setNodeAttribute(pos, "sub", sub);
  });
  return tr;
}

function levelOf(node: Node): 0 | 1 {
  return isSub(node) ? 1 : 0;
}
