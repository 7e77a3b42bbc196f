// Many documents at a glance: what is counted, what a person opened, what they said.
import type { BodyClass } from "../../ipc/generated/BodyClass";
import type { CellView } from "../../ipc/generated/CellView";
import type { CitedAct } from "../../ipc/generated/CitedAct";
import type { ColumnsBy } from "../../ipc/generated/ColumnsBy";
import type { Commands } from "../../ipc/generated/commands";
import type { Counting } from "../../ipc/generated/Counting";
import type { DistrictsView } from "../../ipc/generated/DistrictsView";
import type { FamilyView } from "../../ipc/generated/FamilyView";
import type { Filter } from "../../ipc/generated/Filter";
import type { Line } from "../../ipc/generated/Line";
import type { LinesView } from "../../ipc/generated/LinesView";
import type { Progress } from "../../ipc/generated/Progress";
import type { SavedFile } from "../../ipc/generated/SavedFile";
import type { SeriesView } from "../../ipc/generated/SeriesView";
import type { Show } from "../../ipc/generated/Show";
import type { SharedText } from "../../ipc/generated/SharedText";
import type { SharingView } from "../../ipc/generated/SharingView";

/** The way to the back end, as far as districts need it. */
export type Call = <C extends keyof Commands>(
  name: C,
  request: Commands[C]["request"],
) => Promise<Commands[C]["response"]>;

/** What a tab shows. */
export type Tab = "matrix" | "lines" | "shared" | "series" | "acts";

/** A cell of the matrix by the keys of its row and column. */
export interface CellKey {
  row: string;
  column: string;
}

export class DistrictsState {
  tab = $state<Tab>("matrix");
  #base = $state.raw<Omit<Filter, "year">>({ region: null, class: null });
  /** Which year is counted, and which one series and acts are of: a series needs all of its years. */
  #years = $state.raw<{ counted: number | null; followed: number | null }>({ counted: null, followed: null });
  /** The year was chosen, by a person or once by itself. */
  #yearChosen = false;
  columns = $state<ColumnsBy>("themes");
  /** What the cells of the matrix tell. */
  cells = $state<Show>("given");
  onlyGaps = $state(false);
  /** The row or the column the matrix is narrowed to, with its name. */
  only = $state.raw<(Partial<CellKey> & { name: string }) | null>(null);
  view = $state.raw<DistrictsView | null>(null);
  cell = $state.raw<CellKey | null>(null);
  cellView = $state.raw<CellView | null>(null);
  lines = $state.raw<LinesView | null>(null);
  line = $state.raw<Line | null>(null);
  family = $state.raw<FamilyView | null>(null);
  sharing = $state.raw<SharingView | null>(null);
  pair = $state.raw<readonly [number, number] | null>(null);
  pairTexts = $state.raw<readonly SharedText[]>([]);
  series = $state.raw<SeriesView | null>(null);
  acts = $state.raw<readonly CitedAct[] | null>(null);
  error = $state.raw<unknown>(null);
  /** The running search for families, and how far it is. */
  task = $state<string | null>(null);
  progress = $state.raw<Progress | null>(null);

  readonly #call: Call;
  #asked = 0;

  constructor(call: Call) {
    this.#call = call;
  }

  /** What the tab tells of. */
  get filter(): Filter {
    return { ...this.#base, year: this.#years[this.#span] };
  }

  get #span(): "counted" | "followed" {
    return this.tab === "series" || this.tab === "acts" ? "followed" : "counted";
  }

  get counting(): Counting {
    return {
      filter: this.filter,
      columns: this.columns,
      show: this.cells,
      only_gaps: this.onlyGaps,
      row: this.only?.row ?? null,
      column: this.only?.column ?? null,
    };
  }

