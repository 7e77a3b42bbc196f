// A resolution of the model ↔ a document of the editor, without loss in either direction.
//
// Empty texts: an empty section title or lead-in is `null`; a single empty paragraph of the
// preamble or the closing is none (a caret needs a place to stand). An empty heading, lead,
// finding or directive is an empty string.
//
// Values are cached by node. Nodes never change, so a part nobody touched keeps its value, and
// comparing two documents costs what was changed.
import type { Node } from "prosemirror-model";
import type { Directive } from "../ipc/generated/Directive";
import type { Group } from "../ipc/generated/Group";
import type { Id } from "../ipc/generated/Id";
import type { Placed } from "../ipc/generated/Placed";
import type { Resolution } from "../ipc/generated/Resolution";
import type { Section } from "../ipc/generated/Section";
import type { SectionHead, TitleBlock } from "./edit";
import { isSub, NO_FACTS, schema, types } from "./schema";

/** The document of a resolution. */
export function toDoc(resolution: Resolution): Node {
  return types.doc.createChecked({ block: titleBlock(resolution) }, [
    types.preamble.create(null, paragraphs(resolution.preamble)),
    ...resolution.sections.map(sectionNode),
    types.closing.create(null, paragraphs(resolution.closing)),
  ]);
}

/** The resolution of a document; `base` gives what the document does not hold. */
export function toResolution(doc: Node, base: Resolution): Resolution {
  return {
    ...base,
    ...(doc.attrs.block as TitleBlock),
    preamble: paragraphTexts(doc.child(0)),
    sections: children(doc).filter((node) => node.type === types.section).map(sectionValue),
    closing: paragraphTexts(doc.child(doc.childCount - 1)),
  };
}

function titleBlock(resolution: Resolution): TitleBlock {
  const { kind, draft, title, event, adopted_on, adoption, place, issuer, approval } = resolution;
  const block: TitleBlock = { kind, draft, title, event, adopted_on, adoption, place };
  if (issuer) block.issuer = issuer;
  if (approval) block.approval = approval;
  return block;
}

/** A text block with its text. */
export function textBlock(
  type: Node["type"],
  text: string | null,
  attrs: Record<string, unknown> | null = null,
): Node {
  return type.create(attrs, text ? schema.text(text) : null);
}

function paragraphs(texts: readonly string[]): Node[] {
  const all = texts.length > 0 ? texts : [""];
  return all.map((text) => textBlock(types.paragraph, text));
}

/** A section of the model as a node. */
export function sectionNode(section: Section): Node {
  const { findings, problems, called = null, placed = [] } = section;
  const places = placesOf(findings, problems, placed);
  const told = (type: Node["type"], texts: string[], from: number): Node[] =>
    texts.map((text, i) => textBlock(type, text, { place: places[from + i] ?? null }));
  return types.section.createChecked({ id: section.id, called }, [
    textBlock(types.section_title, section.title),
    ...told(types.finding, findings, 0),
    ...told(types.problem, problems, findings.length),
    textBlock(types.lead_in, section.lead_in),
    ...section.groups.map(groupNode),
  ]);
}

/** Where a text is printed: its turn among those that stand lower, and what it stands above. */
type TextPlace = { turn: number; above?: Id };

/** The place of each finding, then of each problem; of equal texts the last stands lowest. */
function placesOf(
  findings: readonly string[],
  problems: readonly string[],
  placed: readonly Placed[],
): (TextPlace | undefined)[] {
  const places: (TextPlace | undefined)[] = [];
  const free = (texts: readonly string[], text: string, from: number): number =>
    texts.findLastIndex((each, i) => each === text && places[from + i] === undefined);
  placed.forEach((_, back) => {
    const turn = placed.length - 1 - back;
    const { text, ...above } = placed[turn] as Placed;
    const finding = free(findings, text, 0);
    const problem = finding < 0 ? free(problems, text, findings.length) : -1;
    const at = finding >= 0 ? finding : problem >= 0 ? findings.length + problem : -1;
    if (at >= 0) places[at] = { turn, ...above };
  });
  return places;
}

