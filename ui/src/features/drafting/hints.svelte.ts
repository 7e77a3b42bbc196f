// Bodies offered while an addressee is typed in a heading, as any address book does it.
import type { Addressee } from "../../ipc/generated/Addressee";
import type { Commands } from "../../ipc/generated/commands";
import type { Id } from "../../ipc/generated/Id";

/** The way to the back end, as far as hints need it. */
export type HintsCall = <C extends "addressees_suggest">(
  name: C,
  request: Commands[C]["request"],
) => Promise<Commands[C]["response"]>;

/** A heading with the caret in it. */
export interface Heading {
  group: Id;
  text: string;
  /** UTF-16 units before the caret. */
  caret: number;
}

/** A stretch of a heading and what takes its place. */
export interface Change {
  from: number;
  to: number;
  text: string;
}

/** Letters it takes before something is offered. */
const ENOUGH = 2;

/** The body being typed: what stands between the commas around the caret. */
export function bodyAt({ text, caret }: Pick<Heading, "text" | "caret">): Change {
  const before = text.slice(0, caret);
  const from = before.lastIndexOf(",") + 1;
  const lead = before.slice(from).length - before.slice(from).trimStart().length;
  const behind = text.indexOf(",", caret);
  const to = behind < 0 ? text.trimEnd().length : behind;
  const start = from + lead;
  return { from: start, to: Math.max(start, to), text: text.slice(start, Math.max(start, to)) };
}

export class Hints {
  list = $state.raw<readonly Addressee[]>([]);
  /** The entry that Enter takes; nothing until the arrows chose one. */
  active = $state<number | null>(null);

  readonly #document: Id;
  readonly #call: HintsCall;
  #heading: Heading | null = null;
  #request = 0;

  constructor(document: Id, call: HintsCall) {
    this.#document = document;
    this.#call = call;
  }

  /** Where the caret is now. Only a changed text is typing: walking through a heading offers nothing. */
  async watch(heading: Heading | null): Promise<void> {
    const before = this.#heading;
    this.#heading = heading;
    const typing = heading !== null && before?.group === heading.group && before.text !== heading.text;
    if (!typing) {
      if (heading === null || before?.group !== heading.group || before.caret !== heading.caret) this.close();
      return;
    }
    const { text } = bodyAt(heading);
    if (text.trim().length < ENOUGH) return this.close();
    this.#request += 1;
    const request = this.#request;
    this.active = null;
    // Without hints a heading is typed as before.
    const list = await this.#call("addressees_suggest", { id: this.#document, typed: text }).catch(() => []);
    if (request !== this.#request) return;
    // What the arrows chose while this was asked for stays chosen.
    const chosen = this.active === null ? undefined : this.list[this.active]?.dative;
    this.list = list.filter(({ dative }) => dative !== text);
    const at = this.list.findIndex(({ dative }) => dative === chosen);
    this.active = at < 0 ? null : at;
  }

  walk(by: 1 | -1): void {
    const { length } = this.list;
    if (length > 0) this.active = this.active === null ? (by > 0 ? 0 : length - 1) : (this.active + by + length) % length;
  }

  /** Takes an entry: what is to be changed in which heading. */
  take(at: number): ({ group: Id } & Change) | null {
    const [body, heading] = [this.list[at], this.#heading];
    this.close();
    if (!body || !heading) return null;
    // What is put in is no typing.
    this.#heading = null;
    return { group: heading.group, ...bodyAt(heading), text: body.dative };
  }

  close(): void {
    this.#request += 1;
    this.list = [];
    this.active = null;
  }
}
