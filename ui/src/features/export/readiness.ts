// What the rules still say before a document leaves, drawn together: a line for each matter, with the
// places it is about, or that it is in order.
import { m } from "../../i18n";
import type { ExportDirective } from "../../ipc/generated/ExportDirective";
import type { Finding } from "../../ipc/generated/Finding";
import type { Id } from "../../ipc/generated/Id";
import type { Rule } from "../../ipc/generated/Rule";
import type { Severity } from "../../ipc/generated/Severity";

type Matter = "addressees" | "deadlines" | "numbers" | "acts" | "spelling" | "marks" | "words";

/** A matter and what is wrong with it. */
export interface Line {
  matter: Matter;
  /** The worst of what was found; nothing if it is in order. */
  severity: Severity | null;
  count: number;
  /** Where, each place once, in the order of the text. */
  places: readonly Place[];
  /** The rules that found something. */
  rules: readonly Rule[];
}

/** A place to be led to. */
export interface Place {
  id: Id;
  /** «1.2»; nothing for a heading or a session. */
  number: string | null;
}

const MATTERS: readonly Matter[] = [
  "addressees",
  "deadlines",
  "numbers",
  "acts",
  "spelling",
  "marks",
  "words",
];
const OF: Partial<Record<Rule, Matter>> = {
  "no-addressee": "addressees",
  "vague-addressee": "addressees",
  "empty-group": "addressees",
  "repeated-addressee": "addressees",
  "addressee-inside": "addressees",
  "addressee-case": "addressees",
  "no-adoption-date": "deadlines",
  "adoption-date": "deadlines",
  "no-deadline": "deadlines",
  "dead-deadline": "deadlines",
  "unresolved-deadline": "deadlines",
  "impossible-date": "deadlines",
  "wrong-weekday": "deadlines",
  "weekend-deadline": "deadlines",
  "deadline-before-adoption": "deadlines",
  "reversed-period": "deadlines",
  "broken-school-year": "deadlines",
  "stale-school-year": "deadlines",
  "stale-year": "deadlines",
  "title-year": "deadlines",
  "date-form": "deadlines",
  numbering: "numbers",
  "missing-point": "numbers",
  "empty-directive": "numbers",
  "act-not-in-force": "acts",
  "act-wrong-date": "acts",
  "act-wrong-number": "acts",
  "act-from-future": "acts",
  "act-form": "acts",
  spelling: "spelling",
  "lookalike-letters": "spelling",
  "joined-words": "spelling",
  "broken-hyphenation": "spelling",
  "repeated-word": "spelling",
  "preposition-form": "spelling",
  "lost-dash": "marks",
  "unbalanced-quotes": "marks",
  "straight-quotes": "marks",
  "stop-at-quotes": "marks",
  "double-space": "marks",
  "space-before-mark": "marks",
  "missing-space": "marks",
  "spaced-hyphen": "marks",
  "range-hyphen": "marks",
  "non-breaking-space": "marks",
  initials: "marks",
  "stray-mark": "marks",
};
const WEIGHT: Record<Severity, number> = { error: 0, warning: 1, note: 2 };

/** Every matter, the worst first, what is in order last. */
export function readinessOf(
  findings: readonly Finding[],
  directives: readonly ExportDirective[],
): Line[] {
  const numbers = new Map(directives.map(({ id, number }) => [id, number.replace(/\.$/, "")]));
  const lines = MATTERS.map((matter) => {
    const own = findings.filter(({ rule }) => (OF[rule] ?? "words") === matter);
    const places = new Map<Id, Place>();
    for (const { directive, group, section } of own) {
      const id = directive ?? group ?? section;
      if (id !== null) places.set(id, { id, number: numbers.get(id) ?? null });
    }
    return {
      matter,
      severity: worst(own),
      count: own.length,
      places: [...places.values()],
      rules: [...new Set(own.map(({ rule }) => rule))],
    };
  });
  const weight = ({ severity }: Line): number => (severity === null ? 3 : WEIGHT[severity]);
  return lines.sort((a, b) => weight(a) - weight(b));
}

function worst(findings: readonly Finding[]): Severity | null {
  const sorted = [...findings].sort((a, b) => WEIGHT[a.severity] - WEIGHT[b.severity]);
  return sorted[0]?.severity ?? null;
}

/** What a line says: that it is in order, or how many remarks there are. */
export function lineWords({ matter, severity, count }: Line): string {
  const good: Record<Matter, () => string> = {
    addressees: m.ready_addressees_good,
    deadlines: m.ready_deadlines_good,
    numbers: m.ready_numbers_good,
    acts: m.ready_acts_good,
    spelling: m.ready_spelling_good,
    marks: m.ready_marks_good,
    words: m.ready_words_good,
  };
  const found: Record<Matter, (args: { count: number }) => string> = {
    addressees: m.ready_addressees,
    deadlines: m.ready_deadlines,
    numbers: m.ready_numbers,
    acts: m.ready_acts,
    spelling: m.ready_spelling,
    marks: m.ready_marks,
    words: m.ready_words,
  };
  return severity === null ? good[matter]() : found[matter]({ count });
}
