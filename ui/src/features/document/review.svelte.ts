// Going through what was read: places in doubt first, each settled with one key.
import type { Commands } from "../../ipc/generated/commands";
import type { DocumentView } from "../../ipc/generated/DocumentView";
import type { Id } from "../../ipc/generated/Id";
import type { Verdict } from "../../ipc/generated/Verdict";
import { doubtsOf, type Option, optionsOf, type Place } from "./review";
import { type Line, linesOf } from "./source";

/** The way to the back end, as far as reviewing needs it. */
export type Call = <C extends "document_open" | "document_correct" | "document_uncorrect">(
  name: C,
  request: Commands[C]["request"],
) => Promise<Commands[C]["response"]>;

export class ReviewState {
  view = $state.raw<DocumentView | null>(null);
  error = $state.raw<unknown>(null);
  /** The line the person stands at; nothing before the document is there. */
  line = $state<number | null>(null);
  /** The caret's place in that line, in characters. */
  cut = $state<number | null>(null);
  /** An addressee is being typed. */
  typing = $state(false);
  busy = $state(false);
  /** How many doubts there were at the beginning. */
  atFirst = $state(0);

  readonly #call: Call;

  constructor(call: Call) {
    this.#call = call;
  }

  readonly lines: readonly Line[] = $derived(this.view ? linesOf(this.view) : []);
  readonly doubts: readonly Place[] = $derived(this.view ? doubtsOf(this.view) : []);
  /** The doubt of the current line, or the line itself. */
  readonly place: Place | null = $derived.by(() => {
    if (this.line === null) return null;
    return this.doubts.find(({ line }) => line === this.line) ?? { line: this.line, doubt: null };
  });
  readonly options: readonly Option[] = $derived.by(() => {
    const line = this.lines.find(({ number }) => number === this.line);
    if (!this.place || !line || !this.view) return [];
    return optionsOf(this.place, line, this.view, this.cut);
  });

  /** Opens a document and goes to the gravest doubt. */
  async open(id: Id): Promise<void> {
    this.view = null;
    this.error = null;
    try {
      this.view = await this.#call("document_open", { id });
      this.atFirst = this.doubts.length;
      this.goTo(this.doubts[0]?.line ?? this.lines[0]?.number ?? 1);
    } catch (error) {
      this.error = error;
    }
  }

  goTo(line: number): void {
    this.line = line;
    this.cut = null;
    this.typing = false;
  }

  /** Goes to the next or the previous doubt of the list. */
  step(by: 1 | -1): void {
    const here = this.doubts.findIndex(({ line }) => line === this.line);
    const count = this.doubts.length;
    if (count === 0) return;
    const next = here === -1 ? 0 : (here + by + count) % count;
    this.goTo(this.doubts[next]!.line);
  }

  /** Goes one line with words up or down. */
  walk(by: 1 | -1): void {
    const worded = this.lines.filter(({ text }) => text.trim() !== "");
    const here = worded.findIndex(({ number }) => number === this.line);
    const next = worded[here + by];
    if (next) this.goTo(next.number);
  }

  /** Says the n-th thing of the current place. */
  async choose(at: number): Promise<void> {
    const option = this.options[at];
    if (!option || this.busy) return;
    if (option.verdict === null) {
      this.typing = true;
      return;
    }
    await this.say(option.verdict);
  }

  /** Says something of the current line; the file is read anew with it. */
  async say(verdict: Verdict): Promise<void> {
    const line = this.lines.find(({ number }) => number === this.line);
    if (!this.view || !line || this.busy) return;
    const at = this.doubts.findIndex(({ line }) => line === this.line);
    const correction = { line: line.number, text: line.text, verdict };
    const done = await this.#read(() =>
      this.#call("document_correct", { id: this.view!.card.id, correction }),
    );
    // A settled doubt gives way to the one that follows it in the list.
    if (done && at !== -1 && !this.doubts.some(({ line }) => line === this.line)) {
      const next = this.doubts[Math.min(at, this.doubts.length - 1)];
      if (next) this.goTo(next.line);
    }
    this.typing = false;
    this.cut = null;
  }

  /** Takes the last thing said back. */
  async undo(): Promise<void> {
    const last = this.view?.corrections.at(-1);
    if (!last || !this.view || this.busy) return;
    const id = this.view.card.id;
    if (await this.#read(() => this.#call("document_uncorrect", { id }))) this.goTo(last.line);
  }

  async #read(read: () => Promise<DocumentView>): Promise<boolean> {
    this.busy = true;
    this.error = null;
    try {
      this.view = await read();
      return true;
    } catch (error) {
      this.error = error;
      return false;
    } finally {
      this.busy = false;
    }
  }
}
