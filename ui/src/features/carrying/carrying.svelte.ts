// Going through last year's directives: where the person stands, what is said of each. A key is
// answered at once; the back end keeps what was said behind it, one thing after the other.
import { SvelteSet } from "svelte/reactivity";
import type { CarryItem } from "../../ipc/generated/CarryItem";
import type { CarryVerdict } from "../../ipc/generated/CarryVerdict";
import type { CarryView } from "../../ipc/generated/CarryView";
import type { Commands } from "../../ipc/generated/commands";
import type { Id } from "../../ipc/generated/Id";
import { Pace } from "./pace";
import { draftWith } from "./pane";

/** The way to the back end, as far as taking over needs it. */
export type Call = <C extends "carry_view" | "carry_decide" | "carry_undo">(
  name: C,
  request: Commands[C]["request"],
) => Promise<Commands[C]["response"]>;

/** What is said of a directive and not kept yet. */
interface Saying {
  verdict: CarryVerdict;
  text: string;
  reason: string;
}

/** A directive with what was said of it, kept or on its way. */
export interface Entry extends CarryItem {
  /** The words it has in the draft, or would have. */
  text: string;
  /** It stands in the draft. */
  stands: boolean;
  /** What was said of it is not kept yet. */
  onItsWay: boolean;
}

export class CarryingState {
  view = $state.raw<CarryView | null>(null);
  error = $state.raw<unknown>(null);
  /** The directive the person stands at. */
  current = $state<Id | null>(null);
  choice = $state<CarryVerdict>("keep");
  /** The new wording. */
  text = $state("");
  reason = $state("");
  /** What is missing before this can be accepted. */
  missing = $state<"text" | "reason" | null>(null);
  /** The list of what was closed and dropped is shown. */
  summing = $state(false);
  readonly putOff = new SvelteSet<Id>();

  #sayings = $state.raw<ReadonlyMap<Id, Saying>>(new Map());
  readonly #call: Call;
  readonly #now: () => number;
  #pace = $state.raw(new Pace());
  #since = 0;
  #queue: Promise<void> = Promise.resolve();

  constructor(call: Call, now: () => number = () => performance.now()) {
    this.#call = call;
    this.#now = now;
  }

  readonly entries: readonly Entry[] = $derived.by(() => {
    const standing = new Map<Id, string>();
    for (const { groups } of this.view?.draft.resolution.sections ?? []) {
      for (const { directives } of groups) for (const { id, text } of directives) standing.set(id, text);
    }
    return (this.view?.items ?? []).map((item): Entry => {
      const saying = this.#sayings.get(item.directive.id);
      const own = item.became === null ? undefined : standing.get(item.became);
      const state = { stands: own !== undefined, onItsWay: saying !== undefined };
      return { ...item, text: own ?? item.suggestion, ...saying, ...state };
    });
  });
  readonly entry: Entry | null = $derived(
    this.entries.find(({ directive }) => directive.id === this.current) ?? null,
  );
  /** Something said is on its way to the disk. */
  readonly saving = $derived(this.#sayings.size > 0);
  readonly decided = $derived(this.entries.filter(({ verdict }) => verdict !== null).length);
  readonly minutes = $derived(this.#pace.minutes(this.entries.length - this.decided));
  /** The words the directive would have in the draft; nothing if it would not stand there. */
  readonly wording: string | null = $derived.by(() => {
    if (!this.entry || this.choice === "close" || this.choice === "drop") return null;
    if (this.choice === "change") return this.text;
    // Words a person gave it in the draft since are kept with it.
    return this.entry.verdict === "keep" ? this.entry.text : this.entry.suggestion;
  });
  /** The draft as it stands, with what is on its way and what the current choice would do. */
  readonly draft = $derived.by(() => {
    if (!this.view) return [];
    const ghost = this.current === null ? null : { id: this.current, text: this.wording };
    return draftWith(this.view, this.entries, ghost);
  });

  /** Reads what was decided so far and goes to the first undecided directive. */
  async open(id: Id): Promise<void> {
    this.view = null;
    this.error = null;
    try {
      this.view = await this.#call("carry_view", { id });
      const first = this.entries.find(({ verdict }) => verdict === null) ?? this.entries[0];
      if (first) this.#stand(first.directive.id);
    } catch (error) {
      this.error = error;
    }
  }

  /** Goes to a directive. */
  goTo(id: Id): void {
    this.settle();
    this.#stand(id);
  }

  /** Words typed and not said are said when the person turns to something else: nothing typed is lost. */
  settle(): void {
    const { entry } = this;
    if (!entry || this.choice === "keep" || !this.edited || this.#lacks()) return;
    const said = this.#saying(entry);
    this.putOff.delete(entry.directive.id);
    if (!same(entry, said)) this.#say(entry.directive.id, said);
  }

  /** Stands at a directive, with what was said of it or what is suggested. */
  #stand(id: Id): void {
    this.current = id;
    this.choice = this.entry?.verdict ?? suggested(this.entry);
    this.text = this.entry?.text ?? "";
    this.reason = this.entry?.reason ?? "";
    this.missing = null;
    this.#since = this.#now();
  }

  /** Stands at the directive before or after. */
  step(by: 1 | -1): void {
    const at = this.entries.findIndex(({ directive }) => directive.id === this.current);
    const next = this.entries[at + by];
    if (next) this.goTo(next.directive.id);
  }

  choose(verdict: CarryVerdict): void {
    this.choice = verdict;
    this.missing = null;
    if (verdict === "change" && this.text.trim() === "") this.text = this.entry?.suggestion ?? "";
  }

  /** Gives a reason for dropping or closing. */
  because(reason: string): void {
    this.reason = reason;
    this.missing = null;
  }

  /** Words or a reason were typed that are not kept: taking back belongs to the field first. */
  get edited(): boolean {
    if (!this.entry) return false;
    if (this.choice === "change") return this.text !== this.entry.text;
    return this.reason !== (this.entry.reason ?? "");
  }

  /** Says what is chosen and goes on; `false` if something is missing. */
  accept(): boolean {
    const { entry } = this;
    if (!entry) return false;
    this.missing = this.#lacks();
    if (this.missing) return false;
    const id = entry.directive.id;
    const said = this.#saying(entry);
    this.putOff.delete(id);
    if (!same(entry, said)) this.#say(id, said);
    this.#pace = this.#pace.with(this.#now() - this.#since);
    this.#goOn();
    return true;
  }

  /** Leaves the directive for later. */
  postpone(): void {
    this.settle();
    if (this.current !== null && this.entry?.verdict === null) this.putOff.add(this.current);
    this.#goOn();
  }

  /** Takes the last thing said back and stands there again. */
  async undo(): Promise<void> {
    if (!this.view || this.decided === 0) return;
    await this.#inTurn(async (id) => {
      const before = this.view?.items ?? [];
      this.view = await this.#call("carry_undo", { id });
      const taken = this.view.items.find(
        ({ verdict }, at) => verdict === null && before[at]?.verdict !== null,
      );
      if (taken) this.#stand(taken.directive.id);
    });
  }

