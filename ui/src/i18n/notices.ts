// What readers and rules noticed, in words. A code without a sentence does not compile.
import type { Diagnostic } from "../ipc/generated/Diagnostic";
import type { DiagnosticCode } from "../ipc/generated/DiagnosticCode";
import type { Finding } from "../ipc/generated/Finding";
import type { Rule } from "../ipc/generated/Rule";
import { m } from ".";

type Value = (name: string) => string;

const DIAGNOSTICS: Record<DiagnosticCode, (value: Value) => string> = {
  "numbering-restarts": (value) => m.diagnostic_numbering_restarts({ number: value("number") }),
  "bookmark-residue": (value) => m.diagnostic_bookmark_residue({ count: value("count") }),
  "broken-paragraph": () => m.diagnostic_broken_paragraph(),
  "letters-repaired": (value) =>
    m.diagnostic_letters_repaired({ before: value("before"), after: value("after") }),
  "unplaced-line": () => m.diagnostic_unplaced_line(),
  "possible-directive": (value) => m.diagnostic_possible_directive({ text: value("text") }),
  "orphan-deadline": (value) => m.diagnostic_orphan_deadline({ phrase: value("phrase") }),
  "empty-group": (value) => m.diagnostic_empty_group({ heading: value("heading") }),
  "no-adoption-date": () => m.diagnostic_no_adoption_date(),
  "no-directives": () => m.diagnostic_no_directives(),
  "guessed-encoding": (value) => m.diagnostic_guessed_encoding({ encoding: value("encoding") }),
  "impossible-date": (value) => m.diagnostic_impossible_date({ phrase: value("phrase") }),
  "tracked-changes-accepted": (value) =>
    m.diagnostic_tracked_changes_accepted({ count: value("count") }),
  "unbalanced-quotes": () => m.diagnostic_unbalanced_quotes(),
};

const RULES: Record<Rule, (value: Value) => string> = {
  "no-adoption-date": () => m.rule_no_adoption_date(),
  "no-addressee": () => m.rule_no_addressee(),
  "empty-group": () => m.rule_empty_group(),
  "repeated-addressee": () => m.rule_repeated_addressee(),
  "no-deadline": () => m.rule_no_deadline(),
  "deadline-before-adoption": (value) =>
    m.rule_deadline_before_adoption({ phrase: value("phrase") }),
  "reversed-period": (value) => m.rule_reversed_period({ phrase: value("phrase") }),
  "stale-school-year": (value) => m.rule_stale_school_year({ phrase: value("phrase") }),
  "duplicate-directive": () => m.rule_duplicate_directive(),
  "weak-verb": (value) => m.rule_weak_verb({ verb: value("verb") }),
  "share-over-whole": (value) => m.rule_share_over_whole({ phrase: value("phrase") }),
};

/** What a reader noticed, in one sentence. */
export function diagnosticSentence({ code, args }: Diagnostic): string {
  return DIAGNOSTICS[code]((name) => args?.[name] ?? "");
}

/** What a rule advises, in one sentence. */
export function findingSentence({ rule, args }: Finding): string {
  return RULES[rule]((name) => args[name] ?? "");
}
