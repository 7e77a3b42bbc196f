// A file of another library: what is in it, what is decided, taking it.
import { SvelteMap, SvelteSet } from "svelte/reactivity";
import type { Commands } from "../../ipc/generated/commands";
import type { ExchangeChoice } from "../../ipc/generated/ExchangeChoice";
import type { ExchangeDifference } from "../../ipc/generated/ExchangeDifference";
import type { ExchangeItem } from "../../ipc/generated/ExchangeItem";
import type { ExchangeReport } from "../../ipc/generated/ExchangeReport";
import type { ExchangeView } from "../../ipc/generated/ExchangeView";
import type { Id } from "../../ipc/generated/Id";
import type { SavedFile } from "../../ipc/generated/SavedFile";

type Name = "exchange_save" | "exchange_open" | "exchange_differences" | "exchange_take";

/** The way to the back end, as far as the exchange needs it. */
export type Call = <C extends Name>(
  name: C,
  request: Commands[C]["request"],
) => Promise<Commands[C]["response"]>;

export class ExchangeState {
  /** The file that is looked into; `null` when none is. */
  view = $state.raw<ExchangeView | null>(null);
  busy = $state(false);
  error = $state.raw<unknown>(null);
  readonly #chosen = new SvelteMap<Id, ExchangeChoice>();
  readonly #differences = new SvelteMap<Id, ExchangeDifference>();
  readonly #opened = new SvelteSet<Id>();

  /** What there is to decide or to take; what is the same needs no line. */
  readonly items = $derived.by((): readonly ExchangeItem[] =>
    (this.view?.items ?? [])
      .filter(({ state }) => state !== "same")
      .toSorted((a, b) => weight(a) - weight(b)),
  );
  readonly same = $derived.by(() => (this.view?.items.length ?? 0) - this.items.length);
  readonly conflicts = $derived.by(
    () => this.items.filter(({ state }) => state === "conflict").length,
  );

  readonly #call: Call;
  #count = 0;

  constructor(call: Call) {
    this.#call = call;
  }

  /** Writes documents into a file, all without ids; nothing if no place was chosen. */
  async save(ids: readonly Id[]): Promise<SavedFile | null> {
    return this.#try(() => this.#call("exchange_save", { ids: [...ids] }));
  }

  /** Lets the person choose a file and looks into it. */
  async open(): Promise<void> {
    this.#chosen.clear();
    this.#differences.clear();
    this.#opened.clear();
    this.view = await this.#try(() => this.#call("exchange_open", {}));
    // What has to be decided is seen at once; more than one at a time would be a wall of text.
    const first = this.items[0];
    if (first?.state === "conflict") await this.toggle(first);
  }

  /** Whether what differs in a document is shown. */
  isOpen({ id }: ExchangeItem): boolean {
    return this.#opened.has(id);
  }

  /** What differs in a document; nothing until it was compared. */
  difference({ id }: ExchangeItem): ExchangeDifference | undefined {
    return this.#differences.get(id);
  }

  /** Shows what differs in a document, or hides it. */
  async toggle({ id }: ExchangeItem): Promise<void> {
    if (this.#opened.delete(id)) return;
    this.#opened.add(id);
    if (this.#differences.has(id)) return;
    const found = await this.#try(() => this.#call("exchange_differences", { id }));
    if (found) this.#differences.set(id, found);
    else this.#opened.delete(id);
  }

  choice(item: ExchangeItem): ExchangeChoice {
    return this.#chosen.get(item.id) ?? item.choice;
  }

  choose(item: ExchangeItem, choice: ExchangeChoice): void {
    this.#chosen.set(item.id, choice);
  }

  /** Takes what was decided; gives what came of it. */
  async take(): Promise<ExchangeReport | null> {
    this.#count += 1;
    const task = `exchange-${this.#count}`;
    const choices = Object.fromEntries(this.#chosen);
    const report = await this.#try(() => this.#call("exchange_take", { task, choices }));
    if (report) this.view = null;
    return report;
  }

  /** Puts the file away untaken. */
  close(): void {
    this.view = null;
    this.error = null;
  }

  async #try<T>(work: () => Promise<T>): Promise<T | null> {
    this.busy = true;
    try {
      this.error = null;
      return await work();
    } catch (error) {
      this.error = error;
      return null;
    } finally {
      this.busy = false;
    }
  }
}

/** What has to be decided first, then what is taken, then what is left. */
function weight({ state, choice }: ExchangeItem): number {
  if (state === "conflict") return 0;
  return choice === "take" ? 1 : 2;
}
