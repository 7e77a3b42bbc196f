// The list of themes: what is kept, what a person makes of it, and what that would catch.
import type { Commands } from "../../ipc/generated/commands";
import type { ThemeEntry } from "../../ipc/generated/ThemeEntry";
import type { ThemesTrial } from "../../ipc/generated/ThemesTrial";
import type { ThemesView } from "../../ipc/generated/ThemesView";

/** The way to the back end, as far as themes need it. */
export type Call = <C extends "themes_get" | "themes_keep" | "themes_undo" | "themes_try">(
  name: C,
  request: Commands[C]["request"],
) => Promise<Commands[C]["response"]>;

/** So many themes a list can have. */
export const MOST = 64;

/** A theme in the hands of a person: one that is new has no name for programs yet. */
export interface Draft extends ThemeEntry {
  key: string;
}

export class ThemesState {
  kept = $state.raw<ThemesView | null>(null);
  drafts = $state.raw<readonly Draft[]>([]);
  /** The theme that is looked at; `null` is what has none. */
  chosen = $state<string | null>(null);
  trial = $state.raw<ThemesTrial | null>(null);
  error = $state.raw<unknown>(null);
  busy = $state(false);

  readonly #call: Call;
  #asked = 0;
  #made = 0;

  constructor(call: Call) {
    this.#call = call;
  }

  get at(): number {
    return this.drafts.findIndex(({ key }) => key === this.chosen);
  }

  get current(): Draft | null {
    return this.drafts[this.at] ?? null;
  }

  get entries(): ThemeEntry[] {
    return this.drafts.map(({ slug, name, words, off }) => ({ slug, name, words, off }));
  }

  get changed(): boolean {
    return this.kept !== null && JSON.stringify(this.entries) !== JSON.stringify(this.kept.themes);
  }

  /** The first theme that has no name of its own. */
  get unnamed(): Draft | null {
    const names = new Set<string>();
    for (const draft of this.drafts) {
      const name = draft.name.trim().toLowerCase();
      if (name === "" || names.has(name)) return draft;
      names.add(name);
    }
    return null;
  }

  async load(): Promise<void> {
    await this.#take(() => this.#call("themes_get", {}));
  }

  /** Keeps the list as it stands; gives whether it is kept. */
  async keep(): Promise<boolean> {
    if (!this.changed || this.unnamed) return false;
    return this.#take(() => this.#call("themes_keep", { themes: this.entries }));
  }

  /** Takes the list of the program again. */
  async reset(): Promise<boolean> {
    return this.#take(() => this.#call("themes_keep", { themes: null }));
  }

  async undo(): Promise<boolean> {
    return this.#take(() => this.#call("themes_undo", {}));
  }

  /** Forgets what was not kept. */
  async discard(): Promise<void> {
    if (this.kept) await this.#show(this.kept);
  }

  async choose(key: string | null): Promise<void> {
    this.chosen = key;
    await this.try();
  }

  async add(): Promise<void> {
    this.#made += 1;
    const key = `new-${this.#made}`;
    // Beside the one that is looked at, where the person sees it.
    const place = this.at === -1 ? this.drafts.length : this.at + 1;
    this.drafts = this.drafts.toSpliced(place, 0, { key, slug: "", name: "", words: "", off: false });
    await this.choose(key);
  }

  change(change: Partial<Pick<Draft, "name" | "words" | "off">>): void {
    this.drafts = this.drafts.map((draft) => (draft.key === this.chosen ? { ...draft, ...change } : draft));
  }

  /** Moves the theme up (-1) or down (1). */
  async move(by: -1 | 1): Promise<void> {
    const { at, current } = this;
    const to = at + by;
    if (!current || to < 0 || to >= this.drafts.length) return;
    this.drafts = this.drafts.toSpliced(at, 1).toSpliced(to, 0, current);
    await this.try();
  }

  async remove(): Promise<void> {
    const { at } = this;
    if (at === -1) return;
    this.drafts = this.drafts.toSpliced(at, 1);
    await this.choose((this.drafts[at] ?? this.drafts[at - 1])?.key ?? null);
  }

  /** Looks what the list would catch; of several answers the last question's counts. */
  async try(): Promise<void> {
    this.#asked += 1;
    const asked = this.#asked;
    const { at } = this;
    try {
      const trial = await this.#call("themes_try", { themes: this.entries, at: at === -1 ? null : at });
      if (asked === this.#asked) this.trial = trial;
    } catch (error) {
      if (asked === this.#asked) this.error = error;
    }
  }

  async #take(work: () => Promise<ThemesView>): Promise<boolean> {
    if (this.busy) return false;
    this.busy = true;
    try {
      await this.#show(await work());
      this.error = null;
      return true;
    } catch (error) {
      this.error = error;
      return false;
    } finally {
      this.busy = false;
    }
  }

  async #show(view: ThemesView): Promise<void> {
    const name = this.current?.name.trim();
    this.kept = view;
    this.drafts = view.themes.map((theme) => ({ ...theme, key: theme.slug }));
    // A theme that was new has another key now, and the same name.
    const same = this.drafts.find(({ key }) => key === this.chosen) ?? this.drafts.find((one) => one.name === name);
    this.chosen = (same ?? this.drafts[0])?.key ?? null;
    await this.try();
  }
}
