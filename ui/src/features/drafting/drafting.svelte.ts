// A draft that is open for editing: what its editor shows, what is kept, what was understood of it,
// its checks and its revisions. The text itself lives in the editor; this class hears of changes.
import { edits as editsBetween, type Editor, toClosing, toDoc, toPreamble } from "../../editor";
import type { Commands } from "../../ipc/generated/commands";
import type { Directive } from "../../ipc/generated/Directive";
import type { DraftSaved } from "../../ipc/generated/DraftSaved";
import type { DraftView } from "../../ipc/generated/DraftView";
import type { Edit } from "../../ipc/generated/Edit";
import type { Group } from "../../ipc/generated/Group";
import type { Id } from "../../ipc/generated/Id";
import type { Resolution } from "../../ipc/generated/Resolution";
import type { Severity } from "../../ipc/generated/Severity";
import type { TitleBlock } from "../../ipc/generated/TitleBlock";
import { type Advice, marksOf } from "./advice";
import { Checking } from "./checking.svelte";
import { type Plan, type Told, toldOf } from "./chips";
import { Keeper } from "./keeper.svelte";
import { Revisions } from "./revisions.svelte";
import { CLOSING, PREAMBLE, rowOf, structureOf, TITLE, worstOf } from "./structure";

type Named =
  | "draft_open"
  | "draft_edit"
  | "draft_close"
  | "draft_check"
  | "advice_ignore"
  | "advice_ignore_nothing"
  | "spelling_suggest"
  | "spelling_add"
  | "document_revisions"
  | "revision_name"
  | "revision_restore"
  | "deadline_read";

/** The way to the back end, as far as drafting needs it. */
export type Call = <C extends Named>(
  name: C,
  request: Commands[C]["request"],
) => Promise<Commands[C]["response"]>;

/** The tabs of the side panel. */
export type Tab = "checks" | "remarks" | "details" | "revisions";

/** How long the panes may lag behind the keyboard. */
const LAG = 120;

export class DraftState {
  view = $state.raw<DraftView | null>(null);
  error = $state.raw<unknown>(null);
  /** The text as the panes show it; a moment behind the editor. */
  resolution = $state.raw<Resolution | null>(null);
  block = $state.raw<TitleBlock | null>(null);
  numbers = $state.raw<ReadonlyMap<Id, string>>(new Map());
  /** What was understood, by directive. */
  facts = $state.raw<ReadonlyMap<Id, Directive>>(new Map());
  /** The directive, group, section or part with the caret. */
  caret = $state<string | null>(null);
  /** The person is in the form above the text. */
  inForm = $state(false);
  canUndo = $state(false);
  canRedo = $state(false);
  tab = $state<Tab>("checks");
  keeper = $state.raw<Keeper | null>(null);

  readonly id: Id;
  readonly checking: Checking;
  readonly revisions: Revisions;
  /** The part the person is at. */
  readonly current = $derived(this.inForm ? TITLE : this.caret);
  readonly directives = $derived(
    (this.resolution?.sections ?? [])
      .flatMap(({ groups }) => groups)
      .flatMap((group) => group.directives.map((directive) => ({ group, directive }))),
  );
  readonly withoutDeadline = $derived(
    this.directives.filter(({ directive: { id } }) => !this.facts.get(id)?.deadlines.length).length,
  );
  readonly withoutAddressee = $derived(
    this.directives.filter(
      ({ group, directive: { id } }) =>
        group.heading.trim() === "" && !this.facts.get(id)?.addressee,
    ).length,
  );
  /** The headings of a plan's columns that are no usual ones. */
  readonly others = $derived(this.view?.resolution.columns?.others ?? []);
  readonly tree = $derived(this.resolution ? structureOf(this.resolution, this.facts) : []);
  readonly row = $derived(this.resolution ? rowOf(this.resolution, this.current) : this.current);
  readonly worst = $derived.by(() =>
    this.resolution ? worstOf(this.resolution, this.checking.list) : new Map<Id, Severity>(),
  );

  editor: Editor | null = null;
  #told = new Map<Id, Told[]>();
  #refresh: ReturnType<typeof setTimeout> | undefined;
  readonly #call: Call;

  constructor(id: Id, call: Call) {
    this.id = id;
    this.#call = call;
    this.checking = new Checking(id, call);
    this.revisions = new Revisions(id, call);
  }

  /** Opens the draft; what was opened before stays until the new text is there. */
  async open(): Promise<void> {
    this.error = null;
    try {
      this.#show(await this.#call("draft_open", { id: this.id }));
    } catch (error) {
      this.error = error;
      return;
    }
    await this.checking.run();
  }

