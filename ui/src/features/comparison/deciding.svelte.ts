// Deciding with words and keys: what is said of the current pair is told in a message that takes it
// back.
import { dismiss, notify } from "../../components/toasts.svelte";
import { m } from "../../i18n";
import type { ComparisonView } from "../../ipc/generated/ComparisonView";
import type { Pair } from "../../ipc/generated/Pair";
import type { Relation } from "../../ipc/generated/Relation";
import type { ComparisonState } from "./comparison.svelte";
import { type Call, Decider } from "./decider.svelte";
import { Linking } from "./linking.svelte";
import type { Sides } from "./session.svelte";
import { linkPlace } from "./names";
import { markWord, placeOf } from "./words";

export class Deciding {
  readonly decider: Decider;
  /** The menu of relations is open. */
  choosingRelation = $state(false);
  /** The menu of a split's parts is open. */
  choosingPart = $state(false);
  /** A partner is being looked for. */
  linking = $state.raw<Linking | null>(null);

  readonly #comparison: ComparisonState;
  /** The messages that tell of acts. */
  readonly #told = new Map<number, number>();

  constructor(call: Call, sides: Sides, comparison: ComparisonState) {
    this.decider = new Decider(call, sides, comparison);
    this.#comparison = comparison;
  }

  get view(): ComparisonView {
    return this.#comparison.view;
  }

  async confirm(): Promise<void> {
    const text = m.compare_done_confirm({ place: this.#place });
    this.#tell(text, await this.decider.confirm());
  }

  async reject(pairs?: readonly Pair[]): Promise<void> {
    const text = m.compare_done_reject({ place: this.#place });
    this.#tell(text, await this.decider.reject(pairs));
  }

  async relate(relation: Relation): Promise<void> {
    const text = m.compare_done_relate({ place: this.#place, relation: markWord(relation) });
    this.#tell(text, await this.decider.relate(relation));
  }

  startLinking(): void {
    const { current } = this.#comparison;
    if (current) this.linking = new Linking(this.view, current);
  }

  async link(linking: Linking): Promise<void> {
    const { kept, choice } = linking;
    this.linking = null;
    if (!kept || !choice) return;
    const text = m.compare_done_link({ place: linkPlace(kept, choice.cell) });
    this.#tell(text, await this.decider.decide(linking.decisions()));
  }

  async undo(act: number | null = null): Promise<void> {
    const undone = act ?? this.view.decisions.at(-1)?.act ?? null;
    if (!(await this.decider.undo(act))) return;
    if (undone !== null) dismiss(this.#told.get(undone) ?? 0);
    notify(m.compare_undone());
  }

  /** Acts on a key; gives whether it meant anything. */
  press({ code, shiftKey, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean {
    const control = ctrlKey || metaKey;
    if (altKey) return false;
    if (control) {
      if (code !== "KeyZ" || shiftKey) return false;
      void this.undo();
      return true;
    }
    if (code === "F9") {
      this.#comparison.check(shiftKey ? -1 : 1);
      return true;
    }
    const { current } = this.#comparison;
    const digit = /^(?:Digit|Numpad)([1-4])$/.exec(code)?.[1];
    if (!current || shiftKey || digit === undefined) return false;
    if (digit === "3") this.startLinking();
    else if (current.pairs.length === 0) return false;
    else if (digit === "1") void this.confirm();
    else if (digit === "4") this.choosingRelation = true;
    else if (current.pairs.length > 1) this.choosingPart = true;
    else void this.reject();
    return true;
  }

  get #place(): string {
    const { current } = this.#comparison;
    return current ? placeOf(current) : "";
  }

  #tell(text: string, act: number | null): void {
    if (act !== null) this.#told.set(act, notify(text, { undo: () => void this.undo(act) }));
  }
}
