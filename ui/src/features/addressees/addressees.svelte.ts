// The register of addressees: the list, what of it is shown, keeping and taking away.
import type { Addressee } from "../../ipc/generated/Addressee";
import type { Commands } from "../../ipc/generated/commands";
import type { FoundAddressee } from "../../ipc/generated/FoundAddressee";
import { BodyForm } from "./form.svelte";

type Named =
  | "addressees_list"
  | "addressee_propose"
  | "addressee_keep"
  | "addressee_delete"
  | "addressees_found"
  | "addressees_keep";

/** The way to the back end, as far as the register needs it. */
export type Call = <C extends Named>(
  name: C,
  request: Commands[C]["request"],
) => Promise<Commands[C]["response"]>;

export class AddresseesState {
  list = $state.raw<readonly Addressee[] | null>(null);
  error = $state.raw<unknown>(null);
  query = $state("");
  /** Bodies of the documents that the register has not. */
  found = $state.raw<readonly FoundAddressee[]>([]);
  /** They are being chosen from. */
  choosing = $state(false);
  /** The body being written, if one is. */
  form = $state.raw<BodyForm | null>(null);

  readonly #call: Call;

  constructor(call: Call) {
    this.#call = call;
  }

  /** The bodies of the query by their names. */
  readonly shown = $derived.by((): readonly Addressee[] => {
    const words = fold(this.query).split(/\s+/).filter(Boolean);
    return (this.list ?? [])
      .filter((body) => {
        const text = fold(
          [body.name, body.dative, body.short ?? "", ...body.aliases.map(({ name }) => name)].join(" "),
        );
        return words.every((word) => text.includes(word));
      })
      .toSorted((a, b) => a.name.localeCompare(b.name, "ru"));
  });

  async load(): Promise<void> {
    await this.#run(() => this.#call("addressees_list", {}));
    await this.#look();
  }

  /** Keeps bodies found in the documents; gives what takes them out again, or nothing if it failed. */
  async take(bodies: readonly Addressee[]): Promise<(() => Promise<void>) | null> {
    const before = new Set((this.list ?? []).map(({ id }) => id));
    // Seen in the dialog in both cases, and added as seen.
    const confirmed = bodies.map((body) => ({ ...body, confirmed: true }));
    if (!(await this.#run(() => this.#call("addressees_keep", { bodies: confirmed })))) return null;
    this.choosing = false;
    const taken = (this.list ?? []).filter(({ id }) => !before.has(id));
    await this.#look();
    return async () => {
      for (const body of taken) await this.remove(body);
    };
  }

  /** Begins a new body. */
  add(): void {
    this.form = new BodyForm(null, (name) => this.#call("addressee_propose", { name }));
  }

  /** Opens a body for changing. */
  edit(body: Addressee): void {
    this.form = new BodyForm(body, (name) => this.#call("addressee_propose", { name }));
  }

  /** Opens a body for a new name; the one it has becomes a former one. */
  rename(body: Addressee): void {
    this.edit(body);
    this.form?.startRenaming();
  }

  /** Whether the register has another body of that name. */
  isKnown(name: string, id: string): boolean {
    return (this.list ?? []).some((body) => body.id !== id && fold(body.name) === fold(name.trim()));
  }

  /** Keeps what was written; gives the name, or nothing while something is missing. */
  async keep(): Promise<string | null> {
    const body = this.form?.body ?? null;
    if (!body || this.isKnown(body.name, body.id)) return null;
    if (!(await this.#run(() => this.#call("addressee_keep", { body })))) return null;
    this.form = null;
    return body.name;
  }

  /** Takes a body out; `true` if it is out. */
  async remove(body: Addressee): Promise<boolean> {
    const isOut = await this.#run(() => this.#call("addressee_delete", { id: body.id }));
    // Reading the documents anew takes time; what takes the deletion back is offered before.
    void this.#look();
    return isOut;
  }

  /** Puts a body back that was taken out. */
  async restore(body: Addressee): Promise<boolean> {
    return this.#run(() => this.#call("addressee_keep", { body }));
  }

  async #look(): Promise<void> {
    // An offer only: without it the register works as well.
    this.found = await this.#call("addressees_found", {}).catch(() => []);
  }

  async #run(read: () => Promise<Addressee[]>): Promise<boolean> {
    this.error = null;
    try {
      this.list = await read();
      return true;
    } catch (error) {
      this.error = error;
      return false;
    }
  }
}

function fold(text: string): string {
  return text.toLowerCase().replaceAll("ё", "е");
}
