// The model's edits between two documents of the editor.
//
// Parts are known by their ids, unchanged ones by the identity of their nodes. Work is done on a
// `Shape`, the ids of the document as the edits so far have left it, so that each index is right
// at the moment its edit is applied. Containers come first, then what moves into them, and only
// then is anything removed: a group that goes away must not take a directive along that moved out.
import type { Node } from "prosemirror-model";
import type { Directive } from "../ipc/generated/Directive";
import type { Group } from "../ipc/generated/Group";
import { children, groupValue, paragraphTexts, sectionHead } from "./convert";
import type { Edit, GroupHead, TitleBlock } from "./edit";
import { types } from "./schema";

/** The edits that turn the resolution of one document into that of the other. */
export function edits(before: Node, after: Node): Edit[] {
  if (before === after) return [];
  const out: Edit[] = [];
  ownTexts(before, after, out);
  if (sectionNodes(before).every((node, i) => node === sectionNodes(after)[i])) {
    if (sectionNodes(before).length === sectionNodes(after).length) return out;
  }
  new Run(before, after, out).all();
  return out;
}

function ownTexts(before: Node, after: Node, out: Edit[]): void {
  const block = after.attrs.block as TitleBlock;
  if (!same(before.attrs.block, block)) out.push({ edit: "set_title_block", block });
  const texts = (doc: Node): [string[], string[]] => [
    paragraphTexts(doc.child(0)),
    paragraphTexts(doc.child(doc.childCount - 1)),
  ];
  const [preamble, closing] = texts(after);
  const [oldPreamble, oldClosing] = texts(before);
  if (!same(oldPreamble, preamble)) out.push({ edit: "set_preamble", paragraphs: preamble });
  if (!same(oldClosing, closing)) out.push({ edit: "set_closing", paragraphs: closing });
}

/** The directives of a group by id, in order; cached, since groups seldom change. */
const listed = new WeakMap<Node, Map<string, Directive>>();
function directivesOf(group: Node): Map<string, Directive> {
  let found = listed.get(group);
  if (!found) {
    found = new Map(groupValue(group).directives.map((each) => [each.id, each]));
    listed.set(group, found);
  }
  return found;
}

/** One document, by id. */
class Index {
  readonly sections = new Map<string, Node>();
  readonly groups = new Map<string, Node>();
  /** The section of each group. */
  readonly home = new Map<string, string>();

  constructor(doc: Node) {
    for (const section of sectionNodes(doc)) {
      this.sections.set(section.attrs.id, section);
      for (const group of groupNodes(section)) {
        this.groups.set(group.attrs.id, group);
        this.home.set(group.attrs.id, section.attrs.id);
      }
    }
  }
}

/** The order of the parts as the edits given so far have left it. */
class Shape {
  readonly sections: string[];
  readonly groups = new Map<string, string[]>();
  readonly directives = new Map<string, string[]>();

  constructor(index: Index) {
    this.sections = [...index.sections.keys()];
    for (const id of this.sections) this.groups.set(id, []);
    for (const [id, group] of index.groups) {
      this.groups.get(index.home.get(id) as string)?.push(id);
      this.directives.set(id, [...directivesOf(group).keys()]);
    }
  }
}

class Run {
  private readonly old: Index;
  private readonly now: Index;
  private readonly shape: Shape;
  /** Where each directive of a changed group stands now and stood before. */
  private readonly were = new Map<string, { group: string; value: Directive }>();
  private readonly are = new Map<string, string>();

  constructor(
    before: Node,
    after: Node,
    private readonly out: Edit[],
  ) {
    this.old = new Index(before);
    this.now = new Index(after);
    this.shape = new Shape(this.old);
    for (const [id, group] of this.old.groups) {
      if (this.now.groups.get(id) === group) continue;
      for (const [each, value] of directivesOf(group)) this.were.set(each, { group: id, value });
    }
    for (const [id, group] of this.changedGroups()) {
      for (const each of directivesOf(group).keys()) this.are.set(each, id);
    }
  }

  all(): void {
    this.placeSections();
    for (const id of this.now.sections.keys()) this.placeGroups(id);
    for (const [id, group] of this.changedGroups()) this.placeDirectives(id, group);
    this.remove();
    this.setHeads();
  }

  private changedGroups(): [string, Node][] {
    return [...this.now.groups].filter(([id, group]) => this.old.groups.get(id) !== group);
  }

  private placeSections(): void {
    const wanted = [...this.now.sections.keys()];
    arrange(this.shape.sections, wanted, {
      insert: (id, index) => {
        const node = this.now.sections.get(id) as Node;
        const fresh = groupNodes(node).filter((group) => !this.old.groups.has(group.attrs.id));
        const groups = fresh.map((group) => this.newGroup(group));
        this.shape.groups.set(id, groups.map((group) => group.id));
        const section = { id, ...sectionHead(node), groups };
        this.out.push({ edit: "insert_section", index, section });
      },
      move: (id, index) => this.out.push({ edit: "move_section", id, index }),
    });
  }

  private placeGroups(section: string): void {
    const wanted = groupNodes(this.now.sections.get(section) as Node).map(
      (group) => group.attrs.id as string,
    );
    const list = this.shape.groups.get(section) as string[];
    arrange(list, wanted, {
      insert: (id, index) => {
        const node = this.now.groups.get(id) as Node;
        const from = this.shape.groups.get(this.old.home.get(id) ?? "");
        if (from?.includes(id)) {
          from.splice(from.indexOf(id), 1);
          this.out.push({ edit: "move_group", id, section, index });
        } else {
          this.out.push({ edit: "insert_group", section, index, group: this.newGroup(node) });
        }
      },
      move: (id, index) => this.out.push({ edit: "move_group", id, section, index }),
    });
  }

