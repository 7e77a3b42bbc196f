// What the tests of this room share: small resolutions, an editor in jsdom, the model's `apply`.
import { type EditorState, TextSelection } from "prosemirror-state";
import type { Directive } from "../ipc/generated/Directive";
import type { Group } from "../ipc/generated/Group";
import type { Resolution } from "../ipc/generated/Resolution";
import type { Section } from "../ipc/generated/Section";
import { blocks } from "./blocks";
import type { Edit } from "./edit";
import { Editor, type Host, type Left } from "./editor";
import { isSub, NO_ADDRESSEES, NO_FACTS, NO_TITLE } from "./schema";

// jsdom has no layout; the editor asks for it when it scrolls to the caret.
Range.prototype.getClientRects ??= () => [] as unknown as DOMRectList;
Range.prototype.getBoundingClientRect ??= () => new DOMRect();

/** A directive. */
export function directive(id: string, text = id, lead: string | null = null): Directive {
  return { ...NO_FACTS, id, text, lead };
}

/** A group. */
export function group(id: string, heading: string, directives: Directive[]): Group {
  return { ...NO_ADDRESSEES, id, number: null, heading, directives };
}

/** A section. */
export function section(id: string, groups: Group[], more: Partial<Section> = {}): Section {
  return { id, title: null, findings: [], problems: [], lead_in: null, groups, ...more };
}

/** A resolution. */
export function resolution(sections: Section[], more: Partial<Resolution> = {}): Resolution {
  return {
    schema: "svod.resolution/1",
    ...NO_TITLE,
    preamble: [],
    sections,
    closing: [],
    unplaced: [],
    diagnostics: [],
    ...more,
  };
}

/** Two sections, three groups, sub-items: enough for every command. */
export function small(): Resolution {
  return resolution(
    [
      section(
        "s1",
        [
          group("g1", "First", [
            directive("a"),
            directive("b", "b", "lead:"),
            directive("c", "c", "lead:"),
            directive("d"),
          ]),
          group("g2", "Second", [directive("e"), directive("f")]),
        ],
        { title: "One", findings: ["found"], lead_in: "therefore" },
      ),
      section("s2", [group("g3", "", [directive("g")])], { title: "Two", problems: ["trouble"] }),
    ],
    { preamble: ["They met."], closing: ["Thanks.", "Signed."] },
  );
}

/** Ids that tests can foresee: n1, n2 … */
export function counter(): () => string {
  let count = 0;
  return () => `n${++count}`;
}

/** An editor on a page of jsdom. */
export function editorOf(from: Resolution, host: Partial<Host> = {}, left: Left | null = null): Editor {
  const mount = document.createElement("div");
  document.body.append(mount);
  const hints = new Proxy({}, { get: (_, name) => `hint ${String(name)}` }) as Host["words"]["hints"];
  const heading: Host["words"]["heading"] = ({ title, kind }) => ({ kind, of: title, theme: "" });
  const words = { label: "text", handle: "move", draft: "draft", heading, hints, date: String };
  const missing = (): never => {
    throw new Error("not expected");
  };
  const all = { words, newId: counter(), chip: missing, paste: missing, ...host };
  return new Editor(mount, { resolution: from, host: all }, left);
}

/** The groups as a person reads them: «> » before sub-items, «: » before leads, «|» the caret. */
export function outline(state: EditorState): string[] {
  const { head } = state.selection;
  return blocks(state.doc).map(({ node, pos }) => {
    const offset = head - pos - 1;
    const text = node.textContent;
    const here = offset >= 0 && offset <= text.length;
    const marked = here ? `${text.slice(0, offset)}|${text.slice(offset)}` : text;
    const sign = { section_title: "# ", group_head: "* ", lead: ": ", directive: isSub(node) ? "> " : "- " };
    return (sign[node.type.name as "lead"] ?? "") + marked;
  });
}

/** Only the items and headings of an outline. */
export function items(state: EditorState): string[] {
  return outline(state).filter((line) => /^[*:>-] /.test(line));
}

/** Puts the caret at the `at`-th unit of the first block with that text; negative from the end. */
export function caret(editor: Editor, text: string, at = 0): void {
  const place = blocks(editor.doc).find(({ node }) => node.textContent === text);
  if (!place) throw new Error(`no block says ${text}`);
  const from = at < 0 ? place.pos + 2 + text.length + at : place.pos + 1 + at;
  editor.view.dispatch(editor.state.tr.setSelection(TextSelection.create(editor.doc, from)));
}

