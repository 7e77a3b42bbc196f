// The checks of a draft: run when the keyboard rests, walked one by one, refused where they do not
// fit, added to the dictionary where the rule does not know a word.
import type { Commands } from "../../ipc/generated/commands";
import type { DraftAdvice } from "../../ipc/generated/DraftAdvice";
import type { Id } from "../../ipc/generated/Id";
import { type Advice, adviceOf, countsOf } from "./advice";

type Named =
  | "draft_check"
  | "advice_ignore"
  | "advice_ignore_nothing"
  | "spelling_suggest"
  | "spelling_add";

/** The way to the back end, as far as checking needs it. */
export type Call = <C extends Named>(
  name: C,
  request: Commands[C]["request"],
) => Promise<Commands[C]["response"]>;

/** How long nothing may be kept before the rules run. */
const IDLE = 600;

export class Checking {
  /** All advice; nothing before the first check. */
  all = $state.raw<readonly Advice[] | null>(null);
  /** How many pieces of advice were refused in this document. */
  refused = $state(0);
  running = $state(false);
  failed = $state(false);
  /** The one in hand. */
  active = $state<string | null>(null);

  readonly list = $derived(this.all ?? []);
  readonly counts = $derived(countsOf(this.list));
  readonly current = $derived(this.list.find(({ key }) => key === this.active) ?? null);
  /** Which of them it is, from 1; 0 before the first. */
  readonly position = $derived(this.list.findIndex(({ key }) => key === this.active) + 1);

  readonly #id: Id;
  readonly #call: Call;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #request = 0;

  constructor(id: Id, call: Call) {
    this.#id = id;
    this.#call = call;
  }

  /** Runs the rules once nothing was kept for a while. */
  plan(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.run(), IDLE);
  }

  /** Runs the rules now. */
  async run(): Promise<void> {
    clearTimeout(this.#timer);
    await this.#ask(() => this.#call("draft_check", { id: this.#id }));
  }

  /** The one after the one in hand, or before it, round the end. */
  walk(by: 1 | -1): Advice | null {
    const { length } = this.list;
    if (length === 0) return null;
    const from = this.position === 0 && by < 0 ? 1 : this.position;
    const next = this.list[(from - 1 + by + length) % length] ?? null;
    this.active = next?.key ?? null;
    return next;
  }

  /** Refuses one here, and goes on to the one behind it. */
  async refuse(advice: Advice): Promise<boolean> {
    this.drop(advice.key);
    return this.#ignore(advice, true);
  }

  /** Takes a refusal back. */
  async allow(advice: Advice): Promise<boolean> {
    return this.#ignore(advice, false);
  }

  /** Takes back every refusal in this document. */
  async allowAll(): Promise<boolean> {
    return this.#ask(() => this.#call("advice_ignore_nothing", { id: this.#id }));
  }

  /** Other spellings of a word; none if it cannot be said. */
  async suggest(word: string): Promise<string[]> {
    return this.#call("spelling_suggest", { word }).catch(() => []);
  }

  /** Adds a word to the person's dictionary. */
  async learn(word: string): Promise<boolean> {
    const done = await this.#call("spelling_add", { word }).then(
      () => true,
      () => false,
    );
    if (done) await this.run();
    return done;
  }

  /** Takes one out of the list; what is in hand then is the one behind it. */
  drop(key: string): void {
    const at = this.list.findIndex((each) => each.key === key);
    this.all = this.list.filter((each) => each.key !== key);
    if (this.active === key) this.active = (this.list[at] ?? this.list.at(-1))?.key ?? null;
  }

  /** Nothing runs any more. */
  end(): void {
    clearTimeout(this.#timer);
    this.#request += 1;
  }

  #ignore({ rule, place, quote }: Advice, refused: boolean): Promise<boolean> {
    const advice = { rule, place, quote };
    return this.#ask(() => this.#call("advice_ignore", { id: this.#id, advice, refused }));
  }

  /** Shows what came back; an answer that another request overtook is dropped. */
  async #ask(question: () => Promise<DraftAdvice>): Promise<boolean> {
    this.#request += 1;
    const request = this.#request;
    this.running = true;
    try {
      const { findings, refused } = await question();
      if (request !== this.#request) return true;
      this.all = adviceOf(findings);
      this.refused = refused;
      this.failed = false;
      return true;
    } catch {
      // The text is what matters; the next check may do better.
      if (request === this.#request) this.failed = true;
      return false;
    } finally {
      if (request === this.#request) this.running = false;
    }
  }
}
