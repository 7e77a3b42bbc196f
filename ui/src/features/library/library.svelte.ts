// The library as the window shows it: shelves, documents, what is marked, what can be taken back.
import { SvelteSet } from "svelte/reactivity";
import type { Commands } from "../../ipc/generated/commands";
import type { DocumentCard } from "../../ipc/generated/DocumentCard";
import type { Id } from "../../ipc/generated/Id";
import type { LibraryView } from "../../ipc/generated/LibraryView";
import type { SearchHit } from "../../ipc/generated/SearchHit";
import type { Status } from "../../ipc/generated/Status";
import { matching } from "../../lib/matching";
import { Turns } from "../../lib/turns";
import { LATEST, type SortBy, type Sorting, sorted, turned } from "./sorting";
import { choices, type Filters, filtered, NO_FILTERS, yearsOf } from "./filters";

/** What stands on the screen: everything, a shelf, documents of a status, the bin, or documents that are alike. */
export type Place = "all" | "own" | Status | "examples" | "twins" | "bin";

type Name =
  | "library_view"
  | "documents_status"
  | "documents_purge"
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
  filters = $state.raw<Filters>(NO_FILTERS);
  sorting = $state.raw<Sorting>(LATEST);
  /** Places of the text that have the words typed; what the search answered last. */
  hits = $state.raw<readonly SearchHit[]>([]);
  /** Documents with a tick. */
  readonly marked = new SvelteSet<Id>();

  readonly #here = $derived.by(() => this.#onPlace(this.place));
  readonly #chosen = $derived.by(() => {
    const cards = filtered(this.#here, this.filters);
    // The bin has the order things were thrown away in.
    return this.place === "bin" ? cards : sorted(cards, this.sorting);
  });
  /** Documents of the place that fit the filters and have the words in their titles, in any form. */
  readonly visible = $derived.by((): readonly DocumentCard[] => {
    const found = matching(this.#chosen, this.query);
    const heads = new Set(this.hits.filter((hit) => hit.directive === null).map((hit) => hit.document));
    if (heads.size === 0) return found;
    const met = new Set(found);
    return [...found, ...this.#chosen.filter((card) => heads.has(card.id) && !met.has(card))];
  });
  /** Directives of documents that fit the filters. */
  readonly found = $derived.by((): readonly SearchHit[] => {
    const ids = new Set(this.#chosen.map(({ id }) => id));
    return this.hits.filter((hit) => hit.directive !== null && ids.has(hit.document));
  });
  /** What can be chosen in the filters here. */
  readonly choices = $derived.by(() => choices(this.#here));
  readonly years = $derived.by(() => yearsOf(this.#here));
  readonly hasExamples = $derived.by(() => this.count("examples") > 0);

  readonly #call: Call;
  readonly #turns = new Turns();

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
    return this.#change("documents_remove", { ids: [...ids] }, (view, cards, gone) => ({
      ...view,
      documents: view.documents.filter(({ id }) => !gone.has(id)),
      removed: [...cards, ...view.removed.filter(({ id }) => !gone.has(id))],
      recovered: view.recovered.filter(({ document }) => !gone.has(document)),
    }));
  }

  /** Says where documents stand. */
  async setStatus(ids: readonly Id[], status: Status): Promise<boolean> {
    return this.#change("documents_status", { ids: [...ids], status }, (view, _, changed) => ({
      ...view,
      documents: view.documents.map((card) => changed.get(card.id) ?? card),
    }));
  }

  /** Takes documents out of the bin. */
  async restore(ids: readonly Id[]): Promise<boolean> {
    return this.#change("documents_restore", { ids: [...ids] }, (view, cards, back) => ({
      ...view,
      // What was changed last stands first.
      documents: [...view.documents.filter(({ id }) => !back.has(id)), ...cards].toSorted((a, b) =>
        a.changed_at < b.changed_at ? 1 : a.changed_at > b.changed_at ? -1 : 0,
      ),
      removed: view.removed.filter(({ id }) => !back.has(id)),
    }));
  }

  /** Throws documents of the bin away for good; gives how many are gone and how many had to stay. */
  async purge(ids: readonly Id[]): Promise<{ gone: number; needed: number } | null> {
    let came: { gone: number; needed: number } | null = null;
    await this.#take(async () => {
      const view = await this.#known();
      const { gone, needed } = await this.#call("documents_purge", { ids: [...ids] });
      came = { gone: gone.length, needed };
      const thrown = new Set(gone);
      return { ...view, removed: view.removed.filter(({ id }) => !thrown.has(id)) };
    });
    return came;
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

  /** Goes to a place; filters of another place would hide what is there. */
  go(place: Place): void {
    this.place = place;
    this.filters = NO_FILTERS;
  }

  /** Orders by a column, or the other way round. */
  sort(by: SortBy): void {
    this.sorting = turned(this.sorting, by);
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
    if (place === "all" || place === "twins") return this.view.documents;
    if (place === "draft" || place === "adopted" || place === "archived") {
      return this.view.documents.filter(({ status }) => status === place);
    }
    const shelves = this.view.shelves.filter(({ kind }) => kind === place);
    const ids = new Set(shelves.map(({ id }) => id));
    return this.view.documents.filter(({ shelf }) => ids.has(shelf));
  }

  /** Asks for a change and puts what came back into its place: a large library takes long to tell as a whole. */
  #change<C extends "documents_remove" | "documents_restore" | "documents_status">(
    name: C,
    request: Commands[C]["request"],
    place: (
      view: LibraryView,
      cards: readonly DocumentCard[],
      byId: ReadonlyMap<Id, DocumentCard>,
    ) => LibraryView,
  ): Promise<boolean> {
    return this.#take(async () => {
      const view = await this.#known();
      const cards = await this.#call(name, request);
      return place(view, cards, new Map(cards.map((card) => [card.id, card])));
    });
  }

  async #known(): Promise<LibraryView> {
    return this.view ?? this.#call("library_view", {});
  }

  /** One after another: a list that was asked for before a change must not come after it. */
  #take(read: () => Promise<LibraryView>): Promise<boolean> {
    return this.#turns.take(async () => {
      try {
        this.view = await read();
        this.error = null;
        return true;
      } catch (error) {
        this.error = error;
        return false;
      }
    });
  }
}
