// The editor of one resolution on a page.
import { history, redo, redoDepth, undo, undoDepth } from "prosemirror-history";
import type { Node } from "prosemirror-model";
import { type Command, EditorState, type Plugin, TextSelection, type Transaction } from "prosemirror-state";
import { EditorView } from "prosemirror-view";
import type { Group } from "../ipc/generated/Group";
import type { Resolution } from "../ipc/generated/Resolution";
import { blocks, findPart, partAround } from "./blocks";
import { edits } from "./changes";
import * as add from "./commands/add";
import { splitDirective } from "./commands/enter";
import { putText } from "./commands/erase";
import { joinDirectives } from "./commands/join";
import { indent, outdent } from "./commands/levels";
import { moveDown, moveTo, moveUp } from "./commands/move";
import { toDoc, toResolution } from "./convert";
import { Handle } from "./drag";
import type { Edit, TitleBlock } from "./edit";
import { clipboard, insertParagraphs, type PasteHost } from "./insert";
import { type KeyHost, keys } from "./keys";
import { type Chip, facts, setFacts } from "./plugins/facts";
import * as lint from "./plugins/findings";
import { numbering, numbersOf } from "./plugins/numbering";
import { placeholders } from "./plugins/placeholders";
import * as finder from "./plugins/search";
import { mend, structure } from "./plugins/structure";
import { renderWindow } from "./plugins/window";
import { saysTheSame } from "./resume";
import type { DirectiveRest, GroupRest } from "./schema";
import { drawTitle, type TitleWords } from "./title";
import { typing } from "./typing";
import { type ChipHost, ItemView } from "./views";

/** The blocks that say what belongs in them while they are empty. */
export type Hint =
  | "preamble"
  | "closing"
  | "section_title"
  | "finding"
  | "problem"
  | "lead_in"
  | "group_head"
  | "directive"
  | "lead";

/** Every word the editor shows. */
export interface Words extends TitleWords {
  /** What the text is called to those who do not see it. */
  label: string;
  /** The handle of a directive. */
  handle: string;
  hints: Readonly<Record<Hint, string>>;
}

/** What the editor needs of whoever shows it. */
export interface Host extends ChipHost, KeyHost, PasteHost {
  words: Words;
  /** A new id: 32 random hexadecimal digits. */
  newId(): string;
}

/** An editor that was left, to go on with: its caret and what can be undone. */
export type Left = EditorState;

/** Hears of every change of the document: what it means for the model, and the new document. */
export type ChangeListener = (edits: Edit[], doc: Node) => void;

/** How many steps can be undone: a long evening's work. */
const DEPTH = 1000;

/** How long changes of one field of the title block count as one step of undo. */
const ONE_FIELD = 1500;

/** The editor. Its page is put into `mount`; `destroy` takes it away. */
export class Editor {
  readonly view: EditorView;
  private base: Resolution;
  private readonly page = document.createElement("div");
  private readonly header = document.createElement("header");
  private readonly handle: Handle;
  private readonly changes = new Set<ChangeListener>();
  private readonly updates = new Set<() => void>();
  private field = { name: "", at: 0, count: 0, doc: null as Node | null };

  constructor(
    mount: HTMLElement,
    private readonly options: { resolution: Resolution; host: Host },
    left: Left | null = null,
  ) {
    const { resolution, host } = options;
    this.base = resolution;
    this.page.className = "ed-page";
    this.header.className = "ed-block";
    this.page.append(this.header);
    mount.append(this.page);
    this.view = new EditorView(this.page, {
      state: this.resumed(resolution, left) ?? this.stateOf(resolution),
      dispatchTransaction: (tr) => this.dispatch(tr),
      nodeViews: {
        directive: (node, _view, _at, marks) => new ItemView(node, host, () => this.toText(), marks),
        lead: (node, _view, _at, marks) => new ItemView(node, host, () => this.toText(), marks),
      },
      attributes: {
        class: "ed-text",
        role: "textbox",
        "aria-multiline": "true",
        "aria-label": host.words.label,
        lang: "ru",
        // The checks know better, and the engine's spelling makes long texts slow.
        spellcheck: "false",
        autocorrect: "off",
        translate: "no",
      },
      scrollThreshold: { top: 24, bottom: 56, left: 0, right: 0 },
      scrollMargin: { top: 48, bottom: 96, left: 0, right: 0 },
    });
    this.handle = new Handle(this.view, this.page, host.words.handle);
    this.drawHeader();
    // What was looked for is no part of the text.
    if (left) finder.find(this.view, null);
  }

