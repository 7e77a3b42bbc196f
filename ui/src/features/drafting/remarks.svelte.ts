// The remarks of a draft: who said what of which directive, what was proposed, what became of it.
import type { Commands } from "../../ipc/generated/commands";
import type { Id } from "../../ipc/generated/Id";
import type { Remark } from "../../ipc/generated/Remark";
import type { RemarkState } from "../../ipc/generated/RemarkState";

/** The way to the back end, as far as remarks need it. */
export type RemarksCall = <C extends "remarks_list" | "remark_add" | "remark_settle">(
  name: C,
  request: Commands[C]["request"],
) => Promise<Commands[C]["response"]>;

/** A remark with the answers to it, oldest first. */
export interface Thread {
  root: Remark;
  answers: readonly Remark[];
}

/** Puts a wording into the text; `false` if that could not be done. */
export type Accept = (directive: Id, text: string) => boolean | void | Promise<boolean | void>;

/** Where the initials are remembered, for all documents. */
const AUTHOR = "svod-author";

export class RemarksState {
  list = $state.raw<readonly Remark[] | null>(null);
  error = $state.raw<unknown>(null);
  busy = $state(false);

  readonly document: Id;
  readonly #call: RemarksCall;
  readonly #memory: Pick<Storage, "getItem" | "setItem">;
  #author = $state("");

  constructor(document: Id, call: RemarksCall, memory: Pick<Storage, "getItem" | "setItem">) {
    this.document = document;
    this.#call = call;
    this.#memory = memory;
    this.#author = memory.getItem(AUTHOR) ?? "";
  }

  readonly threads: readonly Thread[] = $derived.by(() => {
    const all = this.list ?? [];
    return all
      .filter(({ answers }) => answers === null)
      .map((root) => ({ root, answers: all.filter(({ answers }) => answers === root.id) }));
  });
  readonly open = $derived(this.threads.filter(({ root }) => root.state === "open"));
  readonly settled = $derived(this.threads.filter(({ root }) => root.state !== "open"));
  /** Open remarks that propose a wording. */
  readonly proposals = $derived(
    this.open.map(({ root }) => root).filter(({ proposal, directive }) => proposal !== null && directive !== null),
  );
  /** Those of them that stand alone at their directive: all of them can be accepted together. */
  readonly agreed = $derived(
    this.proposals.filter(
      ({ directive }) => this.proposals.filter((each) => each.directive === directive).length === 1,
    ),
  );

  get author(): string {
    return this.#author;
  }

  set author(author: string) {
    this.#author = author;
    this.#memory.setItem(AUTHOR, author.trim());
  }

  /** How many open remarks a directive has, for its mark in the margin. */
  count(directive: Id): number {
    return this.open.filter(({ root }) => root.directive === directive).length;
  }

  async load(): Promise<void> {
    await this.#run(() => this.#call("remarks_list", { id: this.document }));
  }

  /** Makes a remark; `false` if it could not be kept. */
  async add(directive: Id | null, text: string, proposal: string | null): Promise<boolean> {
    return this.#run(() =>
      this.#call("remark_add", {
        document: this.document,
        ...(directive === null ? {} : { directive }),
        author: this.author.trim(),
        text: text.trim(),
        ...(proposal === null ? {} : { proposal: proposal.trim() }),
      }),
    );
  }

  async answer({ root }: Thread, text: string): Promise<boolean> {
    return this.#run(() =>
      this.#call("remark_add", {
        document: this.document,
        ...(root.directive === null ? {} : { directive: root.directive }),
        answers: root.id,
        author: this.author.trim(),
        text: text.trim(),
      }),
    );
  }

  async settle(id: Id, state: RemarkState): Promise<boolean> {
    return this.#run(() => this.#call("remark_settle", { document: this.document, id, state }));
  }

  /** Puts a proposed wording into the text, and says that it is there. */
  async accept({ id, directive, proposal }: Remark, put: Accept): Promise<boolean> {
    if (directive === null || proposal === null || this.busy) return false;
    if ((await put(directive, proposal)) === false) return false;
    return this.settle(id, "accepted");
  }

  /** Accepts all proposals that no other one contradicts; gives how many that were. */
  async acceptAll(put: Accept, present: (directive: Id) => boolean): Promise<number> {
    let done = 0;
    for (const remark of this.agreed.filter(({ directive }) => directive !== null && present(directive))) {
      if (!(await this.accept(remark, put))) break;
      done += 1;
    }
    return done;
  }

  async rejectAll(): Promise<void> {
    for (const { id } of this.proposals) {
      if (!(await this.settle(id, "rejected"))) return;
    }
  }

  async #run(read: () => Promise<Remark[]>): Promise<boolean> {
    this.busy = true;
    this.error = null;
    try {
      this.list = await read();
      return true;
    } catch (error) {
      this.error = error;
      return false;
    } finally {
      this.busy = false;
    }
  }
}
