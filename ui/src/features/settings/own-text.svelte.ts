// A list that comes with the program and that a person may change as a text: the register of acts, days off.

interface OwnText {
  own: boolean;
  text: string;
}

/** How a list is read and taken into use; nothing takes the shipped one again. */
export interface OwnTextCalls {
  get: () => Promise<OwnText>;
  set: (text: string | null) => Promise<OwnText>;
}

export class OwnTextState {
  /** The list in use; nothing before it was read. */
  view = $state.raw<OwnText | null>(null);
  /** The text being changed. */
  text = $state("");
  error = $state.raw<unknown>(null);

  readonly #calls: OwnTextCalls;

  constructor(calls: OwnTextCalls) {
    this.#calls = calls;
  }

  /** Something was changed and is not in use yet. */
  get changed(): boolean {
    return this.view !== null && this.text !== this.view.text;
  }

  async load(): Promise<void> {
    await this.#take(() => this.#calls.get());
  }

  /** Takes the changed text into use; a broken one is refused and stays on the screen. */
  async keep(): Promise<void> {
    await this.#take(() => this.#calls.set(this.text));
  }

  /** Goes back to the list that came with the program. */
  async reset(): Promise<void> {
    await this.#take(() => this.#calls.set(null));
  }

  async #take(read: () => Promise<OwnText>): Promise<void> {
    try {
      this.view = await read();
      this.text = this.view.text;
      this.error = null;
    } catch (error) {
      this.error = error;
    }
  }
}
