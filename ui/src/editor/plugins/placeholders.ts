// Empty blocks say what belongs there. The words come from outside, as custom properties of the
// page; here is only which blocks are empty.
import type { Node } from "prosemirror-model";
import { Plugin, PluginKey } from "prosemirror-state";
import { Decoration, DecorationSet } from "prosemirror-view";
import { blocks } from "../blocks";
import { types } from "../schema";

const key = new PluginKey<DecorationSet>("placeholders");

/** The plugin; `words` by the name of the block, or of what it stands in. */
export function placeholders(words: (block: Node, parent: Node) => string): Plugin {
  const draw = (doc: Node): DecorationSet => {
    const empty = blocks(doc).filter(({ node }) => node.content.size === 0);
    const marks = empty.map(({ node, pos }) => {
      const hint = words(node, doc.resolve(pos).parent);
      // A heading without words heads nothing.
      const heads = node.type === types.group_head || node.type === types.section_title;
      const role = heads ? { role: "presentation" } : {};
      const attrs = { class: "is-empty", "data-hint": hint, ...role };
      return Decoration.node(pos, pos + node.nodeSize, attrs);
    });
    return DecorationSet.create(doc, marks);
  };
  return new Plugin<DecorationSet>({
    key,
    state: {
      init: (_, state) => draw(state.doc),
      apply: (tr, was) => {
        if (!tr.docChanged) return was;
        const drawn = was.map(tr.mapping, tr.doc);
        const now = blocks(tr.doc).filter(({ node }) => node.content.size === 0);
        const old = drawn.find();
        const kept = old.length === now.length && now.every(({ pos }, i) => old[i]?.from === pos);
        return kept ? drawn : draw(tr.doc);
      },
    },
    props: { decorations: (state) => key.getState(state) },
  });
}