  /** Everything said so far is kept. */
  kept(): Promise<void> {
    return this.#queue;
  }

  /** What is chosen, as something to say. */
  #saying(entry: Entry): Saying {
    return {
      verdict: this.choice,
      text: (this.wording ?? entry.suggestion).trim(),
      reason: this.choice === "close" || this.choice === "drop" ? this.reason.trim() : "",
    };
  }

  #lacks(): "text" | "reason" | null {
    if (this.choice === "change" && this.text.trim() === "") return "text";
    return this.choice === "drop" && this.reason.trim() === "" ? "reason" : null;
  }

  #say(id: Id, said: Saying): void {
    this.#sayings = new Map(this.#sayings).set(id, said);
    void this.#inTurn(async (draft) => {
      const { verdict, text, reason } = said;
      try {
        this.view = await this.#call("carry_decide", {
          id: draft,
          directive: id,
          verdict,
          ...(verdict === "change" ? { text } : {}),
          ...(reason === "" ? {} : { reason }),
        });
        this.error = null;
      } catch (error) {
        // What was not kept is not to look as if it were.
        this.error = error;
        this.#stand(id);
        Object.assign(this, { choice: verdict, text, reason });
      } finally {
        if (this.#sayings.get(id) === said) {
          const left = new Map(this.#sayings);
          left.delete(id);
          this.#sayings = left;
        }
      }
    });
  }

  #inTurn(work: (draft: Id) => Promise<void>): Promise<void> {
    this.#queue = this.#queue.then(async () => {
      const id = this.view?.draft.card.id;
      if (id === undefined) return;
      await work(id).catch((error: unknown) => (this.error = error));
    });
    return this.#queue;
  }

  /** Goes to the next undecided directive, those put off last; at the end shows what came of it. */
  #goOn(): void {
    const at = this.entries.findIndex(({ directive }) => directive.id === this.current);
    const round = [...this.entries.slice(at + 1), ...this.entries.slice(0, at + 1)];
    const open = round.filter(({ verdict }) => verdict === null);
    const next = open.find(({ directive }) => !this.putOff.has(directive.id)) ?? open[0];
    if (next) return this.#stand(next.directive.id);
    if (this.current !== null) this.#stand(this.current);
    this.summing = true;
  }
}

/** What was executed need not be given again; everything else is. */
function suggested(entry: Entry | null): CarryVerdict {
  const status = entry?.execution?.status;
  return status === "done" || status === "done_late" || status === "lifted" ? "close" : "keep";
}

/** Saying it again would change nothing. */
function same(entry: Entry, said: Saying): boolean {
  if (entry.verdict !== said.verdict) return false;
  if (said.verdict === "close" || said.verdict === "drop") return (entry.reason ?? "") === said.reason;
  return (entry.stands || entry.onItsWay) && entry.text === said.text;
}
