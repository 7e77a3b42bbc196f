// A body being written: what was typed is put into both cases, a person's own dative stands.
import type { Addressee } from "../../ipc/generated/Addressee";
import type { BodyClass } from "../../ipc/generated/BodyClass";
import { formatDate } from "../../lib/format";
import { readDay } from "./days";

/** A former name being written. */
export interface FormerName {
  name: string;
  dative: string;
  until: string;
}

type Propose = (name: string) => Promise<Addressee>;

export class BodyForm {
  /** A new body's name as it is typed, in any case form. */
  typed = $state("");
  name = $state("");
  dative = $state("");
  short = $state("");
  class = $state<BodyClass>("other");
  former = $state<FormerName[]>([]);
  /** A new name is being written for a body that has one. */
  renaming = $state(false);

  readonly id: string;
  readonly isNew: boolean;
  readonly #propose: Propose;
  #ownDative = false;
  #ownClass = false;
  #request = 0;

  constructor(body: Addressee | null, propose: Propose) {
    this.#propose = propose;
    this.id = body?.id ?? "";
    this.isNew = body === null;
    if (body === null) return;
    this.name = body.name;
    this.dative = body.dative;
    this.short = body.short ?? "";
    this.class = body.class;
    this.#ownDative = body.confirmed;
    this.#ownClass = true;
    this.former = body.aliases.map(({ name, dative, until }) => ({
      name,
      dative,
      until: until === null ? "" : formatDate(until),
    }));
  }

  /** What is wrong with a day of a former name. */
  isDayWrong({ until }: FormerName): boolean {
    return until.trim() !== "" && readDay(until) === null;
  }

  /** The body as it would be kept; nothing while something is missing. */
  get body(): Addressee | null {
    const [name, dative] = [this.name.trim(), this.dative.trim()];
    if (name === "" || dative === "" || this.former.some((former) => this.isDayWrong(former))) return null;
    return {
      id: this.id,
      name,
      dative,
      short: this.short.trim() || null,
      class: this.class,
      aliases: this.former
        .filter((former) => former.name.trim() !== "")
        .map((former) => ({
          name: former.name.trim(),
          dative: former.dative.trim() || former.name.trim(),
          until: readDay(former.until),
        })),
      // A person has seen the dative in this form.
      confirmed: true,
    };
  }

  /** Keeps the name the body has among the former ones and asks for the new one. */
  startRenaming(): void {
    this.renaming = true;
    this.former = [...this.former, { name: this.name, dative: this.dative, until: "" }];
    this.#ownDative = false;
    this.typed = this.name;
  }

  /** The dative was written by the person and stays. */
  ownDative(): void {
    this.#ownDative = true;
  }

  /** The kind was chosen by the person and stays. */
  chooseClass(kind: BodyClass): void {
    this.class = kind;
    this.#ownClass = true;
  }

  /** Puts what was typed into both cases; an answer that another one overtook is dropped. */
  async propose(): Promise<void> {
    this.#request += 1;
    const request = this.#request;
    const typed = this.typed.trim();
    if (typed === "") {
      this.name = "";
      if (!this.#ownDative) this.dative = "";
      return;
    }
    const proposed = await this.#propose(typed).catch(() => null);
    if (request !== this.#request) return;
    this.name = proposed?.name ?? typed;
    if (!this.#ownDative) this.dative = proposed?.dative ?? typed;
    if (!this.#ownClass && proposed) this.class = proposed.class;
  }

  /** Proposes the dative of a former name. */
  async proposeFormer(former: FormerName): Promise<void> {
    if (former.dative.trim() !== "" || former.name.trim() === "") return;
    const proposed = await this.#propose(former.name).catch(() => null);
    if (former.dative.trim() === "" && proposed) former.dative = proposed.dative;
  }

  addFormer(): void {
    this.former = [...this.former, { name: "", dative: "", until: "" }];
  }

  removeFormer(at: number): void {
    this.former = this.former.filter((_, place) => place !== at);
  }
}
