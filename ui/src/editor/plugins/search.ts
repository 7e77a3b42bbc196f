// Finding and replacing. Letters are compared without case, «ё» as «е» and a no-break space as a
// space, unit by unit, so that places in the folded text are places in the text.
import type { Node } from "prosemirror-model";
import { type EditorState, Plugin, PluginKey, TextSelection, type Transaction } from "prosemirror-state";
import { Decoration, DecorationSet, type EditorView } from "prosemirror-view";
import { blocks } from "../blocks";

/** What to look for. */
export interface Query {
  text: string;
  wholeWord?: boolean;
}

/** A hit in the document. */
export interface Hit {
  from: number;
  to: number;
}

/** What a search bar shows. */
export interface SearchState {
  query: Query | null;
  count: number;
  /** The hit in hand, from 0; −1 before the first one. */
  current: number;
}

interface Search {
  query: Query | null;
  hits: readonly Hit[];
  current: number;
  set: DecorationSet;
}

const key = new PluginKey<Search>("search");
const NONE: Search = { query: null, hits: [], current: -1, set: DecorationSet.empty };

/** The plugin. */
export function search(): Plugin {
  return new Plugin<Search>({
    key,
    state: {
      init: () => NONE,
      apply: (tr, was) => {
        const order = tr.getMeta(key) as { query?: Query | null; at?: number } | undefined;
        if (order && "query" in order) return found(tr.doc, order.query ?? null, -1);
        if (!was.query || !(tr.docChanged || order)) return was;
        if (order?.at !== undefined) return shown(tr.doc, was, order.at);
        const at = was.hits[was.current];
        const next = found(tr.doc, was.query, -1);
        const here = at ? next.hits.findIndex(({ from }) => from >= tr.mapping.map(at.from)) : -1;
        return shown(tr.doc, next, here);
      },
    },
    props: { decorations: (state) => key.getState(state)?.set },
  });
}

/** What is looked for and how much was found. */
export function searchState(state: EditorState): SearchState {
  const { query, hits, current } = key.getState(state) ?? NONE;
  return { query, count: hits.length, current };
}

/** Looks for something, or stops looking with `null`. The caret goes to the nearest hit. */
export function find(view: EditorView, query: Query | null): SearchState {
  const from = view.state.selection.from;
  view.dispatch(view.state.tr.setMeta(key, { query }));
  const { hits } = key.getState(view.state) ?? NONE;
  const near = hits.findIndex((hit) => hit.from >= from);
  if (hits.length > 0) go(view, near === -1 ? 0 : near);
  return searchState(view.state);
}

/** Goes to the next hit, or the one before, round the end. */
export function findNext(view: EditorView, step: 1 | -1 = 1): SearchState {
  const { hits, current } = key.getState(view.state) ?? NONE;
  if (hits.length > 0) go(view, (current + step + hits.length) % hits.length);
  return searchState(view.state);
}

/** Replaces the hit in hand and goes to the next one. */
export function replaceOne(view: EditorView, text: string): SearchState {
  const { hits, current } = key.getState(view.state) ?? NONE;
  const hit = hits[current];
  if (!hit) return findNext(view);
  const tr = view.state.tr.insertText(text, hit.from, hit.to);
  // Behind the new words: what they contain is not found again.
  view.dispatch(tr.setSelection(TextSelection.create(tr.doc, hit.from + text.length)));
  const left = key.getState(view.state)?.hits ?? [];
  const next = left.findIndex(({ from }) => from >= hit.from + text.length);
  if (left.length > 0) go(view, next === -1 ? 0 : next);
  return searchState(view.state);
}

/** Replaces every hit at once, as one step of undo; gives how many. */
export function replaceAll(view: EditorView, text: string): number {
  const { hits } = key.getState(view.state) ?? NONE;
  const tr = view.state.tr;
  for (const { from, to } of hits.toReversed()) tr.insertText(text, from, to);
  if (hits.length > 0) view.dispatch(tr);
  return hits.length;
}

function go(view: EditorView, at: number): void {
  const hit = key.getState(view.state)?.hits[at];
  if (!hit) return;
  const { tr } = view.state;
  tr.setSelection(TextSelection.create(tr.doc, hit.from, hit.to));
  view.dispatch((tr.setMeta(key, { at }) as Transaction).scrollIntoView());
}

function found(doc: Node, query: Query | null, current: number): Search {
  if (!query || query.text === "") return { ...NONE, query };
  const hits: Hit[] = [];
  const needle = fold(query.text);
  for (const { node, pos } of blocks(doc)) {
    for (const at of hitsIn(node, needle, query.wholeWord ?? false)) {
      hits.push({ from: pos + 1 + at, to: pos + 1 + at + needle.length });
    }
  }
  return shown(doc, { ...NONE, query, hits }, current);
}

function shown(doc: Node, search: Search, current: number): Search {
  const marks = search.hits.map(({ from, to }, i) =>
    Decoration.inline(from, to, { class: i === current ? "ed-hit is-active" : "ed-hit" }),
  );
  return { ...search, current, set: DecorationSet.create(doc, marks) };
}

/** The last look into each block, so that typing in one looks into no other. */
const looked = new WeakMap<Node, { needle: string; whole: boolean; at: readonly number[] }>();

function hitsIn(block: Node, needle: string, whole: boolean): readonly number[] {
  const known = looked.get(block);
  if (known && known.needle === needle && known.whole === whole) return known.at;
  const at = places(fold(block.textContent), needle, whole);
  looked.set(block, { needle, whole, at });
  return at;
}

function places(text: string, needle: string, whole: boolean): number[] {
  const out: number[] = [];
  let at = text.indexOf(needle);
  while (at !== -1) {
    const stands = !whole || !(wordy(text[at - 1]) || wordy(text[at + needle.length]));
    if (stands) out.push(at);
    at = text.indexOf(needle, at + (stands ? needle.length : 1));
  }
  return out;
}

function wordy(unit: string | undefined): boolean {
  return unit !== undefined && /[\p{L}\p{N}]/u.test(unit);
}

/** Folds a text without changing its length. */
export function fold(text: string): string {
  let out = text.toLowerCase();
  // A few letters outside Russian grow when lowered.
  if (out.length !== text.length) {
    out = Array.from({ length: text.length }, (_, i) => {
      const low = (text[i] as string).toLowerCase();
      return low.length === 1 ? low : (text[i] as string);
    }).join("");
  }
  return out.replaceAll("ё", "е").replaceAll("\u00a0", " ");
}
