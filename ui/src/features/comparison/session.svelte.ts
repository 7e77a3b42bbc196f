// Choosing two documents and having them compared.
import type { Commands } from "../../ipc/generated/commands";
import type { DocumentCard } from "../../ipc/generated/DocumentCard";
import type { Id } from "../../ipc/generated/Id";
import { ComparisonState } from "./comparison.svelte";
import type { PaperSide } from "./papers";
import { inOrderOfTime, suggestPairs } from "./suggest";

/** The way to the back end, as far as comparing needs it. */
export type Call = <C extends "library_view" | "documents_compare">(
  name: C,
  request: Commands[C]["request"],
) => Promise<Commands[C]["response"]>;

/** What the view shows in its middle. */
export type Phase =
  | { is: "choosing" }
  | { is: "comparing" }
  | { is: "ready"; comparison: ComparisonState }
  | { is: "failed"; error: unknown };

export class ComparisonSession {
  documents = $state.raw<readonly DocumentCard[]>([]);
  old = $state<Id | null>(null);
  new = $state<Id | null>(null);
  phase = $state.raw<Phase>({ is: "choosing" });

  readonly suggestions = $derived.by(() => suggestPairs(this.documents));
  /** The same document stands on both sides, which a person can mend but not compare. */
  readonly same = $derived.by(() => this.old !== null && this.old === this.new);

  readonly #call: Call;
  #request = 0;

  constructor(call: Call) {
    this.#call = call;
  }

  /** Reads the library, so that there is something to choose from. */
  async open(): Promise<void> {
    try {
      this.documents = (await this.#call("library_view", {})).documents;
    } catch (error) {
      this.phase = { is: "failed", error };
    }
  }

  /** Sets both sides at once and compares. */
  async show(old: Id | null, now: Id | null): Promise<void> {
    if (this.old === old && this.new === now && this.phase.is === "ready") return;
    [this.old, this.new] = [old, now];
    await this.compare();
  }

  /** Sets one side and compares as soon as both are known. */
  async choose(side: PaperSide, id: Id): Promise<void> {
    this[side] = id;
    await this.compare();
  }

  async swap(): Promise<void> {
    [this.old, this.new] = [this.new, this.old];
    await this.compare();
  }

  /** Tries again what failed: reading the library, comparing, or both. */
  async retry(): Promise<void> {
    this.phase = { is: "choosing" };
    if (this.documents.length === 0) await this.open();
    if (this.phase.is === "choosing") await this.compare();
  }

  /** Compares; an answer that comes after another choice was made is dropped. */
  async compare(): Promise<void> {
    this.#request += 1;
    const request = this.#request;
    const [old, now] = [this.old, this.new];
    if (old === null || now === null || old === now) {
      this.phase = { is: "choosing" };
      return;
    }
    this.phase = { is: "comparing" };
    let phase: Phase;
    try {
      const view = await this.#call("documents_compare", { old, new: now });
      phase = { is: "ready", comparison: new ComparisonState(view) };
    } catch (error) {
      phase = { is: "failed", error };
    }
    if (request === this.#request) this.phase = phase;
  }

  /** The later of the two documents was put on the old side. */
  get backwards(): boolean {
    const find = (id: Id | null): DocumentCard | undefined =>
      this.documents.find((card) => card.id === id);
    const [old, now] = [find(this.old), find(this.new)];
    return old !== undefined && now !== undefined && inOrderOfTime(old, now)[0] !== old;
  }
}
