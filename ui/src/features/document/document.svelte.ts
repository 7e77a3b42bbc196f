// One opened document: its text, what readers doubted, what rules advise, where a person stands.
import type { Commands } from "../../ipc/generated/commands";
import type { DocumentView } from "../../ipc/generated/DocumentView";
import type { Finding } from "../../ipc/generated/Finding";
import type { Id } from "../../ipc/generated/Id";

/** The way to the back end, as far as reading needs it. */
export type Call = <C extends "document_open" | "document_check">(
  name: C,
  request: Commands[C]["request"],
) => Promise<Commands[C]["response"]>;

/** The tabs of the side panel. */
export type Tab = "doubts" | "checks" | "source" | "about";

export class DocumentState {
  view = $state.raw<DocumentView | null>(null);
  findings = $state.raw<readonly Finding[] | null>(null);
  error = $state.raw<unknown>(null);
  tab = $state<Tab>("doubts");
  /** The directive, group or part the person stands at. */
  current = $state<string | null>(null);
  /** What to bring into sight in the text; a new object with every jump. */
  target = $state.raw<{ id: string } | null>(null);
  /** The source line to bring into sight. */
  line = $state.raw<{ number: number } | null>(null);

  readonly #call: Call;
  #request = 0;

  constructor(call: Call) {
    this.#call = call;
  }

  /** Opens a document, and a directive in it if one is given. */
  async open(id: Id, directive: Id | null): Promise<void> {
    if (this.view?.card.id === id) {
      if (directive !== null) this.jumpTo(directive);
      return;
    }
    this.#request += 1;
    const request = this.#request;
    this.view = null;
    this.findings = null;
    this.error = null;
    this.current = null;
    try {
      const view = await this.#call("document_open", { id });
      if (request !== this.#request) return;
      this.view = view;
      this.tab = view.resolution.diagnostics.length > 0 ? "doubts" : "checks";
      if (directive !== null) this.jumpTo(directive);
      const findings = await this.#call("document_check", { id });
      if (request === this.#request) this.findings = findings;
    } catch (error) {
      if (request === this.#request) this.error = error;
    }
  }

  /** Brings a part of the text into sight and stays there. */
  jumpTo(id: string): void {
    this.current = id;
    this.target = { id };
  }

  /** Shows a source line, and the part of the text that was read from it. */
  showLine(number: number): void {
    const part = this.#partAt(number);
    if (part) this.jumpTo(part);
    this.tab = "source";
    this.line = { number };
  }

  /** The source lines of the current part, if it has any. */
  get currentLines(): [number, number] | null {
    const groups = this.view?.resolution.sections.flatMap((section) => section.groups) ?? [];
    const parts = groups.flatMap((group) => [group, ...group.directives]);
    return parts.find(({ id }) => id === this.current)?.source?.lines ?? null;
  }

  #partAt(line: number): string | null {
    const holds = (lines: [number, number] | undefined): boolean =>
      lines !== undefined && lines[0] <= line && line <= lines[1];
    for (const section of this.view?.resolution.sections ?? []) {
      for (const group of section.groups) {
        const directive = group.directives.find(({ source }) => holds(source?.lines));
        if (directive) return directive.id;
        if (holds(group.source?.lines)) return group.id;
      }
    }
    return null;
  }
}