  /** The state of ProseMirror; read it, and change it through commands. */
  get state(): EditorState {
    return this.view.state;
  }

  /** The document. */
  get doc(): Node {
    return this.view.state.doc;
  }

  /** The resolution as it stands. */
  get resolution(): Resolution {
    return toResolution(this.doc, this.base);
  }

  /** The title block as it stands. */
  get block(): TitleBlock {
    return this.doc.attrs.block as TitleBlock;
  }

  /** The id of the directive, group or section with the caret. */
  get current(): string | null {
    return partAround(this.state.selection.$head)?.node.attrs.id ?? null;
  }

  /** Whether there is anything to undo or redo. */
  get history(): { undo: boolean; redo: boolean } {
    return { undo: undoDepth(this.state) > 0, redo: redoDepth(this.state) > 0 };
  }

  /** The printed numbers by the id of the group or directive. */
  get numbers(): ReadonlyMap<string, string> {
    const list = numbersOf(this.state);
    return new Map(list.flatMap(({ id, number }) => (id === null ? [] : [[id, number] as const])));
  }

  /** Hears of changes of the document; gives the way to stop hearing. */
  onChange(listener: ChangeListener): () => void {
    this.changes.add(listener);
    return () => this.changes.delete(listener);
  }

  /** Hears of everything: caret, history, search, document. */
  onUpdate(listener: () => void): () => void {
    this.updates.add(listener);
    return () => this.updates.delete(listener);
  }

  /** Shows another resolution, or another version of this one; nothing can be undone behind it. */
  load(resolution: Resolution): void {
    this.base = resolution;
    this.view.updateState(this.stateOf(resolution));
    this.drawHeader();
    for (const listener of this.updates) listener();
  }

  /** Shows these chips under the directives, by id. */
  setFacts(all: ReadonlyMap<string, readonly Chip[]>): void {
    setFacts(this.view, all);
  }

  /** Marks these findings in the text. */
  setFindings(list: readonly lint.EditorFinding[]): void {
    lint.setFindings(this.view, list);
  }

  /** Highlights the finding in hand, or none. */
  setActiveFinding(key: string | null): void {
    lint.setActiveFinding(this.view, key);
  }

  /** The findings under the caret. */
  findingsAtCaret(): string[] {
    return lint.findingsAt(this.state, this.state.selection.head);
  }

  /** Puts a mending in the place of a finding's words; false if the words are gone. */
  replaceFinding(key: string, text: string): boolean {
    const range = lint.findingRange(this.state, key);
    if (!range) return false;
    this.view.dispatch(putText(this.state.tr, range.from, range.to, text));
    return true;
  }

  /** Selects the words of a finding. */
  showFinding(key: string): boolean {
    const range = lint.findingRange(this.state, key);
    return range !== null && this.select(range.from, range.to);
  }

  /** Puts the caret into a part, or selects a range (UTF-16 units) of its text. */
  focus(id?: string, range?: readonly [number, number]): boolean {
    if (id === undefined) {
      this.view.focus();
      return true;
    }
    const part = findPart(this.doc, id);
    if (!part) return false;
    const first = part.node.isTextblock ? part.pos + 1 : part.pos + 2;
    const size = this.doc.resolve(first).parent.content.size;
    const [from, to] = range ?? [size, size];
    return this.select(first + Math.min(from, size), first + Math.min(to, size));
  }

  /** Gives the text the focus and brings the caret into sight. */
  focusCaret(): void {
    this.view.focus();
    // The page has no height before it is laid out.
    requestAnimationFrame(() => {
      if (!this.view.isDestroyed) this.reveal();
    });
  }

  /** Finding and replacing. */
  readonly search = {
    find: (query: finder.Query | null): finder.SearchState => finder.find(this.view, query),
    next: (): finder.SearchState => finder.findNext(this.view, 1),
    previous: (): finder.SearchState => finder.findNext(this.view, -1),
    replace: (text: string): finder.SearchState => finder.replaceOne(this.view, text),
    replaceAll: (text: string): number => finder.replaceAll(this.view, text),
    state: (): finder.SearchState => finder.searchState(this.state),
  };

