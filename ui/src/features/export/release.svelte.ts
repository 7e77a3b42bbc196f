// A document on its way out: what is made of it, on whose page, its pages to be looked at, what
// still speaks against it.
import type { Commands } from "../../ipc/generated/commands";
import type { ExportFormat } from "../../ipc/generated/ExportFormat";
import type { ExportHow } from "../../ipc/generated/ExportHow";
import type { ExportPart } from "../../ipc/generated/ExportPart";
import type { ExportView } from "../../ipc/generated/ExportView";
import type { Finding } from "../../ipc/generated/Finding";
import type { Id } from "../../ipc/generated/Id";
import type { PaperDetails } from "../../ipc/generated/PaperDetails";
import type { OwnProfile } from "../../ipc/generated/OwnProfile";
import type { PreviewView } from "../../ipc/generated/PreviewView";
import type { ProfileName } from "../../ipc/generated/ProfileName";
import type { SavedFile } from "../../ipc/generated/SavedFile";
import { printPages } from "../../lib/printing";
import { holdsPapers } from "./formats";
import { OrderPoints } from "./points.svelte";
import { readinessOf } from "./readiness";

type Named =
  | "export_view"
  | "export_readiness"
  | "export_preview"
  | "export_page"
  | "print_page"
  | "print_start"
  | "export_own_profile"
  | "export_details"
  | "export_save";

/** The way to the back end, as far as letting a document out needs it. */
export type Call = <C extends Named>(
  name: C,
  request: Commands[C]["request"],
) => Promise<Commands[C]["response"]>;

/** How many dots of a picture a point takes: sharp on a screen of twice the usual density. */
const SCALE = 2;

export class ReleaseState {
  view = $state.raw<ExportView | null>(null);
  findings = $state.raw<readonly Finding[] | null>(null);
  preview = $state.raw<PreviewView | null>(null);
  /** Pictures of the pages by number, as they come. */
  pictures = $state<Record<number, string>>({});
  format = $state<ExportFormat>("docx");
  profile = $state<ProfileName>("gost2025");
  editing = $state(false);
  /** The kind of paper; what it is about stands below. */
  kind = $state<ExportPart["part"]>("whole");
  section = $state<Id | null>(null);
  addressee = $state<string | null>(null);
  picked = $state.raw<ReadonlySet<Id>>(new Set());
  own = $state.raw<OwnProfile | null>(null);
  /** What papers made of the document say besides. */
  details = $state.raw<PaperDetails | null>(null);
  busy = $state<"saving" | "printing" | null>(null);
  setting = $state(false);
  error = $state.raw<unknown>(null);

  /** Data goes out whole: these formats have no place for a paper made of it. */
  readonly dataOnly = $derived(!holdsPapers(this.format));
  readonly lines = $derived(
    this.findings && this.view ? readinessOf(this.findings, this.view.directives) : null,
  );
  readonly part = $derived.by((): ExportPart => {
    if (this.dataOnly) return { part: "whole" };
    switch (this.kind) {
      case "section":
        return this.section === null ? { part: "whole" } : { part: "section", id: this.section };
      case "addressee":
        return this.addressee === null
          ? { part: "whole" }
          : { part: "addressee", name: this.addressee };
      case "directives":
        return { part: "directives", ids: [...this.picked] };
      default:
        return { part: this.kind };
    }
  });
  readonly how = $derived<ExportHow>({
    part: this.part,
    profile: this.profile,
    editing: this.editing && this.format === "docx",
  });
  /** Where the directives stand on the pages. */
  readonly places = $derived.by(() => {
    const spots = this.preview?.spots ?? {};
    return (this.view?.directives ?? []).flatMap(({ id, number, text }) => {
      const spot = spots[id];
      return spot ? [{ id, label: `${number} ${text.slice(0, 60)}`, ...spot }] : [];
    });
  });
  /** The points of the order. */
  readonly points = new OrderPoints(this);
  /** Nothing was picked yet: there is nothing to write. */
  readonly nothing = $derived(this.part.part === "directives" && this.part.ids.length === 0);

  readonly #id: Id;
  readonly #call: Call;
  readonly #asked = new Set<number>();
  #begun: Promise<void> = Promise.resolve();
  #keeping: Promise<void> = Promise.resolve();
  #shown: Promise<void> = Promise.resolve();
  /** The pages that are shown are not those of the last choice. */
  #stale = true;
  #request = 0;

  constructor(id: Id, call: Call) {
    this.#id = id;
    this.#call = call;
  }

  /** Asks what there is to choose from and what the rules say. */
  begin(): Promise<void> {
    this.#begun = this.#begin();
    return this.#begun;
  }

