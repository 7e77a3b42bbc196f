// What a person sees of one comparison: the chosen marks, the current difference, the way to the
// next one. Components only show it.
import { SvelteSet } from "svelte/reactivity";
import type { ComparisonView } from "../../ipc/generated/ComparisonView";
import { type Difference, hasMark, listDifferences } from "./differences";
import { MARKS, type Mark, type MarkCount, countMarks } from "./marks";
import { type Row, layOut } from "./rows";

/** Two papers beside each other, or one text with all marks. */
export type Layout = "side" | "inline";

export class ComparisonState {
  readonly view: ComparisonView;
  readonly rows: readonly Row[];
  readonly differences: readonly Difference[];
  readonly counts: readonly MarkCount[];
  /** Marks that are listed and drawn. What did not change is not a difference until asked for. */
  readonly chosen = new SvelteSet<Mark>(MARKS.filter((mark) => mark !== "unchanged"));

  layout = $state<Layout>("side");
  /** The cell to bring into sight; a new object with every jump, so that a second one counts. */
  target = $state.raw<{ cell: string } | null>(null);
  #key = $state<string | null>(null);

  readonly visible = $derived.by(() =>
    this.differences.filter((difference) => hasMark(difference, this.chosen)),
  );
  readonly current = $derived.by(
    () => this.visible.find((difference) => difference.key === this.#key) ?? null,
  );
  /** 1-based place of the current difference among the visible ones; 0 without one. */
  readonly position = $derived.by(() => (this.current ? this.visible.indexOf(this.current) + 1 : 0));
  /** Cells whose marks are drawn. */
  readonly marked = $derived.by(
    () => new Set(this.visible.flatMap((difference) => difference.cells)),
  );

  constructor(view: ComparisonView) {
    this.view = view;
    this.rows = layOut(view);
    this.differences = listDifferences(view, this.rows);
    this.counts = countMarks(this.differences);
  }

  toggle(mark: Mark): void {
    if (!this.chosen.delete(mark)) this.chosen.add(mark);
  }

  select(key: string): void {
    this.#key = key;
    // The last cell is the one in the new document, if there is one.
    const cell = this.differences.find((difference) => difference.key === key)?.cells.at(-1);
    if (cell !== undefined) this.target = { cell };
  }

  /** Goes to a cell and selects its difference, showing its mark if it was filtered out. */
  jumpTo(cell: string): void {
    const difference = this.differences.find(({ cells }) => cells.includes(cell));
    if (!difference) return;
    if (!hasMark(difference, this.chosen)) this.chosen.add(difference.fate);
    this.#key = difference.key;
    this.target = { cell };
  }

  /** Goes to the next visible difference, from the last one to the first. */
  next(): void {
    this.#step(1);
  }

  /** Goes to the previous visible difference, from the first one to the last. */
  previous(): void {
    this.#step(-1);
  }

  /** Steps from the current place on the page even if its difference was filtered out since. */
  #step(by: 1 | -1): void {
    const at = this.differences.findIndex((difference) => difference.key === this.#key);
    const order = [...this.differences.slice(at + 1), ...this.differences.slice(0, at + 1)];
    if (by === -1) {
      // Backwards the round must end with the current one as well, not begin with it.
      const current = at === -1 ? [] : order.splice(-1, 1);
      order.reverse().push(...current);
    }
    const target = order.find((difference) => hasMark(difference, this.chosen));
    if (target) this.select(target.key);
  }
}