/** Presses keys by their codes: `press(editor, "Ctrl+KeyZ")`. */
export function press(editor: Editor, chord: string, key = ""): boolean {
  const parts = chord.split("+");
  const event = new KeyboardEvent("keydown", {
    code: parts.at(-1) as string,
    key: key || (parts.at(-1) as string),
    ctrlKey: parts.includes("Ctrl"),
    altKey: parts.includes("Alt"),
    shiftKey: parts.includes("Shift"),
    bubbles: true,
    cancelable: true,
  });
  editor.view.dom.dispatchEvent(event);
  return event.defaultPrevented;
}

/** Types as the engine reports it: through the handlers of text input, else plainly. */
export function type(editor: Editor, text: string): void {
  for (const unit of text) {
    const { view } = editor;
    const { from, to } = view.state.selection;
    const plain = () => view.state.tr.insertText(unit, from, to);
    if (!view.someProp("handleTextInput", (f) => f(view, from, to, unit, plain))) view.dispatch(plain());
  }
}

/** Applies an edit as `model/src/edit.rs` does; throws where that refuses. */
export function applyEdit(to: Resolution, edit: Edit): void {
  const sections = to.sections;
  const groups = sections.flatMap((each) => each.groups);
  const owner = <T>(list: T[], holds: (each: T) => boolean, id: string): T => {
    const found = list.find(holds);
    if (found === undefined) throw new Error(`no part with id ${id}`);
    return found;
  };
  const take = <T extends { id: string }>(list: T[], id: string): T =>
    list.splice(list.findIndex((each) => each.id === id), 1)[0] as T;
  const put = <T>(list: T[], index: number, value: T): void => {
    if (index > list.length) throw new Error(`no place ${index}`);
    list.splice(index, 0, value);
  };
  const free = (list: { id: string }[], id: string): void => {
    if (list.some((each) => each.id === id)) throw new Error(`id ${id} is taken`);
  };
  const ofSection = (id: string): Section => owner(sections, (each) => each.id === id, id);
  const ofGroup = (id: string): Group => owner(groups, (each) => each.id === id, id);
  const withGroup = (id: string): Section =>
    owner(sections, (each) => each.groups.some((group) => group.id === id), id);
  const withDirective = (id: string): Group =>
    owner(groups, (each) => each.directives.some((one) => one.id === id), id);
  switch (edit.edit) {
    case "set_title_block":
      Object.assign(to, edit.block);
      break;
    case "set_preamble":
      to.preamble = edit.paragraphs;
      break;
    case "set_closing":
      to.closing = edit.paragraphs;
      break;
    case "insert_section":
      free(sections, edit.section.id);
      put(sections, edit.index, edit.section);
      break;
    case "remove_section":
      ofSection(edit.id);
      take(sections, edit.id);
      break;
    case "move_section":
      ofSection(edit.id);
      put(sections, edit.index, take(sections, edit.id));
      break;
    case "set_section":
      Object.assign(ofSection(edit.id), edit.head);
      break;
    case "insert_group":
      free(groups, edit.group.id);
      put(ofSection(edit.section).groups, edit.index, edit.group);
      break;
    case "remove_group":
      take(withGroup(edit.id).groups, edit.id);
      break;
    case "move_group": {
      const target = ofSection(edit.section);
      put(target.groups, edit.index, take(withGroup(edit.id).groups, edit.id));
      break;
    }
    case "set_group":
      Object.assign(ofGroup(edit.id), edit.head);
      break;
    case "insert_directive":
      free(groups.flatMap((each) => each.directives), edit.directive.id);
      put(ofGroup(edit.group).directives, edit.index, edit.directive);
      break;
    case "remove_directive":
      take(withDirective(edit.id).directives, edit.id);
      break;
    case "move_directive": {
      const target = ofGroup(edit.group);
      put(target.directives, edit.index, take(withDirective(edit.id).directives, edit.id));
      break;
    }
    case "set_directive": {
      const { directives } = withDirective(edit.directive.id);
      directives[directives.findIndex((each) => each.id === edit.directive.id)] = edit.directive;
    }
  }
}

/** A row of chances that is the same on every run (mulberry32). */
export function chances(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 2 ** 32) * below);
  };
}
