// Templates: the list, the one that is looked at, what is filled in, what can be done with them.
// What was filled in stays for the next document while the program runs, whatever the template:
// a secretary works in one district.
import { SvelteMap, SvelteSet } from "svelte/reactivity";
import type { Commands } from "../../ipc/generated/commands";
import type { Id } from "../../ipc/generated/Id";
import type { SavedFile } from "../../ipc/generated/SavedFile";
import type { TemplateCard } from "../../ipc/generated/TemplateCard";
import type { TemplateView } from "../../ipc/generated/TemplateView";

type Name =
  | "templates_list"
  | "template_view"
  | "template_keep"
  | "template_copy"
  | "template_delete"
  | "template_import"
  | "template_export";

/** The way to the back end, as far as templates need it. */
export type Call = <C extends Name>(
  name: C,
  request: Commands[C]["request"],
) => Promise<Commands[C]["response"]>;

export class TemplatesState {
  cards = $state.raw<readonly TemplateCard[] | null>(null);
  view = $state.raw<TemplateView | null>(null);
  error = $state.raw<unknown>(null);
  chosen = $state<Id | null>(null);
  /** The field the person stands in. */
  field = $state<string | null>(null);
  /** What was filled in, by the fields' names. */
  readonly values = new SvelteMap<string, string>();
  /** Deleted on the screen; the back end is told when it can no longer be taken back. */
  readonly leaving = new SvelteSet<Id>();

  readonly #call: Call;
  /** Years that follow from a day; a person has typed none of them. */
  readonly #told = new Map<string, string>();
  #request = 0;

  constructor(call: Call) {
    this.#call = call;
  }

  readonly visible: readonly TemplateCard[] = $derived.by(() =>
    (this.cards ?? []).filter(({ id }) => !this.leaving.has(id)),
  );
  readonly card: TemplateCard | null = $derived.by(
    () => this.visible.find(({ id }) => id === this.chosen) ?? this.visible[0] ?? null,
  );
  /** How many of the chosen template's fields are filled in. */
  readonly filled: number = $derived.by(
    () => (this.card?.fields ?? []).filter(({ name }) => this.valueOf(name) !== "").length,
  );
  /** What in the shown document comes from fields. */
  readonly marks: readonly { text: string; tone: "example" | "filled" | "current" }[] = $derived.by(
    () =>
      (this.card?.fields ?? []).map(({ name, example }) => {
        const value = this.valueOf(name);
        const tone = name === this.field ? "current" : value === "" ? "example" : "filled";
        return { text: value || example, tone } as const;
      }),
  );

  /** Reads the list and shows the chosen template. */
  async load(): Promise<void> {
    await this.#take(() => this.#call("templates_list", {}));
  }

  choose(id: Id): Promise<void> {
    this.chosen = id;
    this.field = null;
    return this.show();
  }

  valueOf(name: string): string {
    return (this.values.get(name) ?? "").trim();
  }

  /** Whether what stands in the field of a day is none; nobody is told while typing. */
  isNoDay(name: string): boolean {
    return name !== this.field && this.valueOf(name) !== "" && this.view?.no_days.includes(name) === true;
  }

  /** A field is left: the years that follow from a day are filled in where nobody has typed others. */
  async left(): Promise<void> {
    this.field = null;
    await this.show();
    const told = Object.entries(this.view?.told ?? {}).filter(([name, years]) => {
      const now = this.valueOf(name);
      return now !== years && (now === "" || now === this.#told.get(name));
    });
    for (const [name, years] of told) {
      this.values.set(name, years ?? "");
      this.#told.set(name, years ?? "");
    }
    if (told.length > 0) await this.show();
  }

  /** What was filled in for the chosen template. */
  given(): Record<string, string> {
    const names = (this.card?.fields ?? []).map(({ name }) => name);
    return Object.fromEntries(
      names.flatMap((name) => (this.valueOf(name) === "" ? [] : [[name, this.valueOf(name)]])),
    );
  }

  /** Shows the document the chosen template makes; a late answer is dropped. */
  async show(): Promise<void> {
    const { card } = this;
    this.#request += 1;
    const request = this.#request;
    if (!card) {
      this.view = null;
      return;
    }
    try {
      const view = await this.#call("template_view", { id: card.id, values: this.given() });
      if (request === this.#request) this.view = view;
    } catch (error) {
      if (request === this.#request) this.error = error;
    }
  }

  /** A copy of a template, then chosen; its card if it was made. */
  copy(id: Id, name: string): Promise<TemplateCard | null> {
    return this.#takeNew(() => this.#call("template_copy", { id, name }));
  }

  /** Makes a document of the library a template. */
  keep(document: Id, name: string, about: string): Promise<TemplateCard | null> {
    return this.#takeNew(() => this.#call("template_keep", { document, name, about }));
  }

  /** Adds a template from a file the person chooses. */
  import(): Promise<TemplateCard | null> {
    return this.#takeNew(() => this.#call("template_import", {}));
  }

  async export(id: Id): Promise<SavedFile | null> {
    try {
      return await this.#call("template_export", { id });
    } catch (error) {
      this.error = error;
      return null;
    }
  }

  /** Takes an own template off the screen. */
  leave(id: Id): void {
    this.leaving.add(id);
    if (this.chosen === id) this.chosen = null;
    void this.show();
  }

  /** Puts it back. */
  stay(id: Id): void {
    this.leaving.delete(id);
    void this.choose(id);
  }

  /** Takes it away for good. */
  async delete(id: Id): Promise<void> {
    if (!this.leaving.has(id)) return;
    await this.#take(() => this.#call("template_delete", { id }));
    this.leaving.delete(id);
  }

  async #takeNew(read: () => Promise<TemplateCard[] | null>): Promise<TemplateCard | null> {
    const known = new Set(this.cards?.map(({ id }) => id));
    await this.#take(read);
    const made = this.cards?.find(({ id }) => !known.has(id)) ?? null;
    if (made) await this.choose(made.id);
    return made;
  }

  async #take(read: () => Promise<TemplateCard[] | null>): Promise<void> {
    try {
      this.cards = (await read()) ?? this.cards;
      this.error = null;
      if (this.view?.card.id !== this.card?.id) await this.show();
    } catch (error) {
      this.error = error;
    }
  }
}
