// The register of acts: what is in use, and what a person changes in it.
import type { ActsView } from "../../ipc/generated/ActsView";
import type { Commands } from "../../ipc/generated/commands";

/** The way to the back end, as far as the register needs it. */
export type Call = <C extends "acts_get" | "acts_set">(
  name: C,
  request: Commands[C]["request"],
) => Promise<Commands[C]["response"]>;

export class ActsState {
  /** The register in use; nothing before it was read. */
  view = $state.raw<ActsView | null>(null);
  /** The text being changed. */
  text = $state("");
  error = $state.raw<unknown>(null);

  readonly #call: Call;

  constructor(call: Call) {
    this.#call = call;
  }

  /** Something was changed and is not in use yet. */
  get changed(): boolean {
    return this.view !== null && this.text !== this.view.text;
  }

  async load(): Promise<void> {
    await this.#take(() => this.#call("acts_get", {}));
  }

  /** Takes the changed text into use; a broken one is refused and stays on the screen. */
  async keep(): Promise<void> {
    await this.#take(() => this.#call("acts_set", { text: this.text }));
  }

  /** Goes back to the register that came with the program. */
  async reset(): Promise<void> {
    await this.#take(() => this.#call("acts_set", { text: null }));
  }

  async #take(read: () => Promise<ActsView>): Promise<void> {
    try {
      this.view = await read();
      this.text = this.view.text;
      this.error = null;
    } catch (error) {
      this.error = error;
    }
  }
}
