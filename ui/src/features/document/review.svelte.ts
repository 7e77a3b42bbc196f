// Going through what was read: places in doubt first, each settled with one key.
import type { Commands } from "../../ipc/generated/commands";
import type { DiagnosticCode } from "../../ipc/generated/DiagnosticCode";
import type { DocumentView } from "../../ipc/generated/DocumentView";
import type { Id } from "../../ipc/generated/Id";
import type { Verdict } from "../../ipc/generated/Verdict";
import { type Ask, doneOf, doubtsOf, type Option, optionsOf, type Place } from "./review";
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
  /** What is being typed, if anything is. */
  typing = $state<Extract<Ask, "addressee" | "day"> | null>(null);
  /** Everything that can be said is shown, not only the answers. */
  wide = $state(false);
  busy = $state(false);
  /** How many doubts there were at the beginning. */
  atFirst = $state(0);

  /** Which doubt of the line it is. */
  #code = $state<DiagnosticCode | null>(null);
  readonly #call: Call;
  readonly #onremove: (id: Id) => void;

  /** `onremove`: what is no resolution is taken out of the library. */
  constructor(call: Call, onremove: (id: Id) => void = () => undefined) {
    this.#call = call;
    this.#onremove = onremove;
  }

  readonly lines: readonly Line[] = $derived(this.view ? linesOf(this.view) : []);
  readonly doubts: readonly Place[] = $derived(this.view ? doubtsOf(this.view) : []);
  /** What reading did by itself. */
  readonly done: readonly Place[] = $derived(this.view ? doneOf(this.view) : []);
  /** The doubt of the current line, or the line itself; one line may be doubted twice. */
  readonly place: Place | null = $derived.by(() => {
    if (this.line === null) return null;
    const here = [...this.doubts, ...this.done].filter(({ line }) => line === this.line);
    const chosen = here.find(({ doubt }) => doubt?.code === this.#code);
    return chosen ?? here[0] ?? { line: this.line, doubt: null };
  });
  readonly options: readonly Option[] = $derived.by(() => {
    const line = this.lines.find(({ number }) => number === this.line);
    if (!this.place || !line || !this.view) return [];
    return optionsOf(this.place, line, this.view, this.cut, this.wide);
  });

  /** Opens a document and goes to the gravest doubt. */
  async open(id: Id): Promise<void> {
    this.view = null;
    this.error = null;
    try {
      this.view = await this.#call("document_open", { id });
      this.atFirst = this.doubts.length;
      const [first] = this.doubts;
      if (first) this.show(first);
      else this.goTo(this.lines[0]?.number ?? 1);
    } catch (error) {
      this.error = error;
    }
  }

  goTo(line: number, code: DiagnosticCode | null = null): void {
    this.line = line;
    this.#code = code;
    this.cut = null;
    this.typing = null;
    this.wide = false;
  }

  /** Goes to a doubt. */
  show({ line, doubt }: Place): void {
    this.goTo(line, doubt?.code ?? null);
  }

  /** Goes to the next or the previous doubt of the list. */
  step(by: 1 | -1): void {
    const here = this.#at();
    const count = this.doubts.length;
    if (count === 0) return;
    const next = here === -1 ? 0 : (here + by + count) % count;
    this.show(this.doubts[next]!);
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
    if (option.verdict !== null) return this.say(option.verdict);
    switch (option.ask) {
      case "more":
        this.wide = true;
        return;
      case "remove":
        return this.#onremove(this.view!.card.id);
      default:
        this.typing = option.ask ?? null;
    }
  }

  /** Says something of the current line; the file is read anew with it. */
  async say(verdict: Verdict): Promise<void> {
    const line = this.lines.find(({ number }) => number === this.line);
    if (!this.view || !line || this.busy) return;
    const at = this.#at();
    const settled = this.place?.doubt?.code ?? null;
    const correction = { line: line.number, text: line.text, verdict };
    const done = await this.#read(() =>
      this.#call("document_correct", { id: this.view!.card.id, correction }),
    );
    // A settled doubt gives way to the one that follows it in the list.
    const still = this.doubts.some(({ line, doubt }) => line === this.line && doubt?.code === settled);
    if (done && at !== -1 && !still) {
      const next = this.doubts[Math.min(at, this.doubts.length - 1)];
      if (next) this.show(next);
    }
    this.typing = null;
    this.cut = null;
  }

  /** Which of the doubts the person stands at; -1 at none. */
  #at(): number {
    const here = this.place;
    return this.doubts.findIndex(({ line, doubt }) => line === here?.line && doubt?.code === here.doubt?.code);
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
