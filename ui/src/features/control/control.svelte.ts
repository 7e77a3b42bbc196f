// Control: what is followed, what of it is shown, what is said of it.
import type { AddresseeCount } from "../../ipc/generated/AddresseeCount";
import type { ControlChange } from "../../ipc/generated/ControlChange";
import type { ControlCounts } from "../../ipc/generated/ControlCounts";
import type { ControlItem } from "../../ipc/generated/ControlItem";
import type { ControlView } from "../../ipc/generated/ControlView";
import type { Commands } from "../../ipc/generated/commands";
import type { DirectiveMark } from "../../ipc/generated/DirectiveMark";
import type { DocumentCard } from "../../ipc/generated/DocumentCard";
import type { PreviewView } from "../../ipc/generated/PreviewView";
import type { SavedFile } from "../../ipc/generated/SavedFile";
import type { SheetReturn } from "../../ipc/generated/SheetReturn";
import type { Urgency } from "../../ipc/generated/Urgency";
import { printPages } from "../../lib/printing";
import { today } from "./days";
import { sourceWords } from "./words";

/** The way to the back end. */
export type Call = <C extends keyof Commands & (`control_${string}` | `print_${string}` | "export_page")>(
  name: C,
  request: Commands[C]["request"],
) => Promise<Commands[C]["response"]>;

export type Look = "board" | "list" | "calendar" | "addressees";
/** What is shown of all: by the nearness of the day. */
export type Filter = "all" | "burning" | "late" | "month" | "closed" | "failed";
export type Order = "number" | "due" | "addressee" | "status";

/** How many dots of a picture a point takes: sharp on a screen of twice the usual density. */
const PAGE_SCALE = 2;

const BURNING: readonly Urgency[] = ["late", "today", "soon"];

export class ControlState {
  view = $state.raw<ControlView | null>(null);
  error = $state.raw<unknown>(null);
  look = $state<Look>("board");
  filter = $state<Filter>("all");
  order = $state<Order>("number");
  addressee = $state("");
  /** The document whose directives are shown; empty for all whose year is not over. */
  chosenDocument = $state("");
  /** The directive whose card is open. */
  selected = $state<string | null>(null);
  /** A sheet that came back and is being looked through. */
  back = $state.raw<SheetReturn | null>(null);

  readonly #call: Call;
  readonly #today: () => string;

  constructor(call: Call, day: () => string = today) {
    this.#call = call;
    this.#today = day;
  }

  readonly documents = $derived(this.view?.documents ?? []);
  readonly open = $derived(this.documents.filter(({ archived }) => !archived));
  /** The document papers are made of. */
  readonly document = $derived(
    this.documents.find(({ card }) => card.id === this.chosenDocument) ??
      (this.open.length === 1 ? this.open[0] : undefined),
  );
  /** How what is chosen stands, directives that are not shown included. */
  readonly counts = $derived<ControlCounts | null>(this.document?.counts ?? this.view?.counts ?? null);
  /** Who owes what, those who are late first. */
  readonly addressees = $derived.by((): readonly AddresseeCount[] => {
    const extracts = (this.document ? [this.document] : this.open).flatMap(({ extracts }) => extracts);
    const byName = new Map<string, ControlCounts>();
    for (const { addressee, counts } of extracts) {
      const known = byName.get(addressee);
      byName.set(addressee, known ? sum(known, counts) : counts);
    }
    return [...byName]
      .map(([addressee, counts]) => ({ addressee, counts }))
      .toSorted((a, b) => b.counts.late - a.counts.late || b.counts.burning - a.counts.burning);
  });

  readonly shown = $derived.by((): readonly ControlItem[] => {
    const items = (this.view?.items ?? []).filter(
      (item) => this.#passes(item) && (this.addressee === "" || item.addressee === this.addressee),
    );
    if (this.order === "number") return items;
    const key = (item: ControlItem): string =>
      this.order === "due" ? (item.due ?? "9999") : item[this.order === "addressee" ? "addressee" : "status"];
    return items.toSorted((a, b) => key(a).localeCompare(key(b), "ru"));
  });
  readonly item = $derived(this.shown.find((item) => item.directive === this.selected) ?? null);

  /** Whose directive each is, by the document; nothing while those of one document are shown. */
  readonly sources = $derived.by((): ReadonlyMap<string, string> => {
    if (this.document) return new Map();
    return new Map(this.open.map(({ card }) => [card.id, sourceWords(card)]));
  });

  count(filter: Filter): number {
    if (!this.counts) return 0;
    // What was given up is closed, too, and no work done.
    return filter === "closed" ? this.counts.closed - this.counts.failed : this.counts[filter];
  }

  load(): Promise<boolean> {
    const document = this.chosenDocument === "" ? {} : { document: this.chosenDocument };
    return this.#show(() => this.#call("control_view", { ...document, today: this.#today() }));
  }

  /** Shows the directives of one document, or of all. */
  async choose(id: string): Promise<void> {
    this.chosenDocument = id;
    this.selected = null;
    this.addressee = "";
    await this.load();
  }

