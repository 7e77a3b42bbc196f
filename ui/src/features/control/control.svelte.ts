// Control: what is followed, what of it is shown, what is said of it.
import type { ControlItem } from "../../ipc/generated/ControlItem";
import type { ControlMark } from "../../ipc/generated/ControlMark";
import type { ControlView } from "../../ipc/generated/ControlView";
import type { Commands } from "../../ipc/generated/commands";
import type { SavedFile } from "../../ipc/generated/SavedFile";
import type { SheetReturn } from "../../ipc/generated/SheetReturn";
import type { Urgency } from "../../ipc/generated/Urgency";
import { today } from "./days";

/** The way to the back end. */
export type Call = <C extends keyof Commands & `control_${string}`>(
  name: C,
  request: Commands[C]["request"],
) => Promise<Commands[C]["response"]>;

export type Look = "board" | "list" | "calendar";
/** What is shown of all: by the nearness of the day. */
export type Filter = "all" | "burning" | "late" | "closed";
export type Order = "number" | "due" | "addressee" | "status";

const BURNING: readonly Urgency[] = ["late", "today", "soon"];

export class ControlState {
  view = $state.raw<ControlView | null>(null);
  error = $state.raw<unknown>(null);
  look = $state<Look>("board");
  filter = $state<Filter>("all");
  order = $state<Order>("number");
  addressee = $state("");
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

  readonly open = $derived((this.view?.documents ?? []).filter(({ archived }) => !archived));
  /** The document papers are made of. */
  readonly document = $derived(
    this.open.find(({ card }) => card.id === this.chosenDocument) ?? (this.open.length === 1 ? this.open[0] : undefined),
  );
  readonly ofDocument = $derived(
    (this.view?.items ?? []).filter((item) => !this.document || item.document === this.document.card.id),
  );
  readonly addressees = $derived([...new Set(this.ofDocument.map((item) => item.addressee))]);

  readonly shown = $derived.by((): readonly ControlItem[] => {
    const items = this.ofDocument.filter(
      (item) => passes(item, this.filter) && (this.addressee === "" || item.addressee === this.addressee),
    );
    if (this.order === "number") return items;
    const key = (item: ControlItem): string =>
      this.order === "due" ? (item.due ?? "9999") : item[this.order === "addressee" ? "addressee" : "status"];
    return items.toSorted((a, b) => key(a).localeCompare(key(b), "ru"));
  });
  readonly item = $derived(this.shown.find((item) => item.directive === this.selected) ?? null);

  count(filter: Filter): number {
    return this.ofDocument.filter((item) => passes(item, filter)).length;
  }

  load(): Promise<boolean> {
    return this.#show(() => this.#call("control_view", { today: this.#today() }));
  }

  adopt(id: string, on: string): Promise<boolean> {
    return this.#show(() => this.#call("control_adopt", { id, on, today: this.#today() }));
  }

  /** Says it; gives what takes just this back, or nothing if it was refused. */
  async mark(document: string, marks: { directive: string; mark: ControlMark }[]): Promise<(() => void) | null> {
    if (!(await this.#show(() => this.#call("control_mark", { id: document, marks, today: this.#today() })))) return null;
    const act = this.view?.documents.find(({ card }) => card.id === document)?.last_act ?? 0;
    return () => void this.undo(document, act);
  }

  undo(id: string, act: number): Promise<boolean> {
    return this.#show(() => this.#call("control_undo", { id, act, today: this.#today() }));
  }

  archive(id: string, archived: boolean): Promise<boolean> {
    return this.#show(() => this.#call("control_archive", { id, archived, today: this.#today() }));
  }

  /** Saves the control sheet of the document, or of one addressee. */
  async saveSheet(id: string, addressee: string): Promise<SavedFile | null> {
    const whose = addressee === "" ? {} : { addressee };
    return this.#run(() => this.#call("control_sheet_save", { id, ...whose, today: this.#today() }));
  }

  async saveReport(id: string): Promise<SavedFile | null> {
    return this.#run(() => this.#call("control_report_save", { id, today: this.#today() }));
  }

  /** Opens a sheet that came back. */
  async takeBack(): Promise<void> {
    this.back = await this.#run(() => this.#call("control_sheet_take", { today: this.#today() }));
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

function passes(item: ControlItem, filter: Filter): boolean {
  switch (filter) {
    case "all":
      return true;
    case "burning":
      return BURNING.includes(item.urgency);
    case "late":
      return item.urgency === "late";
    case "closed":
      return item.urgency === "closed";
  }
}
