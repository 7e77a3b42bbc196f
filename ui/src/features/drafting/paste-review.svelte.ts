// Looking through a pasted text before it goes into the draft.
import type { Commands } from "../../ipc/generated/commands";
import { type Choice, type Pasted, type PastedLine, pastedLines, pastedOf } from "./paste-review";

/** The way to the back end, as far as pasting needs it. */
export type PasteCall = <C extends "paste_read">(
  name: C,
  request: Commands[C]["request"],
) => Promise<Commands[C]["response"]>;

export class PasteState {
  lines = $state.raw<readonly PastedLine[] | null>(null);
  error = $state.raw<unknown>(null);
  /** What a person switched, by line. */
  switched = $state.raw<ReadonlyMap<number, Choice>>(new Map());

  readonly #call: PasteCall;

  constructor(call: PasteCall) {
    this.#call = call;
  }

  readonly doubtful = $derived((this.lines ?? []).filter((line) => line.doubtful));
  readonly sure = $derived((this.lines ?? []).filter((line) => !line.doubtful));
  readonly result: Pasted = $derived(pastedOf(this.lines ?? [], (line) => this.choiceOf(line)));
  readonly count = $derived(this.result.groups.reduce((sum, group) => sum + group.directives.length, 0));
  readonly isEmpty = $derived(this.result.groups.length === 0 && this.result.findings.length === 0);

  choiceOf({ line, read }: PastedLine): Choice {
    return this.switched.get(line) ?? read;
  }

  async read(text: string, html: string | null): Promise<void> {
    this.error = null;
    try {
      const view = await this.#call("paste_read", html === null ? { text } : { text, html });
      this.lines = pastedLines(view);
    } catch (error) {
      this.error = error;
    }
  }

  set({ line }: PastedLine, choice: Choice): void {
    this.switched = new Map([...this.switched, [line, choice]]);
  }
}
