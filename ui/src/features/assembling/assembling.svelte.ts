// Putting the whole together from what came back: files at the left, things to decide one by one.
import type { AssemblyView } from "../../ipc/generated/AssemblyView";
import type { Commands } from "../../ipc/generated/commands";
import type { Edit } from "../../ipc/generated/Edit";
import type { Id } from "../../ipc/generated/Id";
import type { Resolution } from "../../ipc/generated/Resolution";
import { takenBack } from "./taking-back";
import { type FileTally, tallyOf } from "./tally";
import { isUndisputed, type Item, itemsOf, type Option, optionsOf, saidOf, unchangedOf } from "./worklist";

type Named =
  | "assembly_choose"
  | "assembly_view"
  | "assembly_take"
  | "assembly_leave"
  | "assembly_reopen"
  | "assembly_end"
  | "draft_edit"
  | "task_cancel";

/** The way to the back end, as far as assembling needs it. */
export type Call = <C extends Named>(
  name: C,
  request: Commands[C]["request"],
) => Promise<Commands[C]["response"]>;

export class AssemblingState {
  view = $state.raw<AssemblyView | null>(null);
  error = $state.raw<unknown>(null);
  /** The draft is being changed. */
  busy = $state(false);
  /** Files are being read. */
  task = $state<string | null>(null);
  /** The item in hand. */
  current = $state<string | null>(null);
  /** Only what is in this file is listed. */
  file = $state<string | null>(null);

  readonly id: Id;
  readonly #call: Call;
  readonly #before = new Map<string, Resolution>();
  /** The items of each decision, the last one at the end. */
  #turns = $state.raw<readonly (readonly string[])[]>([]);
  #tasks = 0;
  #queue: Promise<boolean> = Promise.resolve(true);

  constructor(id: Id, call: Call) {
    this.id = id;
    this.#call = call;
  }

  readonly all: readonly Item[] = $derived(this.view ? itemsOf(this.view.assembly) : []);
  readonly items: readonly Item[] = $derived(
    this.all.filter(({ files }) => this.file === null || files.includes(this.file)),
  );
  readonly unchanged = $derived(
    (this.view ? unchangedOf(this.view.assembly) : []).filter(
      ({ files }) => this.file === null || files.includes(this.file),
    ),
  );
  /** What was said, by the name of the item. */
  readonly said: ReadonlyMap<string, Option> = $derived.by(() => {
    const { view } = this;
    const said = this.all.map((item) => [item.key, view && saidOf(item, view)] as const);
    return new Map(said.filter((each): each is readonly [string, Option] => each[1] !== null));
  });
  readonly open: ReadonlySet<string> = $derived(
    new Set(this.all.map(({ key }) => key).filter((key) => !this.said.has(key))),
  );
  readonly files: readonly FileTally[] = $derived(
    this.view ? tallyOf(this.view, this.all, this.open) : [],
  );
  readonly item: Item | null = $derived(this.items.find(({ key }) => key === this.current) ?? null);
  readonly options: readonly Option[] = $derived(this.item ? optionsOf(this.item) : []);
  /** What can be taken without a second look. */
  readonly undisputed: readonly Item[] = $derived.by(() => {
    const { view } = this;
    return view ? this.items.filter((item) => this.open.has(item.key) && isUndisputed(item, view)) : [];
  });

  /** Shows what came back in this run of the program. */
  async start(): Promise<void> {
    await this.#run(() => this.#call("assembly_view", { id: this.id }));
    this.#settle();
  }

  /** Lets the person choose files that came back. */
  async choose(): Promise<void> {
    if (this.task !== null) return;
    this.#tasks += 1;
    const task = `assemble-${this.id}-${this.#tasks}`;
    this.task = task;
    this.error = null;
    try {
      const view = await this.#call("assembly_choose", { id: this.id, task });
      if (view) this.view = view;
    } catch (error) {
      this.error = error;
    } finally {
      this.task = null;
    }
    this.#settle();
  }

  /** Stops reading; files that were read stay. */
  async stop(): Promise<void> {
    const { task } = this;
    if (task === null) return;
    await this.#call("task_cancel", { task }).catch(() => false);
    // What was read before is there all the same.
    await this.#run(() => this.#call("assembly_view", { id: this.id }));
  }

  /** Shows one file alone, or all of them again. */
  show(file: string | null): void {
    this.file = this.file === file ? null : file;
    this.#settle();
  }

  goTo(key: string): void {
    this.current = key;
  }

  /** Goes to the next or the previous item of the list. */
  walk(by: 1 | -1): void {
    const here = this.items.findIndex(({ key }) => key === this.current);
    const next = this.items[here === -1 ? 0 : here + by];
    if (next) this.current = next.key;
  }

