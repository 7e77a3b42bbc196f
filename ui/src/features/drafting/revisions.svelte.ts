// The revisions of a draft: which there are, naming one, going back to one.
import type { DraftView } from "../../ipc/generated/DraftView";
import type { Id } from "../../ipc/generated/Id";
import type { RevisionCard } from "../../ipc/generated/RevisionCard";
import type { Call } from "./drafting.svelte";

export class Revisions {
  /** The newest first; nothing before it was asked for. */
  list = $state.raw<readonly RevisionCard[] | null>(null);
  /** The number of the newest one. */
  newest = $state(0);
  busy = $state(false);
  error = $state.raw<unknown>(null);

  readonly #id: Id;
  readonly #call: Call;

  constructor(id: Id, call: Call) {
    this.#id = id;
    this.#call = call;
  }

  /** Reads which there are. */
  async load(): Promise<void> {
    await this.#run(async () => this.#know(await this.#call("document_revisions", { id: this.#id })));
  }

  /** Keeps what is on the disk as a revision of that name; tells whether it did. */
  async name(name: string): Promise<boolean> {
    const id = this.#id;
    return this.#run(async () => this.#know(await this.#call("revision_name", { id, name })));
  }

  /** Makes the document again what a revision has. */
  async restore(number: number): Promise<DraftView | null> {
    let view: DraftView | null = null;
    await this.#run(async () => {
      view = await this.#call("revision_restore", { id: this.#id, number });
    });
    return view;
  }

  #know(list: readonly RevisionCard[]): void {
    this.list = list;
    this.newest = list[0]?.number ?? this.newest;
  }

  async #run(work: () => Promise<void>): Promise<boolean> {
    if (this.busy) return false;
    this.busy = true;
    this.error = null;
    try {
      await work();
      return true;
    } catch (error) {
      this.error = error;
      return false;
    } finally {
      this.busy = false;
    }
  }
}
