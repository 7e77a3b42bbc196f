// The facts of directives as chips of the editor, and what each chip stands for.
import type { Chip } from "../../editor";
import { m } from "../../i18n";
import type { Ancestor } from "../../ipc/generated/Ancestor";
import type { Deadline } from "../../ipc/generated/Deadline";
import type { Directive } from "../../ipc/generated/Directive";
import { cellFact, type Fact, factsOf } from "../../lib/facts";

/** What stands behind a chip. */
export type Meaning =
  | { is: "fact"; fact: Fact }
  /** The deadline of the directive, stated or still to be stated. */
  | { is: "deadline"; fact: Fact | null; deadline: Deadline | null }
  /** What stands beside the words of the directive, or is to stand there in a plan. */
  | { is: "beside"; what: Beside; fact: Fact | null; words: string }
  | { is: "ancestor"; ancestor: Ancestor };

/** What can stand beside the words: who is to do it, what is to come of it, the cell of another column. */
export type Beside = { is: "responsible" } | { is: "result" } | { is: "cell"; heading: string; at: number };

/** What a plan is to say of its measures beside their words. */
export interface Plan {
  /** The headings of its other columns. */
  others: readonly string[];
  /** No heading says who is to do this one. */
  bare: boolean;
}

/** A chip with its meaning. */
export interface Told {
  chip: Chip;
  meaning: Meaning;
}

/** The row under a directive: time, measure, what comes of it, basis, who, other columns, where it comes from. A
 * measure of a plan is to say who does it and what comes of it. */
export function toldOf(directive: Directive, ancestor: Ancestor | undefined, plan: Plan | null = null): Told[] {
  const facts = factsOf(directive);
  const of = (...kinds: Fact["kind"][]): Fact[] => facts.filter(({ kind }) => kinds.includes(kind));
  const { text, deadlines } = directive;
  return [
    ...of("deadline").map((fact, at) =>
      told(fact, text, { is: "deadline", fact, deadline: deadlines[at] ?? null }),
    ),
    ...(deadlines.length === 0 ? [noDeadline()] : []),
    ...of("indicator").map((fact) => told(fact, text, { is: "fact", fact })),
    ...of("result").map((fact) => beside(fact, { is: "result" }, fact.text)),
    ...(plan && !directive.result && directive.indicators.length === 0
      ? [lacking("result", m.draft_chip_no_result(), { is: "result" })]
      : []),
    ...of("reference").map((fact) => told(fact, text, { is: "fact", fact })),
    ...of("addressee").map((fact) =>
      text.includes(fact.phrase)
        ? told(fact, text, { is: "fact", fact })
        : beside(fact, { is: "responsible" }, fact.text),
    ),
    ...(plan?.bare && !directive.addressee
      ? [lacking("addressee", m.draft_chip_no_responsible(), { is: "responsible" })]
      : []),
    ...(plan?.others ?? []).map((heading, at) => cellOf(directive, heading, at)),
    ...(ancestor ? [continued(ancestor)] : []),
  ];
}

function told({ kind, text: label, phrase }: Fact, text: string, meaning: Meaning): Told {
  const from = phrase === "" ? -1 : text.indexOf(phrase);
  const chip: Chip = from < 0 ? { kind, label } : { kind, label, from, to: from + phrase.length };
  return { chip, meaning };
}

function noDeadline(): Told {
  const chip: Chip = { kind: "deadline", label: m.draft_chip_no_deadline(), missing: true };
  return { chip, meaning: { is: "deadline", fact: null, deadline: null } };
}

function beside(fact: Fact, what: Beside, words: string): Told {
  const chip: Chip = { kind: fact.kind, label: fact.text };
  return { chip, meaning: { is: "beside", what, fact, words } };
}

function lacking(kind: Fact["kind"], label: string, what: Beside): Told {
  return { chip: { kind, label, missing: true }, meaning: { is: "beside", what, fact: null, words: "" } };
}

/** The cell of another column: its words, or that there are none yet. */
function cellOf(directive: Directive, heading: string, at: number): Told {
  const what: Beside = { is: "cell", heading, at };
  const words = directive.cells?.[at] ?? "";
  return words === ""
    ? lacking("cell", m.draft_chip_no_cell({ heading }), what)
    : beside(cellFact(heading, words), what, words);
}

function continued(ancestor: Ancestor): Told {
  return {
    chip: { kind: "status", label: ancestorWords(ancestor) },
    meaning: { is: "ancestor", ancestor },
  };
}

/** «продолжает п. 1.2 (2026)» */
export function ancestorWords({ number, adopted_on }: Ancestor): string {
  const point = number.replace(/\.$/, "");
  if (adopted_on === null) return m.draft_continues({ number: point });
  return m.draft_continues_year({ number: point, year: adopted_on.slice(0, 4) });
}

/**
 * A directive's text with another deadline: in the place of the phrase that stated it, or before
 * the final mark. Gives the range to replace and the words to put there.
 */
export function withDeadline(
  text: string,
  phrase: string | null,
  words: string,
): { from: number; to: number; text: string } {
  const at = phrase ? text.indexOf(phrase) : -1;
  if (phrase && at >= 0) {
    // Words that go take the blank before them along.
    const from = words === "" && at > 0 && /\s/.test(text[at - 1] ?? "") ? at - 1 : at;
    return { from, to: at + phrase.length, text: words };
  }
  const end = text.replace(/[\s;.,]+$/u, "").length;
  return { from: end, to: end, text: words === "" || end === 0 ? words : ` ${words}` };
}