  /** Listens to an editor that shows the text; gives the way to stop. */
  connect(editor: Editor): () => void {
    this.editor = editor;
    const stops = [
      editor.onChange((edits) => this.#changed(edits as Edit[])),
      editor.onUpdate(() => this.#look(editor)),
    ];
    this.#look(editor);
    this.refresh();
    this.#tell();
    return () => {
      for (const stop of stops) stop();
      clearTimeout(this.#refresh);
      this.resolution = editor.resolution;
      if (this.editor === editor) this.editor = null;
    };
  }

  /** Everything is on the disk when this gives `true`. */
  async save(): Promise<boolean> {
    return (await this.keeper?.flush()) ?? true;
  }

  /** Runs the rules over what stands in the text now. */
  async check(): Promise<void> {
    if (await this.save()) await this.checking.run();
  }

  /** Keeps the rest and ends the editing; `false` leaves everything as it was. */
  async close(): Promise<boolean> {
    if (!(await this.save())) return false;
    this.keeper?.end();
    this.checking.end();
    await this.#call("draft_close", { id: this.id }).catch(() => undefined);
    return true;
  }

  /** The draft was changed elsewhere: keeps this window's text over it. */
  async keepMine(): Promise<void> {
    const { editor, keeper } = this;
    if (!editor || !keeper) return;
    try {
      const view = await this.#call("draft_open", { id: this.id });
      keeper.restart(view.kept);
      keeper.add(editsBetween(toDoc(view.resolution), editor.doc) as Edit[]);
      await keeper.flush();
    } catch (error) {
      keeper.error = error;
    }
  }

  /** The draft was changed elsewhere: shows what is kept and forgets what this window has. */
  async reload(): Promise<void> {
    try {
      this.#load(await this.#call("draft_open", { id: this.id }));
    } catch (error) {
      if (this.keeper) this.keeper.error = error;
    }
  }

  /** Makes the text what a revision has; tells the number of the state before, to come back to. */
  async restore(number: number): Promise<number | null> {
    if (!(await this.save())) return null;
    const view = await this.revisions.restore(number);
    if (view) this.#load(view);
    await this.revisions.load();
    return view && (this.revisions.list?.[1]?.number ?? null);
  }

  /** What stands behind a chip. */
  toldAt(directive: Id, index: number): Told | undefined {
    return this.#told.get(directive)?.[index];
  }

  /** The chips of a directive with what stands behind them. */
  toldAbout(directive: Id): readonly Told[] {
    const known = this.facts.get(directive);
    const group = this.directives.find((each) => each.directive.id === directive)?.group;
    return known ? toldOf(known, this.view?.ancestors[directive], this.#planOf(group)) : [];
  }

  /** Leads to what a piece of advice is about. */
  show(advice: Advice): void {
    const { editor, checking } = this;
    checking.active = advice.key;
    this.tab = "checks";
    editor?.setActiveFinding(advice.key);
    if (editor?.showFinding(advice.key)) return;
    this.jump(advice.target);
  }

  /** Leads to a part of the text, or to the form above it. */
  jump(target: string): void {
    const { editor } = this;
    this.inForm = target === TITLE;
    if (target === PREAMBLE) editor?.run(toPreamble);
    else if (target === CLOSING) editor?.run(toClosing);
    else if (target !== TITLE) editor?.focus(target);
  }

  /** Puts words in the place of those a piece of advice is about, if they still stand there. */
  mend({ key, fix }: Advice, words = fix): boolean {
    const done = words !== null && this.editor?.replaceFinding(key, words) === true;
    if (done) this.checking.drop(key);
    return done;
  }

  /** Shows what is in the editor in the panes. */
  refresh(): void {
    clearTimeout(this.#refresh);
    const { editor } = this;
    if (!editor) return;
    this.resolution = editor.resolution;
    this.numbers = editor.numbers;
  }

  #show(view: DraftView): void {
    this.view = view;
    this.resolution = view.resolution;
    this.facts = factsOf(view.resolution);
    this.revisions.newest = view.card.revision;
    this.keeper?.end();
    this.keeper = new Keeper(
      view.kept,
      (after, edits) => this.#call("draft_edit", { id: this.id, after, edits }),
      (saved) => this.#heard(saved),
    );
  }

  #load(view: DraftView): void {
    this.#show(view);
    this.editor?.load(view.resolution);
    this.refresh();
    this.#tell();
    void this.checking.run();
  }

  #changed(edits: readonly Edit[]): void {
    this.keeper?.add(edits);
    clearTimeout(this.#refresh);
    this.#refresh = setTimeout(() => this.refresh(), LAG);
  }

  #look(editor: Editor): void {
    this.block = editor.block as TitleBlock;
    const { undo, redo } = editor.history;
    [this.canUndo, this.canRedo] = [undo, redo];
    const head = editor.state.selection.$head;
    // The preamble and the closing have no ids; they are called as their nodes.
    this.caret = editor.current ?? (head.depth > 0 ? head.node(1).type.name : null);
  }

  #heard({ directives, groups }: DraftSaved): void {
    if (directives.length > 0) {
      const facts = new Map(this.facts);
      for (const directive of directives) facts.set(directive.id, directive);
      this.facts = facts;
    }
    if (directives.length > 0 || groups.length > 0) this.#tell();
    this.checking.plan();
  }

  /** What a directive of this group is to say beside its words; nothing where this is no plan. */
  #planOf(group: Group | undefined): Plan | null {
    if (this.block?.kind !== "plan") return null;
    return { others: this.others, bare: (group?.heading ?? "").trim() === "" };
  }

  /** Shows in the text what was understood. */
  #tell(): void {
    const { editor, view } = this;
    if (!editor || !view) return;
    const groups = new Map(this.directives.map(({ group, directive }) => [directive.id, group]));
    this.#told = new Map(
      [...this.facts].map(([id, known]) => [id, toldOf(known, view.ancestors[id], this.#planOf(groups.get(id)))]),
    );
    const chips = [...this.#told].map(([id, told]) => [id, told.map(({ chip }) => chip)] as const);
    editor.setFacts(new Map(chips));
  }

  /** Marks in the text what is to be seen of the advice. */
  mark(): void {
    const { editor, checking } = this;
    editor?.setFindings(marksOf(checking.list));
    editor?.setActiveFinding(checking.active);
  }
}

function factsOf({ sections }: Resolution): ReadonlyMap<Id, Directive> {
  const all = sections.flatMap(({ groups }) => groups).flatMap(({ directives }) => directives);
  return new Map(all.map((directive) => [directive.id, directive]));
}
