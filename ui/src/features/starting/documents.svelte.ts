// Choosing one document of the library: a search, a list, arrows from the field.
import type { DocumentCard } from "../../ipc/generated/DocumentCard";
import type { Id } from "../../ipc/generated/Id";
import { matching } from "../../lib/matching";

export class DocumentChoice {
  query = $state("");
  chosen = $state<Id | null>(null);

  readonly #cards: () => readonly DocumentCard[];

  constructor(cards: () => readonly DocumentCard[]) {
    this.#cards = cards;
  }

  /** Documents with directives, the newest first; those without a date last. */
  readonly all: readonly DocumentCard[] = $derived.by(() =>
    this.#cards()
      .filter(({ directives }) => directives > 0)
      .toSorted(
        (a, b) =>
          (b.adopted_on ?? "").localeCompare(a.adopted_on ?? "") ||
          b.changed_at.localeCompare(a.changed_at),
      ),
  );
  readonly visible: readonly DocumentCard[] = $derived.by(() => matching(this.all, this.query));
  /** The chosen document, or the first one that fits what is typed; drafts wait until they are chosen. */
  readonly card: DocumentCard | null = $derived.by(
    () =>
      this.visible.find(({ id }) => id === this.chosen) ??
      this.visible.find(({ draft }) => !draft) ??
      this.visible[0] ??
      null,
  );

  /** Goes up or down the list. */
  walk(by: 1 | -1): void {
    const at = this.card ? this.visible.indexOf(this.card) : -1;
    this.chosen = this.visible[at + by]?.id ?? this.card?.id ?? null;
  }
}

/** The year of a document: of its adoption, else one its title names. */
export function yearOf({ adopted_on, title }: DocumentCard): number | null {
  const year = adopted_on?.slice(0, 4) ?? /(?<!\d)20\d\d(?!\d)/.exec(title)?.[0];
  return year === undefined ? null : Number(year);
}
