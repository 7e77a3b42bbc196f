// Documents that say the same, as the back end finds them on demand.
import type { Commands } from "../../ipc/generated/commands";
import type { DocumentCard } from "../../ipc/generated/DocumentCard";
import type { TwinsView } from "../../ipc/generated/TwinsView";

/** The way to the back end, as far as this needs it. */
export type Call = <C extends "library_twins">(
  name: C,
  request: Commands[C]["request"],
) => Promise<Commands[C]["response"]>;

export class TwinsState {
  /** `null` while they are looked for. */
  pairs = $state.raw<readonly TwinsView[] | null>(null);
  error = $state.raw<unknown>(null);

  readonly #call: Call;

  constructor(call: Call) {
    this.#call = call;
  }

  async load(): Promise<void> {
    try {
      this.pairs = await this.#call("library_twins", {});
      this.error = null;
    } catch (error) {
      this.error = error;
    }
  }

  /** The pairs of which both documents are still there. */
  among(documents: readonly DocumentCard[]): readonly TwinsView[] | null {
    const ids = new Set(documents.map(({ id }) => id));
    return this.pairs?.filter(({ first, second }) => ids.has(first.id) && ids.has(second.id)) ?? null;
  }
}
