// Ways to the parts that have no id of their own, and to the words of one that has.
import { type Command, TextSelection } from "prosemirror-state";
import { blocks, findPart } from "../blocks";
import { putText } from "./erase";

const reach =
  (first: boolean): Command =>
  (state, dispatch, view) => {
    const all = blocks(state.doc);
    const name = first ? "preamble" : "closing";
    const place = all.find(({ pos }) => state.doc.resolve(pos).parent.type.name === name);
    if (!place) return false;
    const at = place.pos + 1 + place.node.content.size;
    dispatch?.(state.tr.setSelection(TextSelection.create(state.doc, at)).scrollIntoView());
    view?.focus();
    return true;
  };

/** Puts the caret behind the first paragraph of the preamble. */
export const toPreamble: Command = reach(true);

/** Puts the caret behind the first paragraph of the closing. */
export const toClosing: Command = reach(false);

/** Changes a stretch of a directive's text; the caret goes behind it. */
export function rewrite(
  id: string,
  change: (text: string) => { from: number; to: number; text: string },
): Command {
  return (state, dispatch) => {
    const part = findPart(state.doc, id);
    if (!part?.node.isTextblock) return false;
    const { from, to, text } = change(part.node.textContent);
    const start = part.pos + 1;
    const tr = putText(state.tr, start + from, start + to, text);
    tr.setSelection(TextSelection.create(tr.doc, start + from + text.length));
    dispatch?.(tr.scrollIntoView());
    return true;
  };
}
