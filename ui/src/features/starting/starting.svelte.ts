// Beginning a new document: which way, with what, and what came of it.
import type { Commands } from "../../ipc/generated/commands";
import type { DocumentCard } from "../../ipc/generated/DocumentCard";
import type { DraftView } from "../../ipc/generated/DraftView";
import type { Kind } from "../../ipc/generated/Kind";
import type { Start } from "../../ipc/generated/Start";
import { DocumentChoice, yearOf } from "./documents.svelte";

/** The ways to begin. */
export type Way = "template" | "last_year" | "file" | "blank";

/** The way to the back end, as far as beginning needs it. */
export type Call = (
  name: "draft_start",
  request: Commands["draft_start"]["request"],
) => Promise<DraftView>;

/** How far dates may be moved at once. */
const MOST_YEARS = 10;

export class StartingState {
  way = $state<Way>("template");
  kind = $state<Kind>("resolution");
  /** Dates and school years are to be moved. */
  moving = $state(true);
  busy = $state(false);
  error = $state.raw<unknown>(null);
  readonly last: DocumentChoice;

  /** The person's own number of years, and the document they gave it for. */
  #years = $state.raw<{ document: string; years: number } | null>(null);
  readonly #call: Call;
  readonly #thisYear: () => number;

  constructor(
    call: Call,
    cards: () => readonly DocumentCard[],
    thisYear: () => number = () => new Date().getFullYear(),
  ) {
    this.#call = call;
    this.#thisYear = thisYear;
    this.last = new DocumentChoice(cards);
  }

  /** The year of last year's document. */
  readonly from: number | null = $derived.by(() => (this.last.card ? yearOf(this.last.card) : null));
  /** By how many years dates are moved: from its year to this one, one at least. */
  readonly years: number = $derived.by(() => {
    if (this.#years && this.#years.document === this.last.card?.id) return this.#years.years;
    if (this.from === null) return 1;
    return Math.min(Math.max(this.#thisYear() - this.from, 1), MOST_YEARS);
  });

  setYears(years: number): void {
    const document = this.last.card?.id;
    if (document === undefined || !Number.isInteger(years)) return;
    this.#years = { document, years: Math.min(Math.max(years, 1), MOST_YEARS) };
  }

  /** Begins a blank document. */
  blank(): Promise<DraftView | null> {
    return this.#begin({ start: "blank", kind: this.kind });
  }

  /** Begins from last year's document. */
  async lastYear(): Promise<DraftView | null> {
    const { card } = this.last;
    if (!card) return null;
    return this.#begin({ start: "last_year", document: card.id, years: this.moving ? this.years : 0 });
  }

  /** Begins from a template with what was filled in. */
  fromTemplate(id: string, values: Record<string, string>): Promise<DraftView | null> {
    return this.#begin({ start: "template", id, values });
  }

  async #begin(start: Start): Promise<DraftView | null> {
    if (this.busy) return null;
    this.busy = true;
    this.error = null;
    try {
      const draft = await this.#call("draft_start", { start });
      // The next document is another one.
      this.last.query = "";
      this.last.chosen = null;
      return draft;
    } catch (error) {
      this.error = error;
      return null;
    } finally {
      this.busy = false;
    }
  }
}
