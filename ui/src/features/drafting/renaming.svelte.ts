// Former names of a draft's bodies and what they become.
import type { Addressee } from "../../ipc/generated/Addressee";
import type { Commands } from "../../ipc/generated/commands";
import type { Id } from "../../ipc/generated/Id";
import type { Renaming } from "../../ipc/generated/Renaming";

/** The way to the back end, as far as renaming needs it. */
export type RenamingCall = <C extends "addressees_list" | "addressee_renamings">(
  name: C,
  request: Commands[C]["request"],
) => Promise<Commands[C]["response"]>;

/** A text to be set: of a group's heading or of a directive. */
export interface Renamed {
  place: Id;
  heading: boolean;
  new: string;
}

/** A body with the places that name it otherwise. */
export interface Renamable {
  body: Addressee;
  places: readonly Renaming[];
}

export class RenamingState {
  /** The bodies that have places; nothing before they are looked for. */
  bodies = $state.raw<readonly Renamable[] | null>(null);
  error = $state.raw<unknown>(null);
  chosen = $state<Id | null>(null);
  /** Places that keep the former name. */
  left = $state.raw<ReadonlySet<Id>>(new Set());

  readonly #document: Id;
  readonly #call: RenamingCall;

  constructor(document: Id, call: RenamingCall) {
    this.#document = document;
    this.#call = call;
  }

  readonly current = $derived(this.bodies?.find(({ body }) => body.id === this.chosen) ?? null);
  readonly places: readonly Renaming[] = $derived(this.current?.places ?? []);
  readonly result: readonly Renamed[] = $derived(
    this.places
      .filter(({ place }) => !this.left.has(place))
      .map(({ place, heading, new: now }) => ({ place, heading, new: now })),
  );

  /** Looks for the places of every body that had another name. */
  async load(): Promise<void> {
    this.error = null;
    try {
      const register = await this.#call("addressees_list", {});
      const named = register.filter(({ aliases }) => aliases.length > 0);
      const found = await Promise.all(
        named.map(async (body) => ({
          body,
          places: await this.#call("addressee_renamings", { document: this.#document, id: body.id }),
        })),
      );
      this.bodies = found.filter(({ places }) => places.length > 0);
      this.choose(this.bodies[0]?.body.id ?? null);
    } catch (error) {
      this.error = error;
    }
  }

  choose(id: Id | null): void {
    this.chosen = id;
    this.left = new Set();
  }

  toggle(place: Id): void {
    const left = new Set(this.left);
    if (!left.delete(place)) left.add(place);
    this.left = left;
  }
}