  /** A new group with those of its directives that are new as well; the others will move in. */
  private newGroup(node: Node): Group {
    const value = groupValue(node);
    const directives = value.directives.filter((each) => !this.were.has(each.id));
    this.shape.directives.set(value.id, directives.map((each) => each.id));
    return { ...value, directives };
  }

  private placeDirectives(group: string, node: Node): void {
    const now = directivesOf(node);
    const list = this.shape.directives.get(group) as string[];
    arrange(list, [...now.keys()], {
      insert: (id, index) => {
        const was = this.were.get(id);
        if (was) {
          const from = this.shape.directives.get(was.group) as string[];
          from.splice(from.indexOf(id), 1);
          this.out.push({ edit: "move_directive", id, group, index });
        } else {
          const directive = now.get(id) as Directive;
          this.out.push({ edit: "insert_directive", group, index, directive });
        }
      },
      move: (id, index) => this.out.push({ edit: "move_directive", id, group, index }),
    });
    for (const [id, directive] of now) {
      const was = this.were.get(id);
      if (was && !same(was.value, directive)) this.out.push({ edit: "set_directive", directive });
    }
  }

  private remove(): void {
    for (const id of this.old.sections.keys()) {
      if (!this.now.sections.has(id)) this.out.push({ edit: "remove_section", id });
    }
    for (const [id, section] of this.old.home) {
      const left = !this.now.groups.has(id) && this.now.sections.has(section);
      if (left) this.out.push({ edit: "remove_group", id });
    }
    for (const [id, { group }] of this.were) {
      const left = !this.are.has(id) && this.now.groups.has(group);
      if (left) this.out.push({ edit: "remove_directive", id });
    }
  }

  private setHeads(): void {
    for (const [id, node] of this.now.sections) {
      const was = this.old.sections.get(id);
      if (!was || was === node) continue;
      const head = sectionHead(node);
      if (!same(sectionHead(was), head)) this.out.push({ edit: "set_section", id, head });
    }
    for (const [id, node] of this.changedGroups()) {
      const was = this.old.groups.get(id);
      if (!was) continue;
      const [old, now] = [groupValue(was), groupValue(node)];
      if (!same(old.bodies, now.bodies) || !same(old.source, now.source)) this.replace(id, now);
      else if (!same(groupHead(old), groupHead(now))) {
        this.out.push({ edit: "set_group", id, head: groupHead(now) });
      }
    }
  }

  /** There is no edit for a group's bodies and source alone. */
  private replace(id: string, group: Group): void {
    const section = this.now.home.get(id) as string;
    const index = groupNodes(this.now.sections.get(section) as Node).findIndex(
      (node) => node.attrs.id === id,
    );
    this.out.push({ edit: "remove_group", id }, { edit: "insert_group", section, index, group });
  }
}

function groupHead(group: Group): GroupHead {
  const { number, heading, addressees, partners, deadlines } = group;
  return { number, heading, addressees, partners, deadlines };
}

function sectionNodes(doc: Node): readonly Node[] {
  return children(doc).slice(1, -1);
}

function groupNodes(section: Node): Node[] {
  return children(section).filter((node) => node.type === types.group);
}

/**
 * Brings `list` into the order `wanted`, telling each step. What is not wanted stays among the
 * others until it is moved elsewhere or removed; it does not disturb their order. As few parts
 * as possible move: those outside the longest run that is in order already.
 */
function arrange(
  list: string[],
  wanted: readonly string[],
  tell: { insert(id: string, index: number): void; move(id: string, index: number): void },
): void {
  if (list.length === wanted.length && list.every((id, i) => id === wanted[i])) return;
  const at = new Map(list.map((id, i) => [id, i]));
  const stay = longestOrdered(wanted.filter((id) => at.has(id)), at);
  let previous = -1;
  for (const id of wanted) {
    if (stay.has(id)) {
      previous = list.indexOf(id, previous + 1);
      continue;
    }
    if (at.has(id)) {
      const from = list.indexOf(id);
      list.splice(from, 1);
      const index = (from <= previous ? previous - 1 : previous) + 1;
      list.splice(index, 0, id);
      tell.move(id, index);
      previous = index;
    } else {
      tell.insert(id, previous + 1);
      list.splice(previous + 1, 0, id);
      previous += 1;
    }
  }
}

/** The longest run of ids whose old places rise. */
function longestOrdered(ids: readonly string[], at: ReadonlyMap<string, number>): Set<string> {
  const place = (id: string): number => at.get(id) as number;
  const ends: string[] = [];
  const before = new Map<string, string | undefined>();
  for (const id of ids) {
    let [low, high] = [0, ends.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (place(ends[middle] as string) < place(id)) low = middle + 1;
      else high = middle;
    }
    before.set(id, ends[low - 1]);
    ends[low] = id;
  }
  const run = new Set<string>();
  for (let id = ends.at(-1); id !== undefined; id = before.get(id)) run.add(id);
  return run;
}

/** Whether two values of JSON say the same; equal references are not looked into. */
export function same(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const [left, right] = [a as Record<string, unknown>, b as Record<string, unknown>];
  const keys = Object.keys(left);
  return (
    keys.length === Object.keys(right).length &&
    keys.every((key) => key in right && same(left[key], right[key]))
  );
}
