// The facts of directives as chips of the editor, and what each chip stands for.
import type { Chip } from "../../editor";
import { m } from "../../i18n";
import type { Ancestor } from "../../ipc/generated/Ancestor";
import type { Deadline } from "../../ipc/generated/Deadline";
import type { Directive } from "../../ipc/generated/Directive";
import { type Fact, factsOf } from "../../lib/facts";

/** What stands behind a chip. */
export type Meaning =
  | { is: "fact"; fact: Fact }
  /** The deadline of the directive, stated or still to be stated. */
  | { is: "deadline"; fact: Fact | null; deadline: Deadline | null }
  /** What is to come of a measure of a plan, stated or still to be stated. */
  | { is: "result"; fact: Fact | null }
  | { is: "ancestor"; ancestor: Ancestor };

/** A chip with its meaning. */
export interface Told {
  chip: Chip;
  meaning: Meaning;
}

/** The row under a directive: time, measure, what comes of it, basis, who, where it comes from. A measure of a plan
 * is to say what comes of it. */
export function toldOf(directive: Directive, ancestor: Ancestor | undefined, plan = false): Told[] {
  const facts = factsOf(directive);
  const of = (...kinds: Fact["kind"][]): Fact[] => facts.filter(({ kind }) => kinds.includes(kind));
  const { text, deadlines } = directive;
  return [
    ...of("deadline").map((fact, at) =>
      told(fact, text, { is: "deadline", fact, deadline: deadlines[at] ?? null }),
    ),
    ...(deadlines.length === 0 ? [noDeadline()] : []),
    ...of("indicator").map((fact) => told(fact, text, { is: "fact", fact })),
    ...of("result").map((fact) => told(fact, "", { is: "result", fact })),
    ...(plan && !directive.result && directive.indicators.length === 0 ? [noResult()] : []),
    ...of("reference", "addressee").map((fact) => told(fact, text, { is: "fact", fact })),
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

function noResult(): Told {
  const chip: Chip = { kind: "result", label: m.draft_chip_no_result(), missing: true };
  return { chip, meaning: { is: "result", fact: null } };
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