/** A group of the model as a node. */
export function groupNode(group: Group): Node {
  const { id, number, heading, directives, ...rest } = group;
  const items: Node[] = [];
  let current: string | null = null;
  for (const { id, text, lead, ...known } of directives) {
    if (lead !== null && lead !== current) items.push(textBlock(types.lead, lead));
    current = lead;
    const rest = { ...known, addressee: besideWords(text, known.addressee) };
    items.push(textBlock(types.directive, text, { id, sub: lead !== null, rest }));
  }
  return types.group.createChecked({ id, number, rest }, [
    textBlock(types.group_head, heading),
    ...items,
  ]);
}

/** Who is to do it, unless the words of the directive name them: those are recognised in the words anew. */
function besideWords(text: string, who: string | null): string | null {
  return who !== null && text.includes(who.trim()) ? null : who;
}

const groupValues = new WeakMap<Node, Group>();
const directiveValues = new WeakMap<Node, Directive>();
const headValues = new WeakMap<Node, SectionHead>();
const paragraphValues = new WeakMap<Node, string[]>();

/** The paragraphs of the preamble or the closing. */
export function paragraphTexts(node: Node): string[] {
  return cached(paragraphValues, node, () =>
    node.childCount === 1 && node.child(0).content.size === 0
      ? []
      : children(node).map((child) => child.textContent),
  );
}

/** A section node as the model has it. */
export function sectionValue(node: Node): Section {
  const groups = children(node).filter((child) => child.type === types.group);
  return { id: node.attrs.id, ...sectionHead(node), groups: groups.map(groupValue) };
}

/** A section without its groups. */
export function sectionHead(node: Node): SectionHead {
  return cached(headValues, node, () => {
    const texts = (type: Node["type"]): string[] =>
      children(node).filter((child) => child.type === type).map((child) => child.textContent);
    const head: SectionHead = {
      title: texts(types.section_title)[0] || null,
      findings: texts(types.finding),
      problems: texts(types.problem),
      lead_in: texts(types.lead_in)[0] || null,
    };
    const lower = children(node).filter((child) => child.attrs.place);
    const turn = (child: Node): number => (child.attrs.place as TextPlace).turn;
    const placed = lower
      .sort((a, b) => turn(a) - turn(b))
      .map((child): Placed => {
        const { turn: _, ...above } = child.attrs.place as TextPlace;
        return { text: child.textContent, ...above };
      });
    if (node.attrs.called) head.called = node.attrs.called;
    if (placed.length > 0) head.placed = placed;
    return head;
  });
}

/** A group node as the model has it. */
export function groupValue(node: Node): Group {
  return cached(groupValues, node, () => {
    const directives: Directive[] = [];
    let lead: Node | null = null;
    let used = false;
    // A lead without sub-items is put right before anybody sees it; its text is kept anyhow.
    const close = (): void => {
      if (lead && !used) directives.push(alone(lead));
      lead = null;
    };
    for (const child of children(node)) {
      if (child.type === types.lead) {
        close();
        [lead, used] = [child, false];
      } else if (child.type === types.directive && isSub(child) && lead !== null) {
        used = true;
        directives.push(directiveValue(child, (lead as Node).textContent));
      } else if (child.type === types.directive) {
        close();
        directives.push(directiveValue(child, null));
      }
    }
    close();
    const { id, number, rest } = node.attrs;
    return { id, number, heading: node.child(0).textContent, directives, ...rest } as Group;
  });
}

function directiveValue(node: Node, lead: string | null): Directive {
  const known = directiveValues.get(node);
  if (known && known.lead === lead) return known;
  const { id, rest } = node.attrs;
  const value = { id, text: node.textContent, lead, ...rest } as Directive;
  directiveValues.set(node, value);
  return value;
}

function alone(lead: Node): Directive {
  const { id, rest } = lead.attrs;
  return { ...NO_FACTS, ...rest, id: id ?? "", text: lead.textContent, lead: null };
}

/** The children of a node. */
export function children(node: Node): readonly Node[] {
  return node.content.content;
}

function cached<T>(values: WeakMap<Node, T>, node: Node, make: () => T): T {
  let value = values.get(node);
  if (value === undefined) {
    value = make();
    values.set(node, value);
  }
  return value;
}
