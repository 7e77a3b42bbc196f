// What a person sees of one comparison: the chosen filters, the current difference, the way to the
// next one. Components only show it.
import { SvelteSet } from "svelte/reactivity";
import type { ComparisonView } from "../../ipc/generated/ComparisonView";
import type { Relation } from "../../ipc/generated/Relation";
import { type Difference, listDifferences } from "./differences";
import { type FactKind, type Facet, type Filter, type Option, hasFact, optionsOf, passes } from "./filters";
import { MARKS, type Mark, type MarkCount, countMarks } from "./marks";
import { type Row, layOut } from "./rows";

/** Two papers beside each other, one text with all marks, or the new text alone. */
export type Layout = "side" | "inline" | "new";

export class ComparisonState {
  view: ComparisonView = $state.raw() as unknown as ComparisonView;
  readonly rows: readonly Row[] = $derived(layOut(this.view));
  readonly differences: readonly Difference[] = $derived(listDifferences(this.view, this.rows));

  layout = $state<Layout>("side");
  /** Marks that are listed and drawn. What did not change is not a difference until asked for. */
  readonly marks = new SvelteSet<Mark>(MARKS.filter((mark) => mark !== "unchanged"));
  readonly facts = new SvelteSet<FactKind>();
  addressee = $state<string | null>(null);
  theme = $state<string | null>(null);
  hideLight = $state(false);
  /** The cell to bring into sight; a new object with every jump, so that a second one counts. */
  target = $state.raw<{ cell: string } | null>(null);
  #key = $state<string | null>(null);

  readonly #filter: Filter = $derived({
    marks: this.marks,
    facts: this.facts,
    addressee: this.addressee,
    theme: this.theme,
    hideLight: this.hideLight,
  });
  readonly visible = $derived(this.differences.filter((each) => passes(each, this.#filter)));
  readonly current = $derived(this.visible.find(({ key }) => key === this.#key) ?? null);
  /** 1-based place of the current difference among the visible ones; 0 without one. */
  readonly position = $derived(this.current ? this.visible.indexOf(this.current) + 1 : 0);
  /** Cells whose marks are drawn. */
  readonly marked = $derived(new Set(this.visible.flatMap((difference) => difference.cells)));

  readonly counts: readonly MarkCount[] = $derived(
    countMarks(this.differences, this.#without("marks")),
  );
  readonly addressees: readonly Option[] = $derived(
    optionsOf(this.#without("addressee"), ({ addressees }) => addressees),
  );
  readonly themes: readonly Option[] = $derived(
    optionsOf(this.#without("theme"), ({ themes }) => themes),
  );
  readonly factCounts: Record<FactKind, number> = $derived({
    deadlines: this.#without("facts").filter((each) => hasFact(each, "deadlines")).length,
    indicators: this.#without("facts").filter((each) => hasFact(each, "indicators")).length,
  });
  /** Differences in nothing but marks, capitals and forms. */
  readonly light = $derived(this.differences.filter((difference) => difference.light).length);
  /** Pairs still to be looked at, whatever is filtered. */
  readonly toCheck = $derived(this.differences.filter((difference) => difference.toCheck));

  constructor(view: ComparisonView) {
    this.view = view;
  }

  /** Something other than marks leaves differences out. */
  get narrowed(): boolean {
    return this.addressee !== null || this.theme !== null || this.facts.size > 0;
  }

  /** Takes the same two states compared anew; filters, place and layout stay. */
  renew(view: ComparisonView): void {
    const before = this.current;
    this.view = view;
    if (!before || this.current) return;
    // The directive in the new text is what a person was looking at, else the one in the old.
    const cells = before.cells.toReversed();
    const same = cells
      .map((cell) => this.differences.find((difference) => difference.cells.includes(cell)))
      .find((difference) => difference !== undefined);
    if (same) this.#show(same);
  }

  toggle(mark: Mark): void {
    if (!this.marks.delete(mark)) this.marks.add(mark);
  }

  toggleFact(kind: FactKind): void {
    if (!this.facts.delete(kind)) this.facts.add(kind);
  }

  /** Takes all filters but the marks away. */
  widen(): void {
    this.addressee = null;
    this.theme = null;
    this.facts.clear();
  }

  select(key: string): void {
    this.#key = key;
    // The last cell is the one in the new document, if there is one.
    const cell = this.differences.find((difference) => difference.key === key)?.cells.at(-1);
    if (cell !== undefined) this.target = { cell };
  }

  /** Goes to a cell and selects its difference, showing it if it was filtered out. */
  jumpTo(cell: string): void {
    const difference = this.differences.find(({ cells }) => cells.includes(cell));
    if (!difference) return;
    this.#show(difference);
    this.target = { cell };
  }

  /** Goes to the next visible difference, from the last one to the first. */
  next(): void {
    this.#step(1, (difference) => passes(difference, this.#filter));
  }

  /** Goes to the previous visible difference, from the first one to the last. */
  previous(): void {
    this.#step(-1, (difference) => passes(difference, this.#filter));
  }

  /** Goes to the next or the previous pair that is worth a look, showing it if it was filtered out. */
  check(by: 1 | -1): void {
    this.#step(by, (difference) => difference.toCheck);
  }

  /** The relation all pairs of the current difference have, if it has pairs. */
  get relation(): Relation | null {
    return this.current?.pairs[0]?.relation ?? null;
  }

  #without(facet: Facet): readonly Difference[] {
    return this.differences.filter((each) => passes(each, this.#filter, facet));
  }

  #show(difference: Difference): void {
    if (!passes(difference, this.#filter)) {
      if (!passes(difference, { ...this.#filter, marks: new Set(MARKS) })) {
        this.widen();
        if (difference.light) this.hideLight = false;
      }
      if (!passes(difference, this.#filter)) this.marks.add(difference.fate);
    }
    this.#key = difference.key;
  }

  /** Steps from the current place on the page even if its difference was filtered out since. */
  #step(by: 1 | -1, wanted: (difference: Difference) => boolean): void {
    const at = this.differences.findIndex((difference) => difference.key === this.#key);
    const order = [...this.differences.slice(at + 1), ...this.differences.slice(0, at + 1)];
    if (by === -1) {
      // Backwards the round must end with the current one as well, not begin with it.
      const current = at === -1 ? [] : order.splice(-1, 1);
      order.reverse().push(...current);
    }
    const target = order.find(wanted);
    if (!target) return;
    this.#show(target);
    this.select(target.key);
  }
}
