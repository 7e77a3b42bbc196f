// What was understood of a directive, as chips under its text. The chips reach the node view of
// the directive through a node decoration, so they move with it and cost nothing elsewhere.
import { Plugin, PluginKey } from "prosemirror-state";
import { Decoration, DecorationSet, type EditorView } from "prosemirror-view";
import { blocks } from "../blocks";
import { same } from "../changes";
import { types } from "../schema";

/** One fact in the words of the window. */
export interface Chip {
  kind: "deadline" | "indicator" | "reference" | "addressee" | "status";
  label: string;
  /** The words it was read from, in UTF-16 units of the directive's text. */
  from?: number;
  to?: number;
  /** It should be there and is not, or cannot be used. */
  missing?: boolean;
}

const key = new PluginKey<DecorationSet>("facts");

/** The plugin. */
export function facts(): Plugin {
  return new Plugin<DecorationSet>({
    key,
    state: {
      init: () => DecorationSet.empty,
      apply: (tr, was) => tr.getMeta(key) ?? (tr.docChanged ? was.map(tr.mapping, tr.doc) : was),
    },
    props: { decorations: (state) => key.getState(state) },
  });
}

/** Shows these chips, by the id of the directive, instead of those before. */
export function setFacts(view: EditorView, all: ReadonlyMap<string, readonly Chip[]>): void {
  const { doc, tr } = view.state;
  const was = new Map(key.getState(view.state)?.find().map((each) => [each.from, each]));
  const marks: Decoration[] = [];
  for (const { node, pos } of blocks(doc)) {
    const chips = node.type === types.directive ? all.get(node.attrs.id) : undefined;
    if (!chips || chips.length === 0) continue;
    // The same chips stay the same value, so that their directive is not drawn again.
    const old = was.get(pos)?.spec.chips as readonly Chip[] | undefined;
    const kept = old && same(old, chips) ? old : chips;
    marks.push(Decoration.node(pos, pos + node.nodeSize, {}, { chips: kept }));
  }
  view.dispatch(tr.setMeta(key, DecorationSet.create(doc, marks)));
}

/** The chips a node view was given. */
export function chipsOf(decorations: readonly Decoration[]): readonly Chip[] {
  for (const { spec } of decorations) if (spec.chips) return spec.chips as readonly Chip[];
  return [];
}
