// What the engine must have drawn: the blocks around both ends of the selection.
//
// Directives far from the screen are not laid out (`content-visibility: auto`), or a long
// resolution could not be typed in. But WebKitGTK puts a selection that is set into a block it has
// not drawn somewhere else, the first letters go there too, and ↓ leaps over thousands of
// characters. So the blocks around the caret are always drawn. They are counted in the order of
// the document: a row that ends at the border of a group leaps at that border.
import { type EditorState, Plugin, PluginKey } from "prosemirror-state";
import { Decoration, DecorationSet } from "prosemirror-view";
import { blockIndex, blocks, touchedAny } from "../blocks";

/** How many blocks to either side. */
export const REACH = 15;

interface Drawn {
  anchor: number;
  head: number;
  set: DecorationSet;
}

const key = new PluginKey<Drawn>("window");

/** The plugin. */
export function renderWindow(): Plugin {
  return new Plugin<Drawn>({
    key,
    state: {
      init: (_, state) => draw(state),
      apply: (tr, was, _, state) => {
        const anchor = blockIndex(state.doc, state.selection.anchor);
        const head = blockIndex(state.doc, state.selection.head);
        if (anchor !== was.anchor || head !== was.head || touchedAny([tr])) return draw(state);
        return tr.docChanged ? { ...was, set: was.set.map(tr.mapping, tr.doc) } : was;
      },
    },
    props: { decorations: (state) => key.getState(state)?.set },
  });
}

function draw(state: EditorState): Drawn {
  const list = blocks(state.doc);
  const anchor = blockIndex(state.doc, state.selection.anchor);
  const head = blockIndex(state.doc, state.selection.head);
  const near = new Set<number>();
  for (const middle of [anchor, head]) {
    const last = Math.min(list.length - 1, middle + REACH);
    for (let i = Math.max(0, middle - REACH); i <= last; i++) near.add(i);
  }
  const marks: Decoration[] = [];
  for (const i of near) {
    const place = list[i];
    if (!place) continue;
    const name = i === head ? "cur is-current" : "cur";
    marks.push(Decoration.node(place.pos, place.pos + place.node.nodeSize, { class: name }));
  }
  return { anchor, head, set: DecorationSet.create(state.doc, marks) };
}