  /** Documents that could be put under control, by words of their titles. */
  async candidates(typed: string): Promise<readonly DocumentCard[]> {
    return (await this.#run(() => this.#call("control_candidates", { typed }))) ?? [];
  }

  async adopt(id: string, on: string): Promise<boolean> {
    const shown = await this.#show(() => this.#call("control_adopt", { id, on, today: this.#today() }));
    if (shown) this.chosenDocument = id;
    return shown;
  }

  /** Takes an adoption back; gives what makes it again, or nothing if it failed. */
  async release(id: string): Promise<(() => Promise<boolean>) | null> {
    const on = this.documents.find(({ card }) => card.id === id)?.adopted_on ?? "";
    if (!(await this.#show(() => this.#call("control_release", { id, today: this.#today() })))) return null;
    this.chosenDocument = "";
    return () => this.adopt(id, on);
  }

  /** Says it; gives what takes just this back, or nothing if it was refused. */
  async mark(id: string, marks: DirectiveMark[]): Promise<(() => void) | null> {
    const change = await this.#run(() => this.#call("control_mark", { id, marks, today: this.#today() }));
    if (!change) return null;
    this.#take(change);
    return () => void this.undo(id, change.act);
  }

  async undo(id: string, act: number): Promise<boolean> {
    const change = await this.#run(() => this.#call("control_undo", { id, act, today: this.#today() }));
    if (change) this.#take(change);
    return change !== null;
  }

  async archive(id: string, archived: boolean): Promise<boolean> {
    const shown = await this.#show(() => this.#call("control_archive", { id, archived, today: this.#today() }));
    // A year that is over leaves the desk; one that was opened again is looked at.
    if (shown) await this.choose(archived ? "" : id);
    return shown;
  }

  /** Saves the control sheet of a document, or of one addressee. */
  async saveSheet(id: string, addressee: string): Promise<SavedFile | null> {
    const whose = addressee === "" ? {} : { addressee };
    return this.#run(() => this.#call("control_sheet_save", { id, ...whose, today: this.#today() }));
  }

  /** Saves a control sheet for each addressee; gives how many. */
  async saveSheets(id: string): Promise<number> {
    return (await this.#run(() => this.#call("control_sheets_save", { id, today: this.#today() })))?.length ?? 0;
  }

  /** The pages of the report, to be looked at. */
  report(id: string): Promise<PreviewView | null> {
    return this.#run(() => this.#call("control_report_preview", { id, today: this.#today() }));
  }

  /** A page of it as a picture; nothing if it was set anew meanwhile. */
  async page(key: number, page: number): Promise<string | null> {
    return this.#call("export_page", { key, page, scale: PAGE_SCALE }).catch(() => null);
  }

  /** Prints it; gives whether it went to a printer, and throws why not. */
  printReport({ key, pages, ratio }: PreviewView): Promise<boolean> {
    const page = (page: number): Promise<string> => this.#call("print_page", { key, page });
    const start = (turned: boolean): Promise<boolean> => this.#call("print_start", { turned });
    return printPages({ pages, ratio, page, start });
  }

  async saveReport(id: string): Promise<SavedFile | null> {
    return this.#run(() => this.#call("control_report_save", { id, today: this.#today() }));
  }

  /** Opens a sheet that came back. */
  async takeBack(): Promise<void> {
    this.back = await this.#run(() => this.#call("control_sheet_take", { today: this.#today() }));
  }

  /** Puts what changed in its place: everything else is as it was. */
  #take({ document, items, discipline, counts }: ControlChange): void {
    if (!this.view) return;
    const changed = new Map(items.map((item) => [item.directive, item]));
    this.view = {
      ...this.view,
      discipline,
      counts,
      documents: this.view.documents.map((known) => (known.card.id === document.card.id ? document : known)),
      items: this.view.items.map((item) =>
        item.document === document.card.id ? (changed.get(item.directive) ?? item) : item,
      ),
    };
  }

  #passes(item: ControlItem): boolean {
    switch (this.filter) {
      case "all":
        return true;
      case "burning":
        return BURNING.includes(item.urgency);
      case "late":
        return item.urgency === "late";
      case "month":
        return item.urgency !== "closed" && item.due?.slice(0, 7) === this.view?.today.slice(0, 7);
      case "closed":
        return item.urgency === "closed" && item.status !== "not_done";
      case "failed":
        return item.status === "not_done";
    }
  }

  async #show(read: () => Promise<ControlView>): Promise<boolean> {
    const view = await this.#run(read);
    if (view) this.view = view;
    return view !== null;
  }

  async #run<T>(work: () => Promise<T>): Promise<T | null> {
    this.error = null;
    try {
      return await work();
    } catch (error) {
      this.error = error;
      return null;
    }
  }
}

function sum(a: ControlCounts, b: ControlCounts): ControlCounts {
  return {
    all: a.all + b.all,
    closed: a.closed + b.closed,
    done: a.done + b.done,
    failed: a.failed + b.failed,
    late: a.late + b.late,
    burning: a.burning + b.burning,
    month: a.month + b.month,
  };
}
