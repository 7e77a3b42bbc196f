// The list of themes: what is kept, what a person makes of it, and what that would catch.
import type { Commands } from "../../ipc/generated/commands";
import type { ThemeEntry } from "../../ipc/generated/ThemeEntry";
import type { ThemesTrial } from "../../ipc/generated/ThemesTrial";
import type { ThemesView } from "../../ipc/generated/ThemesView";
import { Turns } from "../../lib/turns";

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

  readonly #call: Call;
  #asked = 0;
  #made = 0;
  /** What was asked of the back end before; a person who leaves while it is at work loses nothing. */
  readonly #turns = new Turns();

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

  /** Keeps the list as it stands when its turn comes; gives whether it is kept. */
  async keep(): Promise<boolean> {
    return this.#take(async () => {
      if (!this.changed || this.unnamed) return null;
      return this.#call("themes_keep", { themes: this.entries });
    }, true);
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
    if (!this.kept) return;
    this.#show(this.kept, this.drafts);
    await this.try();
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

  /** Does the work after what was asked before; what it gives is shown, and tried without holding up the next. */
  async #take(work: () => Promise<ThemesView | null>, own = false): Promise<boolean> {
    const taken = await this.#turns.take(async () => {
      const { drafts } = this;
      try {
        const view = await work();
        if (view === null) return false;
        // Another list is taken as it is; what is typed while one's own is kept stays.
        this.#show(view, own ? drafts : this.drafts);
        this.error = null;
        return true;
      } catch (error) {
        this.error = error;
        return false;
      }
    });
    if (taken) await this.try();
    return taken;
  }

  /** Shows the list of the back end, unless that which was sent to it was changed in the meantime. */
  #show(view: ThemesView, sent: readonly Draft[]): void {
    const name = this.current?.name.trim();
    this.kept = view;
    if (this.drafts !== sent) {
      // The person went on typing: what is kept of it now has a name for programs, and nothing is taken away.
      const slugs = new Map(sent.map(({ key }, at) => [key, view.themes[at]?.slug ?? ""]));
      this.drafts = this.drafts.map((draft) => ({ ...draft, slug: draft.slug || (slugs.get(draft.key) ?? "") }));
      return;
    }
    this.drafts = view.themes.map((theme) => ({ ...theme, key: theme.slug }));
    // A theme that was new has another key now, and the same name.
    const same = this.drafts.find(({ key }) => key === this.chosen) ?? this.drafts.find((one) => one.name === name);
    this.chosen = (same ?? this.drafts[0])?.key ?? null;
  }
}
