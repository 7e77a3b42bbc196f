// What a person says of the current difference: kept by the back end, shown at once, taken back
// with one key.
import type { Commands } from "../../ipc/generated/commands";
import type { ComparisonView } from "../../ipc/generated/ComparisonView";
import type { Decision } from "../../ipc/generated/Decision";
import type { Pair } from "../../ipc/generated/Pair";
import type { Relation } from "../../ipc/generated/Relation";
import type { ComparisonState } from "./comparison.svelte";
import { confirm, reject, relate } from "./decisions";
import { cellKey } from "./papers";
import type { Sides } from "./session.svelte";

/** The way to the back end, as far as deciding needs it. */
export type Call = <C extends "comparison_decide" | "comparison_undecide">(
  name: C,
  request: Commands[C]["request"],
) => Promise<Commands[C]["response"]>;

export class Decider {
  busy = $state(false);
  error = $state.raw<unknown>(null);

  readonly #call: Call;
  readonly #sides: Sides;
  readonly #comparison: ComparisonState;

  constructor(call: Call, sides: Sides, comparison: ComparisonState) {
    this.#call = call;
    this.#sides = sides;
    this.#comparison = comparison;
  }

  /** The pairs of the current difference. */
  get pairs(): readonly Pair[] {
    return this.#comparison.current?.pairs ?? [];
  }

  /** There is something to take back. */
  get canUndo(): boolean {
    return this.#comparison.view.decisions.length > 0;
  }

  /** Says that the current pairs are right; gives the act, or nothing if nothing was to be said. */
  confirm(): Promise<number | null> {
    return this.decide(confirm(this.pairs));
  }

  /** Says that these pairs are none. */
  reject(pairs: readonly Pair[] = this.pairs): Promise<number | null> {
    return this.decide(reject(pairs));
  }

  /** Says how the current pairs relate. */
  relate(relation: Relation): Promise<number | null> {
    return this.decide(relate(this.pairs, relation));
  }

  /** Keeps what is said in one go; one who walks the unchecked is led to the next. */
  async decide(decisions: readonly Decision[]): Promise<number | null> {
    if (decisions.length === 0) return null;
    const walking = this.#comparison.current?.toCheck ?? false;
    const request = { ...this.#sides, decisions: [...decisions] };
    if (!(await this.#ask(() => this.#call("comparison_decide", request)))) return null;
    if (walking && this.#comparison.toCheck.length > 0) this.#comparison.check(1);
    return this.#comparison.view.decisions.at(-1)?.act ?? null;
  }

  /** Takes back what was said in one go, or the last thing said. */
  async undo(act: number | null = null): Promise<boolean> {
    if (!this.canUndo) return false;
    const made = this.#comparison.view.decisions;
    const taken = act === null ? made.at(-1) : made.find((each) => each.act === act);
    if (!taken) return false;
    const request = { ...this.#sides, act: taken.act };
    if (!(await this.#ask(() => this.#call("comparison_undecide", request)))) return false;
    // Where it was said is where a person wants to see that it is gone.
    this.#comparison.jumpTo(cellKey("new", taken.decision.new.id));
    return true;
  }

  async #ask(ask: () => Promise<ComparisonView>): Promise<boolean> {
    if (this.busy) return false;
    this.busy = true;
    this.error = null;
    try {
      this.#comparison.renew(await ask());
      return true;
    } catch (error) {
      this.error = error;
      return false;
    } finally {
      this.busy = false;
    }
  }
}
