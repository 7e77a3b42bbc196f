// What was understood of a directive, as chips under its text. The chips reach the node view of
// the directive through a node decoration, so they move with it and cost nothing elsewhere.
import type { Node } from "prosemirror-model";
import { Plugin, PluginKey } from "prosemirror-state";
import { Decoration, DecorationSet, type EditorView } from "prosemirror-view";
import { blocks, touchedAny } from "../blocks";
import { same } from "../changes";
import { types } from "../schema";

/** One fact in the words of the window. */
export interface Chip {
  kind: "deadline" | "indicator" | "result" | "reference" | "addressee" | "cell" | "status";
  label: string;
  /** The words it was read from, in UTF-16 units of the directive's text. */
  from?: number;
  to?: number;
  /** It should be there and is not, or cannot be used. */
  missing?: boolean;
}

type Facts = ReadonlyMap<string, readonly Chip[]>;

interface Shown {
  all: Facts;
  set: DecorationSet;
}

const key = new PluginKey<Shown>("facts");

/** The plugin. */
export function facts(): Plugin {
  return new Plugin<Shown>({
    key,
    state: {
      init: () => ({ all: new Map(), set: DecorationSet.empty }),
      apply: (tr, was) => {
        const all = tr.getMeta(key) as Facts | undefined;
        if (all) return { all, set: draw(tr.doc, all) };
        if (!tr.docChanged) return was;
        // A directive that moves is taken out and put in; its chips have to follow.
        if (touchedAny([tr])) return { ...was, set: draw(tr.doc, was.all) };
        return { ...was, set: was.set.map(tr.mapping, tr.doc) };
      },
    },
    props: { decorations: (state) => key.getState(state)?.set },
  });
}

/** Shows these chips, by the id of the directive, instead of those before. */
export function setFacts(view: EditorView, all: Facts): void {
  const was = key.getState(view.state)?.all;
  // The same chips stay the same value, so that their directive is not drawn again.
  const kept = [...all].map(([id, chips]) => {
    const old = was?.get(id);
    return [id, old && same(old, chips) ? old : chips] as const;
  });
  view.dispatch(view.state.tr.setMeta(key, new Map(kept)));
}

function draw(doc: Node, all: Facts): DecorationSet {
  const marks: Decoration[] = [];
  for (const { node, pos } of blocks(doc)) {
    const chips = node.type === types.directive ? all.get(node.attrs.id) : undefined;
    if (!chips || chips.length === 0) continue;
    marks.push(Decoration.node(pos, pos + node.nodeSize, {}, { chips }));
  }
  return DecorationSet.create(doc, marks);
}

/** The chips a node view was given. */
export function chipsOf(decorations: readonly Decoration[]): readonly Chip[] {
  for (const { spec } of decorations) if (spec.chips) return spec.chips as readonly Chip[];
  return [];
}