  /** Everything that can be done; each tells whether it did something. */
  readonly commands = {
    undo: (): boolean => this.run(undo),
    redo: (): boolean => this.run(redo),
    addDirective: (): boolean => this.run(add.addDirective),
    addGroup: (): boolean => this.run(add.addGroup),
    addSection: (): boolean => this.run(add.addSection),
    addFinding: (): boolean => this.run(add.addFinding),
    addProblem: (): boolean => this.run(add.addProblem),
    splitDirective: (): boolean => this.run(splitDirective),
    joinDirectives: (): boolean => this.run(joinDirectives),
    indent: (): boolean => this.run(indent),
    outdent: (): boolean => this.run(outdent),
    moveUp: (): boolean => this.run(moveUp),
    moveDown: (): boolean => this.run(moveDown),
    moveTo: (id: string, target: string | null, index: number): boolean =>
      this.run(moveTo(id, target, index)),
    remove: (id: string): boolean => this.run(add.remove(id)),
    setBlock: (patch: Partial<TitleBlock>): boolean => this.setBlock(patch),
    setRest: (id: string, patch: Partial<DirectiveRest> | Partial<GroupRest>): boolean =>
      this.run(add.setRest(id, patch)),
    insertParagraphs: (paragraphs: readonly string[]): boolean =>
      this.run(insertParagraphs(paragraphs)),
    insertGroups: (groups: readonly Group[]): boolean => this.run(add.insertGroups(groups)),
  };

  /** Runs a command of ProseMirror. */
  run(command: Command): boolean {
    return command(this.state, this.view.dispatch, this.view);
  }

  /** Takes the editor off the page. */
  destroy(): void {
    this.handle.destroy();
    this.view.destroy();
    this.page.remove();
  }

  /** The state that was left, if the text is the same still. */
  private resumed(resolution: Resolution, left: Left | null): EditorState | null {
    if (!left || !saysTheSame(left.doc, toDoc(resolution))) return null;
    return left.reconfigure({ plugins: this.plugins() });
  }

  private plugins(): Plugin[] {
    const { host } = this.options;
    const hint = (block: Node, parent: Node): string => {
      const name = block.type.name === "paragraph" ? parent.type.name : block.type.name;
      return host.words.hints[name as Hint];
    };
    return [
      keys(host),
      typing(),
      clipboard(host),
      history({ depth: DEPTH }),
      structure(host.newId),
      numbering(),
      renderWindow(),
      placeholders(hint),
      facts(),
      lint.findings(),
      finder.search(),
    ];
  }

  private stateOf(resolution: Resolution): EditorState {
    const state = EditorState.create({ doc: toDoc(resolution), plugins: this.plugins() });
    // A document from elsewhere may lack ids; that is nothing to undo.
    const tr = state.tr.setMeta("addToHistory", false);
    mend(tr, this.options.host.newId);
    const first = blocks(tr.doc)[0];
    if (first) tr.setSelection(TextSelection.create(tr.doc, first.pos + 1));
    return state.apply(tr);
  }

  private dispatch(tr: Transaction): void {
    const before = this.doc;
    this.view.updateState(this.state.apply(tr));
    if (tr.scrolledIntoView && !this.view.hasFocus()) this.reveal();
    if (this.doc !== before) {
      if (before.attrs.block !== this.block) this.drawHeader();
      const list = this.changes.size > 0 ? edits(before, this.doc) : [];
      if (list.length > 0) for (const listener of this.changes) listener(list, this.doc);
    }
    for (const listener of this.updates) listener();
  }

  /** Typing in one field of the form is one step of undo, as typing in the text is. */
  private setBlock(patch: Partial<TitleBlock>): boolean {
    const name = Object.keys(patch).sort().join();
    const { field } = this;
    const now = performance.now();
    const goes = field.name === name && field.doc === this.doc && now - field.at < ONE_FIELD;
    const count = goes ? field.count : field.count + 1;
    // The history takes transactions of one composition together.
    const done = add.setBlock(patch)(this.state, (tr) =>
      this.view.dispatch(tr.setMeta("composition", `block ${count}`)),
    );
    this.field = { name, at: now, count, doc: this.doc };
    return done;
  }

  private select(from: number, to: number): boolean {
    // First: what has no focus is not scrolled to.
    this.view.focus();
    const { tr } = this.state;
    this.view.dispatch(tr.setSelection(TextSelection.create(tr.doc, from, to)).scrollIntoView());
    return true;
  }

  /** ProseMirror scrolls only where the focus is; a search bar or a list has it elsewhere. */
  private reveal(): void {
    const { node } = this.view.domAtPos(this.state.selection.head);
    const element = node instanceof Element ? node : node.parentElement;
    element?.scrollIntoView?.({ block: "center" });
  }

  private toText(): void {
    this.view.focus();
  }

  private drawHeader(): void {
    drawTitle(this.header, this.block, this.options.host.words);
  }
}