  async #begin(): Promise<void> {
    const id = this.#id;
    try {
      const view = await this.#call("export_view", { id });
      this.section = view.sections[0]?.id ?? null;
      this.addressee = view.addressees[0]?.name ?? null;
      this.own = view.own;
      this.details = view.details;
      ({ format: this.format, profile: this.profile, editing: this.editing } = view.last);
      this.view = view;
      void this.#check();
    } catch (error) {
      this.error = error;
    }
  }

  async #check(): Promise<void> {
    try {
      this.findings = await this.#call("export_readiness", { id: this.#id });
    } catch (error) {
      this.error = error;
    }
  }

  /** Sets the pages as chosen; an answer that another choice overtook is dropped. */
  show(): Promise<void> {
    this.#shown = this.#show();
    return this.#shown;
  }

  async #show(): Promise<void> {
    this.#request += 1;
    const request = this.#request;
    this.#stale = true;
    if (this.nothing) {
      this.preview = null;
      return;
    }
    this.setting = true;
    try {
      const preview = await this.#call("export_preview", { id: this.#id, how: this.how });
      if (request !== this.#request) return;
      this.#asked.clear();
      this.pictures = {};
      this.preview = preview;
      this.#stale = false;
      this.error = null;
    } catch (error) {
      if (request === this.#request) this.error = error;
    } finally {
      if (request === this.#request) this.setting = false;
    }
  }

  /** Asks for a page's picture once. */
  async need(page: number): Promise<void> {
    const preview = this.preview;
    if (preview === null || this.#asked.has(page)) return;
    this.#asked.add(page);
    try {
      const picture = await this.#call("export_page", { key: preview.key, page, scale: SCALE });
      if (this.preview === preview) this.pictures[page] = picture;
    } catch {
      // The pages were set anew meanwhile; the new ones are asked for by themselves.
      if (this.preview === preview) this.#asked.delete(page);
    }
  }

  /** Writes the file; `null` if the person chose no place or it failed. */
  async save(): Promise<SavedFile | null> {
    // A quick Enter means what was chosen last, which may still be on its way.
    await this.#begun;
    await this.#keeping;
    return this.#work("saving", () =>
      this.#call("export_save", {
        source: { what: "document", id: this.#id },
        format: this.format,
        how: this.how,
      }),
    );
  }

  /** Prints the pages that are shown; gives whether they went to a printer. */
  async print(): Promise<boolean> {
    await this.#keeping;
    // Another choice may overtake the pages that are awaited.
    for (let shown: Promise<void> | null = null; shown !== this.#shown; ) {
      shown = this.#shown;
      await shown;
    }
    const { preview } = this;
    // What is chosen could not be set, and the reason is shown already: the pages of before are not meant.
    if (preview === null || this.#stale) return false;
    const { key, pages, ratio } = preview;
    const page = (page: number): Promise<string> => this.#call("print_page", { key, page });
    const start = (turned: boolean): Promise<boolean> => this.#call("print_start", { turned });
    return (await this.#work("printing", () => printPages({ pages, ratio, page, start }))) === true;
  }

  /** Keeps what papers say besides, and shows them with it. */
  setDetails(change: Partial<PaperDetails>): Promise<void> {
    if (this.details === null) return Promise.resolve();
    const details = { ...this.details, ...change };
    this.details = details;
    // One after another: an answer must not undo what was typed meanwhile.
    this.#keeping = this.#keeping.then(async () => {
      try {
        const kept = await this.#call("export_details", { id: this.#id, details });
        if (this.details !== details) return;
        this.details = kept;
      } catch (error) {
        this.error = error;
        return;
      }
      await this.show();
    });
    return this.#keeping;
  }

  /** Keeps the office's own page. */
  async setOwn(change: Partial<OwnProfile>): Promise<void> {
    if (this.own === null) return;
    this.own = { ...this.own, ...change };
    try {
      this.own = await this.#call("export_own_profile", { own: this.own });
    } catch (error) {
      this.error = error;
    }
    await this.show();
  }

  /** Takes a directive into the selection, or out of it. */
  pick(id: Id, taken: boolean): void {
    const picked = new Set(this.picked);
    if (taken) picked.add(id);
    else picked.delete(id);
    this.picked = picked;
  }

  async #work<T>(what: "saving" | "printing", work: () => Promise<T>): Promise<T | null> {
    if (this.busy !== null || this.nothing) return null;
    this.busy = what;
    this.error = null;
    try {
      return await work();
    } catch (error) {
      this.error = error;
      return null;
    } finally {
      this.busy = null;
    }
  }
}
