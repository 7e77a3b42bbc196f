// The library as the window shows it: shelves, documents, what is marked, what can be taken back.
import { SvelteSet } from "svelte/reactivity";
import type { Commands } from "../../ipc/generated/commands";
import type { DocumentCard } from "../../ipc/generated/DocumentCard";
import type { Id } from "../../ipc/generated/Id";
import type { LibraryView } from "../../ipc/generated/LibraryView";
import { matching } from "../../lib/matching";

/** What stands on the screen: everything, a built-in shelf, or the bin. */
export type Place = "all" | "own" | "examples" | "bin";

type Name =
  | "library_view"
  | "documents_remove"
  | "documents_restore"
  | "examples_remove"
  | "recovered_seen";

/** The way to the back end, as far as the library needs it. */
export type Call = <C extends Name>(
  name: C,
  request: Commands[C]["request"],
) => Promise<Commands[C]["response"]>;

export class LibraryState {
  view = $state.raw<LibraryView | null>(null);
  error = $state.raw<unknown>(null);
  place = $state<Place>("all");
  query = $state("");
  /** Documents with a tick. */
  readonly marked = new SvelteSet<Id>();

  readonly visible = $derived.by((): readonly DocumentCard[] =>
    matching(this.#onPlace(this.place), this.query),
  );
  readonly hasExamples = $derived.by(() => this.count("examples") > 0);

  readonly #call: Call;

  constructor(call: Call) {
    this.#call = call;
  }

  /** Reads the library. */
  async load(): Promise<void> {
    await this.#take(() => this.#call("library_view", {}));
  }

  /** The person was told of the work found again. */
  async recoveredSeen(): Promise<void> {
    await this.#take(async () => {
      await this.#call("recovered_seen", {});
      return this.#call("library_view", {});
    });
  }

  /** Puts documents into the bin; `false` if that failed. */
  async remove(ids: readonly Id[]): Promise<boolean> {
    for (const id of ids) this.marked.delete(id);
    return this.#take(() => this.#call("documents_remove", { ids: [...ids] }));
  }

  /** Takes documents out of the bin. */
  async restore(ids: readonly Id[]): Promise<boolean> {
    return this.#take(() => this.#call("documents_restore", { ids: [...ids] }));
  }

  /** Puts the examples into the bin and gives their ids, for undo. */
  async removeExamples(): Promise<readonly Id[]> {
    try {
      const ids = await this.#call("examples_remove", {});
      for (const id of ids) this.marked.delete(id);
      if (this.place === "examples") this.place = "all";
      await this.load();
      return ids;
    } catch (error) {
      this.error = error;
      return [];
    }
  }

  /** How many documents stand on a place. */
  count(place: Place): number {
    return this.#onPlace(place).length;
  }

  mark(id: Id): void {
    if (!this.marked.delete(id)) this.marked.add(id);
  }

  /** The two marked documents, the earlier first; `null` unless there are exactly two. */
  get pair(): [Id, Id] | null {
    const cards = (this.view?.documents ?? []).filter(({ id }) => this.marked.has(id));
    const [a, b] = cards.toSorted((x, y) =>
      (x.adopted_on ?? "").localeCompare(y.adopted_on ?? ""),
    );
    return a && b && cards.length === 2 ? [a.id, b.id] : null;
  }

  #onPlace(place: Place): readonly DocumentCard[] {
    if (!this.view) return [];
    if (place === "bin") return this.view.removed;
    if (place === "all") return this.view.documents;
    const shelves = this.view.shelves.filter(({ kind }) => kind === place);
    const ids = new Set(shelves.map(({ id }) => id));
    return this.view.documents.filter(({ shelf }) => ids.has(shelf));
  }

  async #take(read: () => Promise<LibraryView>): Promise<boolean> {
    try {
      this.view = await read();
      this.error = null;
      return true;
    } catch (error) {
      this.error = error;
      return false;
    }
  }
}