  /** Says the n-th thing of the current item and goes on to what is open. */
  async decide(at: number): Promise<boolean> {
    // Keys come faster than the disk: each waits for the one before it.
    const turn = this.#queue.then(() => {
      const { item } = this;
      const option = this.options[at];
      return item && option ? this.say(item, option) : false;
    });
    this.#queue = turn;
    return turn;
  }

  /** Says something of an item; `false` if that could not be done. */
  async say(item: Item, option: Option): Promise<boolean> {
    if (this.busy || !this.view) return false;
    const done = await this.#run(() => this.#say(item, option));
    if (!done) return false;
    this.#turns = [...this.#turns.filter((turn) => turn.join() !== item.key), [item.key]];
    if (this.current === item.key) this.#goOn(item);
    return true;
  }

  /** Takes everything that needs no second look; gives how many that were. */
  async takeUndisputed(): Promise<number> {
    const items = this.undisputed;
    const { view } = this;
    if (this.busy || !view || items.length === 0) return 0;
    const keys = items.flatMap((item) => optionsOf(item)[0]?.take ?? []);
    for (const key of keys) this.#before.set(key, view.draft.resolution);
    if (!(await this.#run(() => this.#call("assembly_take", { id: this.id, keys })))) return 0;
    this.#turns = [...this.#turns, items.map(({ key }) => key)];
    this.#settle();
    return items.length;
  }

  get canUndo(): boolean {
    return this.#turns.length > 0 && this.view !== null;
  }

  /** Opens again what was decided last. */
  async undo(): Promise<boolean> {
    const keys = this.#turns.at(-1);
    if (!keys || this.busy) return false;
    const items = this.all.filter(({ key }) => keys.includes(key) && this.said.has(key));
    const done = await this.#run(async () => {
      // The last thing taken is the first to go.
      for (const item of items.toReversed()) await this.#takeBack(item);
      return this.#call("assembly_reopen", { id: this.id, keys: items.flatMap(namesOf) });
    });
    if (!done) return false;
    this.#turns = this.#turns.slice(0, -1);
    this.current = items[0]?.key ?? this.current;
    return true;
  }

  /** Forgets what came back; what was taken stays in the draft. */
  async end(): Promise<void> {
    await this.#call("assembly_end", { id: this.id }).catch(() => undefined);
    this.file = null;
    this.#turns = [];
    await this.start();
  }

  async #say(item: Item, option: Option): Promise<AssemblyView> {
    await this.#takeBack(item);
    const { id } = this;
    const resolution = this.view!.draft.resolution;
    for (const key of option.take) this.#before.set(key, resolution);
    if (option.replace) {
      const { id: place, text } = option.replace;
      for (const key of option.variant?.keys ?? []) this.#before.set(key, resolution);
      const directive = resolution.sections
        .flatMap(({ groups }) => groups)
        .flatMap(({ directives }) => directives)
        .find((each) => each.id === place);
      if (directive) await this.#edit([{ edit: "set_directive", directive: { ...directive, text } }]);
    }
    if (option.take.length > 0) {
      this.view = await this.#call("assembly_take", { id, keys: [...option.take] });
    }
    if (option.leave.length > 0) {
      this.view = await this.#call("assembly_leave", { id, keys: [...option.leave] });
    }
    return this.view!;
  }

  /** Undoes in the draft what was said of an item before. */
  async #takeBack(item: Item): Promise<void> {
    const said = this.said.get(item.key);
    const view = this.view;
    if (!said || !view) return;
    const edits = takenBack(item, said, view.draft.resolution, this.#before);
    if (edits === null) throw new CannotTakeBack();
    if (edits.length > 0) await this.#edit(edits);
  }

  async #edit(edits: Edit[]): Promise<void> {
    const after = this.view?.draft.kept ?? 0;
    await this.#call("draft_edit", { id: this.id, after, edits });
    this.view = await this.#call("assembly_view", { id: this.id });
  }

  async #run(read: () => Promise<AssemblyView>): Promise<boolean> {
    this.busy = true;
    this.error = null;
    try {
      this.view = await read();
      return true;
    } catch (error) {
      this.error = error;
      return false;
    } finally {
      this.busy = false;
    }
  }

  /** Stands at something that is listed: what is open first. */
  #settle(): void {
    if (this.items.some(({ key }) => key === this.current && this.open.has(key))) return;
    const next = this.items.find(({ key }) => this.open.has(key)) ?? this.items[0];
    this.current = next?.key ?? null;
  }

  /** Goes to the next open item behind one, or to the first one of all. */
  #goOn(from: Item): void {
    const at = this.items.findIndex(({ key }) => key === from.key);
    const open = (item: Item): boolean => this.open.has(item.key);
    const next = this.items.slice(at + 1).find(open) ?? this.items.find(open);
    if (next) this.current = next.key;
  }
}

/** What was removed in an earlier visit of the screen is in the revisions only. */
export class CannotTakeBack extends Error {}

/** All names under which an item is decided. */
function namesOf(item: Item): readonly string[] {
  return [...new Set(optionsOf(item).flatMap(({ take, leave }) => [...take, ...leave]))];
}
