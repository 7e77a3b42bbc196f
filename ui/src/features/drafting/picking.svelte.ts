// Choosing an addressee: bodies that fit what is typed, or a new one for the register.
import type { Addressee } from "../../ipc/generated/Addressee";
import type { Commands } from "../../ipc/generated/commands";
import type { Id } from "../../ipc/generated/Id";

/** The way to the back end, as far as choosing an addressee needs it. */
export type PickingCall = <C extends "addressees_suggest" | "addressee_propose" | "addressee_keep">(
  name: C,
  request: Commands[C]["request"],
) => Promise<Commands[C]["response"]>;

export class PickingState {
  typed = $state("");
  list = $state.raw<readonly Addressee[]>([]);
  open = $state(false);
  /** The entry the arrows stand at; the one behind the bodies adds what was typed. */
  active = $state(0);
  error = $state.raw<unknown>(null);
  /** A body to be added, its dative to be confirmed. */
  adding = $state.raw<Addressee | null>(null);
  dative = $state("");

  readonly #document: Id;
  readonly #call: PickingCall;
  #request = 0;
  #asked: Promise<void> = Promise.resolve();

  constructor(document: Id, call: PickingCall, typed = "") {
    this.#document = document;
    this.#call = call;
    this.typed = typed;
  }

  /** What was typed is no name or heading of the list, so that it can be added. */
  readonly canAdd = $derived(
    this.typed.trim() !== "" &&
      !this.list.some(({ id, name, dative }) => id !== "" && [name, dative].some((each) => fold(each) === fold(this.typed))),
  );
  readonly count = $derived(this.list.length + (this.canAdd ? 1 : 0));

  /** Looks for what was typed; an answer that another one overtook is dropped. */
  suggest(): Promise<void> {
    this.open = true;
    this.#asked = this.#ask();
    return this.#asked;
  }

  async #ask(): Promise<void> {
    this.#request += 1;
    const request = this.#request;
    try {
      const list = await this.#call("addressees_suggest", { id: this.#document, typed: this.typed });
      if (request !== this.#request) return;
      this.list = list;
      this.error = null;
    } catch (error) {
      if (request !== this.#request) return;
      this.list = [];
      this.error = error;
    }
    this.active = 0;
  }

  walk(by: 1 | -1): void {
    if (!this.open) {
      this.open = true;
      return;
    }
    if (this.count > 0) this.active = (this.active + by + this.count) % this.count;
  }

  /** Takes the entry the arrows stand at, once the list is the answer to what is typed: Enter can be
   * quicker than the answer. */
  async enter(): Promise<Addressee | null> {
    await this.#asked;
    return this.take(this.active);
  }

  /** Takes the n-th entry: gives the body, or begins to add what was typed. */
  async take(at: number): Promise<Addressee | null> {
    const body = this.list[at];
    if (body) {
      this.typed = body.dative;
      this.open = false;
      return body;
    }
    if (at === this.list.length && this.canAdd) await this.#begin();
    return null;
  }

  /** Keeps the body with the dative the person confirmed, and gives it. */
  async keep(): Promise<Addressee | null> {
    const { adding } = this;
    const dative = this.dative.trim();
    if (!adding || dative === "") return null;
    try {
      const all = await this.#call("addressee_keep", { body: { ...adding, dative, confirmed: true } });
      const kept = all.findLast(({ name }) => name === adding.name) ?? { ...adding, dative };
      this.adding = null;
      this.open = false;
      this.typed = kept.dative;
      return kept;
    } catch (error) {
      this.error = error;
      return null;
    }
  }

  /** Goes back to the list. */
  back(): void {
    this.adding = null;
    this.open = true;
  }

  async #begin(): Promise<void> {
    try {
      this.adding = await this.#call("addressee_propose", { name: this.typed.trim() });
      this.dative = this.adding.dative;
    } catch (error) {
      this.error = error;
    }
  }
}

function fold(text: string): string {
  return text.trim().toLowerCase().replaceAll("ё", "е");
}
