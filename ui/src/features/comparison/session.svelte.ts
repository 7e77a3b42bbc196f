// Choosing two states and having them compared.
import type { Commands } from "../../ipc/generated/commands";
import type { DocumentCard } from "../../ipc/generated/DocumentCard";
import type { Id } from "../../ipc/generated/Id";
import type { Progress } from "../../ipc/generated/Progress";
import type { RevisionCard } from "../../ipc/generated/RevisionCard";
import type { State } from "../../ipc/generated/State";
import { isBackendError } from "../../ipc/backend";
import { sameState } from "../../lib/states";
import { ComparisonState } from "./comparison.svelte";
import type { PaperSide } from "./papers";
import { inOrderOfTime, suggestPairs } from "./suggest";

/** The way to the back end, as far as comparing needs it. */
export type Call = <
  C extends
    | "library_view"
    | "documents_compare"
    | "document_revisions"
    | "file_choose"
    | "task_cancel",
>(
  name: C,
  request: Commands[C]["request"],
) => Promise<Commands[C]["response"]>;

/** What the view shows in its middle. */
export type Phase =
  | { is: "choosing" }
  | { is: "comparing" }
  | { is: "stopped" }
  | { is: "ready"; comparison: ComparisonState }
  | { is: "failed"; error: unknown };

/** The two states that are shown. */
export interface Sides {
  old: State;
  new: State;
}

export class ComparisonSession {
  documents = $state.raw<readonly DocumentCard[]>([]);
  /** Files outside the library that were chosen. */
  files = $state.raw<readonly DocumentCard[]>([]);
  /** The revisions of the chosen documents, the newest first. */
  revisions = $state.raw<Readonly<Record<Id, readonly RevisionCard[]>>>({});
  old = $state.raw<State | null>(null);
  new = $state.raw<State | null>(null);
  phase = $state.raw<Phase>({ is: "choosing" });
  /** How far comparing has come, once it says so. */
  progress = $state.raw<Progress | null>(null);
  /** A file is being chosen and read; what is shown stays meanwhile. */
  opening = $state(false);

  readonly suggestions = $derived.by(() => suggestPairs(this.documents));
  /** The same state stands on both sides, which a person can mend but not compare. */
  readonly same = $derived(sameState(this.old, this.new));
  readonly sides: Sides | null = $derived(
    this.old && this.new && !this.same ? { old: this.old, new: this.new } : null,
  );

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
  async show(old: State | null, now: State | null): Promise<void> {
    const shown = sameState(this.old, old) && sameState(this.new, now);
    if (shown && this.phase.is === "ready") return;
    [this.old, this.new] = [old, now];
    await this.compare();
  }

  /** Sets one side and compares as soon as both are known. */
  async choose(side: PaperSide, state: State): Promise<void> {
    this[side] = state;
    await this.#know(state);
    // Who names a revision means that one.
    const named = state.kind === "document" && state.revision !== undefined;
    if (this.same && !named) this.#stepBack();
    await this.compare();
  }

  /** Lets the person choose a file for one side; nothing changes if they choose none. */
  async chooseFile(side: PaperSide): Promise<void> {
    this.#request += 1;
    const request = this.#request;
    this.opening = true;
    try {
      const card = await this.#call("file_choose", { task: this.#task });
      this.opening = false;
      if (request !== this.#request || card === null) return;
      this.#knowFile(card);
      await this.choose(side, { kind: "file", token: card.id });
    } catch (error) {
      this.opening = false;
      if (!isStop(error)) this.phase = { is: "failed", error };
    }
  }

  async swap(): Promise<void> {
    [this.old, this.new] = [this.new, this.old];
    await this.compare();
  }

  /** Tries again what failed or was stopped: reading the library, comparing, or both. */
  async retry(): Promise<void> {
    this.phase = { is: "choosing" };
    if (this.documents.length === 0) await this.open();
    if (this.phase.is === "choosing") await this.compare();
  }

  /** Hears how far comparing has come; what another choice began is not waited for. */
  hear(progress: Progress): void {
    if (this.phase.is === "comparing" && progress.task === this.#task) this.progress = progress;
  }

  /** Stops comparing, or reading a file for it. */
  async stop(): Promise<void> {
    if (this.phase.is !== "comparing" && !this.opening) return;
    await this.#call("task_cancel", { task: this.#task }).catch(() => false);
  }

  /** Compares; an answer that comes after another choice was made is dropped. */
  async compare(): Promise<void> {
    // Nobody waits for what was begun before.
    void this.stop();
    this.#request += 1;
    const request = this.#request;
    const { sides } = this;
    if (!sides) {
      this.phase = { is: "choosing" };
      return;
    }
    this.phase = { is: "comparing" };
    this.progress = null;
    let phase: Phase;
    try {
      const view = await this.#call("documents_compare", { ...sides, task: this.#task });
      phase = { is: "ready", comparison: new ComparisonState(view) };
      if (sides.old.kind === "file") this.#knowFile(view.old.card);
      if (sides.new.kind === "file") this.#knowFile(view.new.card);
    } catch (error) {
      phase = isStop(error) ? { is: "stopped" } : { is: "failed", error };
    }
    if (request !== this.#request) return;
    this.phase = phase;
    await Promise.all([this.#know(sides.old), this.#know(sides.new)]);
  }

  /** The later of the two documents was put on the old side. */
  get backwards(): boolean {
    const [old, now] = [this.cardOf(this.old), this.cardOf(this.new)];
    return old !== undefined && now !== undefined && inOrderOfTime(old, now)[0] !== old;
  }

  /** The card of a state's document or file. */
  cardOf(state: State | null): DocumentCard | undefined {
    if (state?.kind === "document") return this.documents.find(({ id }) => id === state.id);
    return this.files.find(({ id }) => id === state?.token);
  }

  get #task(): string {
    return `compare-${this.#request}`;
  }

  #knowFile(card: DocumentCard): void {
    this.files = [...this.files.filter(({ id }) => id !== card.id), card];
  }

  /** Reads the revisions of a document that was chosen; without them the newest is still shown. */
  async #know(state: State): Promise<void> {
    if (state.kind !== "document") return;
    const { id } = state;
    const list = await this.#call("document_revisions", { id }).catch(() => null);
    if (list) this.revisions = { ...this.revisions, [id]: list };
  }

  /** One document on both sides means its two latest revisions, if it has two. */
  #stepBack(): void {
    const { old, new: now } = this;
    if (old?.kind !== "document" || now?.kind !== "document") return;
    const [newest, before] = this.revisions[old.id] ?? [];
    if (!newest || !before) return;
    this.old = { kind: "document", id: old.id, revision: before.number };
    this.new = { kind: "document", id: old.id };
  }
}

function isStop(error: unknown): boolean {
  return isBackendError(error) && error.code === "cancelled";
}
