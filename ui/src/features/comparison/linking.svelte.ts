// Choosing what a directive is to be linked with: those that come nearest first, and a search.
import type { ComparisonView } from "../../ipc/generated/ComparisonView";
import type { Decision } from "../../ipc/generated/Decision";
import type { Id } from "../../ipc/generated/Id";
import type { Pair } from "../../ipc/generated/Pair";
import { type LinkMode, link } from "./decisions";
import type { Difference } from "./differences";
import { type DirectiveCell, type PaperSide, paperCells } from "./papers";

/** A directive of the other side. */
export interface Candidate {
  cell: DirectiveCell;
  /** The comparison thinks that it may belong there. */
  possible: boolean;
}

export class Linking {
  readonly view: ComparisonView;
  /** The directives of the difference, each of which may be linked anew. */
  readonly choices: readonly DirectiveCell[];
  /** The key of the one that is being linked. */
  from = $state("");
  query = $state("");
  mode = $state<LinkMode>("instead");
  /** The chosen candidate's id. */
  chosen = $state<Id | null>(null);

  readonly #cells: Record<PaperSide, readonly DirectiveCell[]>;
  readonly kept: DirectiveCell | null = $derived.by(
    () => this.choices.find(({ key }) => key === this.from) ?? null,
  );
  readonly other: PaperSide = $derived(this.kept?.side === "old" ? "new" : "old");
  readonly #ranked: readonly Candidate[] = $derived.by(() => {
    const { kept } = this;
    return kept ? rank(kept, this.#cells[this.other], this.view) : [];
  });
  readonly candidates: readonly Candidate[] = $derived(
    this.#ranked.filter(({ cell }) => matches(cell, this.query)),
  );
  /** The candidate Enter would take. */
  readonly choice: Candidate | null = $derived(
    this.candidates.find(({ cell }) => cell.id === this.chosen) ?? this.candidates[0] ?? null,
  );

  constructor(view: ComparisonView, difference: Difference) {
    this.view = view;
    const directives = (side: PaperSide): DirectiveCell[] =>
      paperCells(side, view[side], view.comparison).filter((cell) => cell.kind === "directive");
    this.#cells = { old: directives("old"), new: directives("new") };
    // The new text is what a person reads: its directive stays, another old one is looked for.
    this.choices = [...this.#cells.new, ...this.#cells.old].filter(({ key }) =>
      difference.cells.includes(key),
    );
    this.from = this.choices[0]?.key ?? "";
  }

  keep(key: string): void {
    this.from = key;
    this.chosen = null;
  }

  /** Goes up or down the list. */
  walk(by: 1 | -1): void {
    const at = this.candidates.findIndex((candidate) => candidate === this.choice);
    const next = this.candidates[at + by];
    if (next) this.chosen = next.cell.id;
  }

  /** What choosing this candidate means. */
  decisions(): Decision[] {
    const { kept, choice } = this;
    if (!kept || !choice) return [];
    const [old, now] = kept.side === "old" ? [kept, choice.cell] : [choice.cell, kept];
    const mode = kept.pairs.length > 0 ? this.mode : "instead";
    return link({ old, new: now }, { mode, own: kept.pairs, others: choice.cell.pairs });
  }
}

/** Those the comparison thinks possible first, then by shared words; present partners are no news. */
function rank(
  kept: DirectiveCell,
  cells: readonly DirectiveCell[],
  view: ComparisonView,
): Candidate[] {
  const linked = (pair: Pair, id: Id): boolean => pair.old.id === id || pair.new.id === id;
  const free = cells.filter(({ pairs }) => !pairs.some((pair) => linked(pair, kept.id)));
  const scores = new Map(
    view.comparison.possible
      .filter((each) => (kept.side === "old" ? each.old : each.new) === kept.id)
      .map((each) => [kept.side === "old" ? each.new : each.old, each.score]),
  );
  const words = beginnings(kept.text);
  // Of equals, one without a partner is more likely the one that is looked for.
  const weight = (cell: DirectiveCell): number =>
    (scores.get(cell.id) ?? 0) * 10 +
    shared(words, beginnings(cell.text)) +
    (cell.pairs.length === 0 ? 0.1 : 0);
  const weights = new Map(free.map((cell) => [cell.id, weight(cell)]));
  return free
    .toSorted((a, b) => (weights.get(b.id) ?? 0) - (weights.get(a.id) ?? 0))
    .map((cell) => ({ cell, possible: scores.has(cell.id) }));
}

/** First letters of the longer words stand in for their stems. */
function beginnings(text: string): Set<string> {
  const words = fold(text).match(/[\p{L}]{3,}/gu) ?? [];
  return new Set(words.map((word) => word.slice(0, 5)));
}

function shared(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const common = [...a].filter((word) => b.has(word)).length;
  return common / Math.max(1, Math.min(a.size, b.size));
}

function matches({ number, text }: DirectiveCell, query: string): boolean {
  const words = fold(query).split(/\s+/).filter(Boolean);
  const where = fold(`${number} ${text}`);
  return words.every((word) => where.includes(word));
}

function fold(text: string): string {
  return text.toLocaleLowerCase("ru").replaceAll("ё", "е");
}
