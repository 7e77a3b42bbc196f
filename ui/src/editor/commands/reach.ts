// Ways to the parts that have no id of their own.
import { type Command, TextSelection } from "prosemirror-state";
import { blocks } from "../blocks";

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
