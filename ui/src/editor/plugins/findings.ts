// What the checks found, as wavy lines under the words. A finding holds only as long as its words
// stand there: one whose quotation differs is dropped, when it comes and after every edit.
import type { Node } from "prosemirror-model";
import { type EditorState, Plugin, PluginKey, type Transaction } from "prosemirror-state";
import { Decoration, DecorationSet, type EditorView } from "prosemirror-view";
import type { Severity } from "../../ipc/generated/Severity";
import { blocks, touchedAny } from "../blocks";
import { isSub, types } from "../schema";

/** Which text of a place; the names are those of the checks. */
export type Part =
  | { part: "title" | "theme" | "section-title" | "lead-in" | "heading" | "lead" | "text" }
  | { part: "preamble" | "finding" | "problem" | "closing"; index: number };

/** Advice about words of the document. */
export interface EditorFinding {
  /** What the host knows it by. */
  key: string;
  severity: Severity;
  /** The directive, group or section; `null` for the document. */
  place: string | null;
  part: Part;
  /** First and past-last UTF-16 unit of that text. */
  range: [number, number];
  /** The words at the range. */
  quote: string;
}

interface Findings {
  /** As they came. */
  list: readonly EditorFinding[];
  set: DecorationSet;
  active: string | null;
}

type Order = { findings: readonly EditorFinding[] } | { active: string | null };

const key = new PluginKey<Findings>("findings");

/** The plugin. */
export function findings(): Plugin {
  return new Plugin<Findings>({
    key,
    state: {
      init: () => ({ list: [], set: DecorationSet.empty, active: null }),
      apply: (tr, was) => {
        const order = tr.getMeta(key) as Order | undefined;
        if (order && "findings" in order) {
          const list = order.findings;
          return { list, active: was.active, set: draw(tr.doc, list, was.active) };
        }
        const set = tr.docChanged ? kept(was, tr) : was.set;
        if (!order) return set === was.set ? was : { ...was, set };
        return { ...was, active: order.active, set: lit(set, tr.doc, order.active) };
      },
    },
    props: { decorations: (state) => key.getState(state)?.set },
  });
}

/** Shows these findings instead of those before. */
export function setFindings(view: EditorView, list: readonly EditorFinding[]): void {
  view.dispatch(view.state.tr.setMeta(key, { findings: list }));
}

/** Highlights one finding, or none. */
export function setActiveFinding(view: EditorView, active: string | null): void {
  view.dispatch(view.state.tr.setMeta(key, { active }));
}

/** Where a finding stands now; `null` once its words have changed. */
export function findingRange(state: EditorState, name: string): { from: number; to: number } | null {
  const found = key.getState(state)?.set.find(undefined, undefined, ({ key }) => key === name)[0];
  return found ? { from: found.from, to: found.to } : null;
}

/** The findings at a position, as the host knows them. */
export function findingsAt(state: EditorState, pos: number): string[] {
  const found = key.getState(state)?.set.find(pos, pos) ?? [];
  return found.map((each) => each.spec.key as string);
}

function draw(doc: Node, list: readonly EditorFinding[], active: string | null): DecorationSet {
  return DecorationSet.create(doc, marks(doc, list, active));
}

function marks(doc: Node, list: readonly EditorFinding[], active: string | null): Decoration[] {
  const texts = textPlaces(doc);
  const out: Decoration[] = [];
  for (const finding of list) {
    const pos = texts.get(name(finding.place, finding.part));
    if (pos === undefined) continue;
    const text = (doc.nodeAt(pos) as Node).textContent;
    const [from, to] = finding.range;
    if (from >= to || text.slice(from, to) !== finding.quote) continue;
    out.push(mark(pos + 1 + from, pos + 1 + to, finding, active));
  }
  return out;
}

type Spec = Pick<EditorFinding, "key" | "severity" | "quote">;

function mark(from: number, to: number, spec: Spec, active: string | null): Decoration {
  const { key, severity, quote } = spec;
  const lit = key === active ? " is-active" : "";
  const attrs = { class: `ed-mark ed-mark--${severity}${lit}` };
  return Decoration.inline(from, to, attrs, { key, severity, quote });
}

/** Only findings near the change can have lost their words. */
function kept(was: Findings, tr: Transaction): DecorationSet {
  let set = was.set.map(tr.mapping, tr.doc);
  const lost = new Set<Decoration>();
  for (const [i, map] of tr.mapping.maps.entries()) {
    const rest = tr.mapping.slice(i + 1);
    map.forEach((_from, _to, start, end) => {
      for (const each of set.find(rest.map(start, -1), rest.map(end, 1))) {
        if (tr.doc.textBetween(each.from, each.to, "\n") !== each.spec.quote) lost.add(each);
      }
    });
  }
  if (lost.size > 0) set = set.remove([...lost]);
  if (!touchedAny([tr])) return set;
  // A part that moves is taken out and put in; its findings come along if their words do.
  const known = new Set(set.find().map((each) => each.spec.key));
  const gone = was.list.filter((each) => !known.has(each.key));
  return gone.length > 0 ? set.add(tr.doc, marks(tr.doc, gone, was.active)) : set;
}

function lit(set: DecorationSet, doc: Node, active: string | null): DecorationSet {
  const all = set.find();
  return DecorationSet.create(
    doc,
    all.map(({ from, to, spec }) => mark(from, to, spec as Spec, active)),
  );
}

function name(place: string | null, part: Part): string {
  return `${place ?? ""} ${part.part} ${"index" in part ? part.index : ""}`;
}

/** The position of every text a finding can be about. */
export function textPlaces(doc: Node): ReadonlyMap<string, number> {
  const out = new Map<string, number>();
  const counts = new Map<string, number>();
  let [section, group, lead] = ["", "", -1];
  const next = (part: "preamble" | "closing" | "finding" | "problem"): Part => {
    const owner = `${section} ${part}`;
    const index = counts.get(owner) ?? 0;
    counts.set(owner, index + 1);
    return { part, index };
  };
  for (const { node, pos } of blocks(doc)) {
    const put = (place: string | null, part: Part): void => {
      out.set(name(place, part), pos);
    };
    if (node.type === types.paragraph) {
      const own = doc.resolve(pos).parent.type === types.preamble ? "preamble" : "closing";
      section = "";
      put(null, next(own));
    } else if (node.type === types.section_title) {
      section = doc.resolve(pos).parent.attrs.id;
      put(section, { part: "section-title" });
    } else if (node.type === types.finding) put(section, next("finding"));
    else if (node.type === types.problem) put(section, next("problem"));
    else if (node.type === types.lead_in) put(section, { part: "lead-in" });
    else if (node.type === types.group_head) {
      group = doc.resolve(pos).parent.attrs.id;
      put(group, { part: "heading" });
    } else if (node.type === types.lead) lead = pos;
    else if (node.type === types.directive) {
      put(node.attrs.id, { part: "text" });
      // A lead is named through its sub-items, as the model knows it.
      if (isSub(node)) out.set(name(node.attrs.id, { part: "lead" }), lead);
    }
  }
  return out;
}
