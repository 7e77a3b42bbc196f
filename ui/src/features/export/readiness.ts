// What the rules still say before a document leaves, drawn together: a line for each matter, with the
// places it is about, or that it is in order.
import { m } from "../../i18n";
import { findingSentence } from "../../i18n/rules";
import type { ExportDirective } from "../../ipc/generated/ExportDirective";
import type { Finding } from "../../ipc/generated/Finding";
import type { Id } from "../../ipc/generated/Id";
import type { Rule } from "../../ipc/generated/Rule";
import type { Severity } from "../../ipc/generated/Severity";
import { pointWords } from "../../lib/points";

type Matter = "fields" | "addressees" | "deadlines" | "numbers" | "acts" | "spelling" | "marks" | "words";

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
  /** What they say, with the words they quote; each sentence once. */
  sentences: readonly string[];
}

/** A place to be led to. */
export interface Place {
  /** A part by id, or one of the parts that occur once: the title, the preamble, the closing. */
  id: Id | Once;
  /** What it is called: «п. 1.2», «Заключение и подписи»; nothing for a heading or a session. */
  name: string | null;
}
type Once = "title" | "preamble" | "closing";

const MATTERS: readonly Matter[] = [
  "fields",
  "addressees",
  "deadlines",
  "numbers",
  "acts",
  "spelling",
  "marks",
  "words",
];
const OF: Partial<Record<Rule, Matter>> = {
  "unfilled-field": "fields",
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
  const numbers = new Map(directives.map(({ id, number }) => [id, pointWords(number)]));
  const lines = MATTERS.map((matter) => {
    const own = findings.filter(({ rule }) => (OF[rule] ?? "words") === matter);
    const places = new Map<Id, Place>();
    for (const finding of own) {
      const id = finding.directive ?? finding.group ?? finding.section;
      const once = onceOf(finding);
      if (id !== null) places.set(id, { id, name: numbers.get(id) ?? null });
      else places.set(once, { id: once, name: onceWords(once) });
    }
    return {
      matter,
      severity: worst(own),
      count: own.length,
      places: [...places.values()],
      rules: [...new Set(own.map(({ rule }) => rule))],
      sentences: [...new Set(own.map(findingSentence))],
    };
  });
  const weight = ({ severity }: Line): number => (severity === null ? 3 : WEIGHT[severity]);
  return lines.sort((a, b) => weight(a) - weight(b));
}

/** What belongs to no part with an id stands in one of those that occur once. */
function onceOf({ part }: Finding): Once {
  if (part?.part === "preamble") return "preamble";
  return part?.part === "closing" ? "closing" : "title";
}

function onceWords(once: Once): string {
  const words = {
    title: m.document_part_title,
    preamble: m.document_part_preamble,
    closing: m.document_part_closing,
  };
  return words[once]();
}

function worst(findings: readonly Finding[]): Severity | null {
  const sorted = [...findings].sort((a, b) => WEIGHT[a.severity] - WEIGHT[b.severity]);
  return sorted[0]?.severity ?? null;
}

/** What a line says: that it is in order, or how many remarks there are. */
export function lineWords({ matter, severity, count }: Line): string {
  const good: Record<Matter, () => string> = {
    fields: m.ready_fields_good,
    addressees: m.ready_addressees_good,
    deadlines: m.ready_deadlines_good,
    numbers: m.ready_numbers_good,
    acts: m.ready_acts_good,
    spelling: m.ready_spelling_good,
    marks: m.ready_marks_good,
    words: m.ready_words_good,
  };
  const found: Record<Matter, (args: { count: number }) => string> = {
    fields: m.ready_fields,
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