  /** Shows the tab; if documents came since, finds their families and shows it anew. */
  async start(): Promise<void> {
    if (this.task !== null) return;
    await this.load();
    if (this.#forget()) await this.load();
    if (this.view === null || this.view.pending > 0) await this.#find();
    if (this.#newestYear()) await this.load();
  }

  /** Districts are compared within a year: where the years of a district would be added up, the newest that
   * more than one document is of is counted, until a person chooses. `true` if there was such. */
  #newestYear(): boolean {
    const view = this.view;
    if (this.#yearChosen || view === null || this.#years.counted !== null) return false;
    if (view.years.length < 2 || !view.matrix.rows.some(({ documents }) => documents > 1)) return false;
    const newest = view.years.findLast(({ documents }) => documents > 1) ?? view.years.at(-1);
    if (newest === undefined) return false;
    this.#yearChosen = true;
    this.#years = { ...this.#years, counted: newest.year };
    return true;
  }

  /** Leaves what the library has no more, after another copy of it or the bin; `true` if there was such. */
  #forget(): boolean {
    const { region } = this.#base;
    const years = Object.values(this.#years).filter((year) => year !== null);
    const known = new Set(this.view?.years.map(({ year }) => year));
    const lacks =
      this.view !== null &&
      ((region !== null && !this.view.regions.some(({ name }) => name === region)) ||
        years.some((year) => !known.has(year)));
    if (lacks) {
      this.#base = { ...this.#base, region: null };
      this.#years = { counted: null, followed: null };
      this.#yearChosen = false;
      this.only = null;
    }
    return lacks;
  }

  async #find(): Promise<void> {
    // The place may have been left and opened again meanwhile.
    if (this.task !== null) return;
    this.task = `districts-${Date.now()}`;
    let failed: unknown = null;
    try {
      await this.#call("districts_find", { task: this.task });
    } catch (error) {
      // Stopped: what was found is shown, and the rest is offered.
      if (!(error as { code?: string }).code?.includes("cancelled")) failed = error;
    } finally {
      this.task = null;
      this.progress = null;
    }
    await this.load();
    this.error ??= failed;
  }

  async stop(): Promise<void> {
    if (this.task !== null) await this.#call("task_cancel", { task: this.task });
  }

  hear(progress: Progress): void {
    if (progress.task === this.task) this.progress = progress;
  }

  /** Shows another tab. */
  async show(tab: Tab): Promise<void> {
    this.tab = tab;
    await this.load();
  }

  async filterBy(change: Partial<{ region: string | null; year: number | null; class: BodyClass | null }>): Promise<void> {
    const { year, ...rest } = change;
    this.#base = { ...this.#base, ...rest };
    if (year !== undefined) {
      this.#years = { ...this.#years, [this.#span]: year };
      if (this.#span === "counted") this.#yearChosen = true;
    }
    // Another region's matrix may have other rows.
    if (change.region !== undefined && this.only?.row !== undefined) this.only = null;
    await this.load();
  }

  async columnsBy(columns: ColumnsBy): Promise<void> {
    this.columns = columns;
    if (this.only?.column !== undefined) this.only = null;
    this.cell = null;
    this.cellView = null;
    await this.load();
  }

  /** Tells other things in the cells. */
  async tell(cells: Show): Promise<void> {
    this.cells = cells;
    await this.load();
  }

  /** Leaves rows and columns with gaps alone, or shows all again. */
  async gaps(only: boolean): Promise<void> {
    this.onlyGaps = only;
    await this.load();
  }

  /** Narrows the matrix to a row or a column, or shows all again. */
  async narrow(only: (Partial<CellKey> & { name: string }) | null): Promise<void> {
    this.only = only;
    await this.load();
  }

  /** Loads what the tab shows; of several answers the last question's counts. */
  async load(): Promise<void> {
    this.#asked += 1;
    const asked = this.#asked;
    const current = (): boolean => asked === this.#asked;
    try {
      const view = await this.#call("districts_view", { counting: this.counting });
      if (!current()) return;
      this.view = view;
      if (this.tab === "matrix") return await this.#reopen();
      if (this.tab === "lines") {
        await this.district(this.lines?.district ?? null);
        const lines = this.lines;
        if (lines && !lines.districts.some(({ key }) => key === lines.district)) await this.district(null);
        return;
      }
      if (this.tab === "shared") {
        const sharing = await this.#call("districts_shared", { filter: this.filter });
        if (!current()) return;
        this.sharing = sharing;
        this.pair = null;
        this.pairTexts = [];
      } else if (this.tab === "series") {
        const series = await this.#call("districts_series", { filter: this.filter });
        if (current()) this.series = series;
      } else {
        const acts = await this.#call("districts_acts", { filter: this.filter });
        if (current()) this.acts = acts;
      }
      this.error = null;
    } catch (error) {
      if (current()) this.error = error;
    }
  }

  /** Opens the sentences of a cell. */
  async open(cell: CellKey): Promise<void> {
    this.cell = cell;
    const view = await this.#try(() => this.#call("districts_cell", { counting: this.counting, ...cell }));
    if (view && this.cell === cell) this.cellView = view;
  }

  /** Shows a district's tasks. */
  async district(key: string | null): Promise<void> {
    const lines = await this.#try(() => this.#call("districts_lines", { district: key }));
    if (!lines) return;
    const family = this.line?.family;
    this.lines = lines;
    this.line = lines.lines.find((line) => line.family === family) ?? null;
  }

  /** Opens a task's history. */
  async follow(line: Line): Promise<void> {
    this.line = line;
    this.family = null;
    const family = await this.#try(() => this.#call("family_view", { family: line.family }));
    if (family && this.line === line) this.family = family;
  }

  /** Says that a text is another task. */
  async part(document: string, directive: string): Promise<boolean> {
    return this.#say(() => this.#call("family_part", { document, directive }));
  }

  /** Says that another family is the same task. */
  async join(one: number, other: number): Promise<boolean> {
    return this.#say(() => this.#call("family_join", { one, other }));
  }

  async undoFamily(): Promise<void> {
    await this.#say(() => this.#call("family_undo", {}));
  }

  /** Opens what two documents share, by their places. */
  async compare(one: number, other: number): Promise<void> {
    const documents = this.sharing?.documents;
    const [first, second] = [documents?.[one]?.document, documents?.[other]?.document];
    if (!first || !second) return;
    const pair = [one, other] as const;
    this.pair = pair;
    const request = { one: first, other: second };
    const texts = await this.#try(() => this.#call("districts_shared_by", request));
    if (texts && this.pair === pair) this.pairTexts = texts;
  }

  /** Says whether two series are one. */
  async settle(one: string, other: string, together: boolean): Promise<boolean> {
    return this.#say(() => this.#call("series_settle", { one, other, together }));
  }

  async undoSeries(): Promise<void> {
    await this.#say(() => this.#call("series_undo", {}));
  }

  /** Saves what the tab shows; gives the file, or nothing if none was chosen. */
  async save(format: "xlsx" | "html"): Promise<SavedFile | null> {
    const counting = this.tab === "matrix" ? this.counting : null;
    const request = { counting, filter: this.filter, format };
    return this.#try(() => this.#call("districts_save", request));
  }

  /** Saves a series as a picture; gives the file, or nothing if none was chosen. */
  async picture(key: string): Promise<SavedFile | null> {
    return this.#try(() => this.#call("series_picture", { filter: this.filter, key }));
  }

  async #reopen(): Promise<void> {
    this.error = null;
    const cell = this.cell;
    const matrix = this.view?.matrix;
    const stands =
      cell &&
      matrix?.rows.some(({ key }) => key === cell.row) &&
      matrix.columns.some(({ key }) => key === cell.column);
    if (cell && stands) await this.open(cell);
    else {
      this.cell = null;
      this.cellView = null;
    }
  }

  async #say(work: () => Promise<unknown>): Promise<boolean> {
    const done = await this.#try(async () => {
      await work();
      return true;
    });
    if (done) await this.load();
    return done ?? false;
  }

  async #try<T>(work: () => Promise<T>): Promise<T | null> {
    try {
      const value = await work();
      this.error = null;
      return value;
    } catch (error) {
      this.error = error;
      return null;
    }
  }
}
