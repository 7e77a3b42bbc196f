// The office's own page: its measures, a sample set by them, and the way back to the standard.
import type { Commands } from "../../ipc/generated/commands";
import type { OwnProfile } from "../../ipc/generated/OwnProfile";
import type { OwnProfileView } from "../../ipc/generated/OwnProfileView";

/** The way to the back end, as far as the page needs it. */
export type Call = <C extends "own_profile_view" | "export_own_profile">(
  name: C,
  request: Commands[C]["request"],
) => Promise<Commands[C]["response"]>;

export class PageState {
  view = $state.raw<OwnProfileView | null>(null);
  error = $state.raw<unknown>(null);

  readonly #call: Call;
  #request = 0;

  constructor(call: Call) {
    this.#call = call;
  }

  /** It is as the standard has it. */
  get usual(): boolean {
    return this.view === null || same(this.view.own, this.view.standard);
  }

  async load(): Promise<void> {
    this.#request += 1;
    const request = this.#request;
    try {
      const view = await this.#call("own_profile_view", {});
      if (request !== this.#request) return;
      this.view = view;
      this.error = null;
    } catch (error) {
      this.error = error;
    }
  }

  /** Keeps what was changed, and shows the sample anew. */
  async set(change: Partial<OwnProfile>): Promise<void> {
    if (this.view === null) return;
    const own = { ...this.view.own, ...change };
    this.view = { ...this.view, own };
    try {
      await this.#call("export_own_profile", { own });
    } catch (error) {
      this.error = error;
      return;
    }
    await this.load();
  }

  /** Goes back to the standard. */
  async reset(): Promise<void> {
    if (this.view !== null) await this.set(this.view.standard);
  }
}

function same(one: OwnProfile, other: OwnProfile): boolean {
  return (Object.keys(one) as (keyof OwnProfile)[]).every((name) => one[name] === other[name]);
}
