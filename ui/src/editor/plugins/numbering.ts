// Printed numbers by the rules of the model's `numbering.rs`, shown beside the text and never in
// it: a node decoration carries `data-number`, and `data-mark` for what hangs in the margin.
import type { Node } from "prosemirror-model";
import { type EditorState, Plugin, PluginKey, type Transaction } from "prosemirror-state";
import { Decoration, DecorationSet } from "prosemirror-view";
import type { Called } from "../../ipc/generated/Called";
import { type Place, touchedAny } from "../blocks";
import { isSub, types } from "../schema";

/** A numbered part: a group's heading stands for its group, a title for its section. */
export interface Numbered extends Place {
  /** The id of the group or directive; a lead may have none. */
  id: string | null;
  /** The whole number, as the model prints it. */
  number: string;
  /** What stands in the margin: the letter alone for a sub-item. */
  mark: string;
}

/** Russian lists leave these letters out: ё (not in this row), з, й, о, ч, ъ, ы, ь. */
const LEFT_OUT = new Set([0x437, 0x439, 0x43e, 0x447, 0x44a, 0x44b, 0x44c]);
const LETTERS = Array.from({ length: 32 }, (_, i) => 0x430 + i)
  .filter((code) => !LEFT_OUT.has(code))
  .map((code) => String.fromCharCode(code));

/** Numbers a whole document, in its order. */
export function numbered(doc: Node): Numbered[] {
  const out: Numbered[] = [];
  const next = dealer(doc);
  doc.forEach((section, start) => {
    if (section.type !== types.section) return;
    let count = 0;
    const called: Called | null = section.attrs.called;
    if (called !== null) {
      const name = [called.words, ...next(called)].join(" ");
      const title = section.child(0);
      out.push({ node: title, pos: start + 1, id: section.attrs.id, number: name, mark: `${name}. ` });
    }
    section.forEach((group, offset) => {
      if (group.type === types.group) count = numberGroup(group, start + 1 + offset, count, out);
    });
  });
  return out;
}

/** Deals the numbers that sessions of one kind were printed with out to them, in order. */
function dealer(doc: Node): (called: Called) => string[] {
  const numbers = new Map<string, string[]>();
  doc.forEach(({ attrs }) => {
    const called: Called | null = attrs.called ?? null;
    if (called?.number === undefined) return;
    numbers.set(called.words, [...(numbers.get(called.words) ?? []), called.number]);
  });
  for (const list of numbers.values()) list.sort((a, b) => valueOf(a) - valueOf(b));
  return ({ words, number }) => {
    const dealt = number === undefined ? undefined : numbers.get(words)?.shift();
    return dealt === undefined ? [] : [dealt];
  };
}

const ROMAN: Readonly<Record<string, number>> = { I: 1, V: 5, X: 10, "\u0425": 10 };

/** The value of a printed number, decimal or Roman; what is none comes last. */
function valueOf(printed: string): number {
  const bare = printed.replace(/^[\u2116 ]+/, "");
  if (/^\d+$/.test(bare)) return Number(bare);
  const values = [...bare].map((letter) => ROMAN[letter] ?? Number.NaN);
  const total = values.reduce((sum, value, i) => sum + (value < (values[i + 1] ?? 0) ? -value : value), 0);
  return total > 0 ? total : Number.MAX_SAFE_INTEGER;
}

/** Numbers one group behind `count` others; gives the new count. */
function numberGroup(group: Node, start: number, count: number, out: Numbered[]): number {
  const head = group.child(0);
  const headed = head.textContent.trim() !== "";
  if (headed || group.childCount === 1) count += 1;
  // A group without a heading has no number of its own but that of its first directive.
  const own = `${headed ? count : count + 1}.`;
  out.push({ node: head, pos: start + 1, id: group.attrs.id, number: own, mark: own });
  const label = (item: number): string => (headed ? `${count}.${item}.` : `${count + item}.`);
  let [item, letter, lead, previous] = [0, 0, "", null as string | null];
  group.forEach((node, offset, index) => {
    if (index === 0) return;
    const place = { node, pos: start + 1 + offset, id: node.attrs.id as string | null };
    if (node.type === types.lead) {
      lead = node.textContent;
      const mark = label(lead === previous ? item : item + 1);
      out.push({ ...place, number: mark, mark });
      return;
    }
    const phrase = isSub(node) ? lead : null;
    const continues = phrase !== null && phrase === previous;
    [item, letter] = continues ? [item, letter + 1] : [item + 1, 0];
    previous = phrase;
    const mark = phrase === null ? label(item) : `${LETTERS[letter] ?? letter + 1})`;
    out.push({ ...place, number: phrase === null ? mark : `${label(item)} ${mark}`, mark });
  });
  return headed ? count : count + item;
}

const key = new PluginKey<DecorationSet>("numbering");
const lists = new WeakMap<Node, readonly Numbered[]>();

/** The numbers of the document as they are now. */
export function numbersOf(state: EditorState): readonly Numbered[] {
  let list = lists.get(state.doc);
  if (!list) {
    list = numbered(state.doc);
    lists.set(state.doc, list);
  }
  return list;
}

/** The plugin. */
export function numbering(): Plugin {
  return new Plugin<DecorationSet>({
    key,
    state: {
      init: (_, state) => DecorationSet.create(state.doc, numbersOf(state).map(decoration)),
      apply: (tr, was, _, state) => {
        if (!tr.docChanged) return was;
        const set = was.map(tr.mapping, tr.doc);
        // Typing in a directive changes no number.
        const renumber = touchedAny([tr], types.section_title, types.group_head, types.lead);
        return renumber ? redone(set, numbersOf(state), tr) : set;
      },
    },
    props: { decorations: (state) => key.getState(state) },
  });
}

/** Only the numbers that changed are drawn again. */
function redone(set: DecorationSet, list: readonly Numbered[], tr: Transaction): DecorationSet {
  const drawn = new Map(set.find().map((each) => [each.from, each]));
  const fresh: Decoration[] = [];
  for (const each of list) {
    const old = drawn.get(each.pos);
    if (old?.spec.number === each.number && old.to === each.pos + each.node.nodeSize) {
      drawn.delete(each.pos);
    } else fresh.push(decoration(each));
  }
  return set.remove([...drawn.values()]).add(tr.doc, fresh);
}

function decoration({ pos, node, number, mark }: Numbered): Decoration {
  const attrs = { "data-number": number, "data-mark": mark };
  return Decoration.node(pos, pos + node.nodeSize, attrs, { number });
}
