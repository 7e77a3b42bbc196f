// Ways to the parts that have no id of their own, and to the words of one that has.
import { type Command, TextSelection } from "prosemirror-state";
import { blocks, findPart, type Place } from "../blocks";
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

/** Changes a stretch of the text of a directive, of a group's heading or of a section's title; the caret goes behind it. */
export function rewrite(
  id: string,
  change: (text: string) => { from: number; to: number; text: string },
): Command {
  return (state, dispatch) => {
    const part = wordsOf(findPart(state.doc, id));
    if (!part) return false;
    const { from, to, text } = change(part.node.textContent);
    const start = part.pos + 1;
    const tr = putText(state.tr, start + from, start + to, text);
    tr.setSelection(TextSelection.create(tr.doc, start + from + text.length));
    dispatch?.(tr.scrollIntoView());
    return true;
  };
}

/** The text block with a part's own words: of a group or a section its first. */
function wordsOf(part: Place | null): Place | null {
  if (!part || part.node.isTextblock) return part;
  const first = part.node.firstChild;
  return first?.isTextblock ? { node: first, pos: part.pos + 1 } : null;
}
