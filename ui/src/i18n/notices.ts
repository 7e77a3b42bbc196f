// What readers noticed, in words. A code without a sentence does not compile.
import type { Diagnostic } from "../ipc/generated/Diagnostic";
import type { DiagnosticCode } from "../ipc/generated/DiagnosticCode";
import { m } from ".";

type Value = (name: string) => string;

const DIAGNOSTICS: Record<DiagnosticCode, (value: Value) => string> = {
  "numbering-restarts": (value) => m.diagnostic_numbering_restarts({ number: value("number") }),
  "bookmark-residue": (value) => m.diagnostic_bookmark_residue({ count: value("count") }),
  "broken-paragraph": () => m.diagnostic_broken_paragraph(),
  "letters-repaired": (value) =>
    m.diagnostic_letters_repaired({ before: value("before"), after: value("after") }),
  // What was read by an earlier version of the program has no words with it.
  "unplaced-line": (value) =>
    value("text") === ""
      ? m.diagnostic_unplaced_line()
      : m.diagnostic_unplaced_text({ text: value("text") }),
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

/** What a reader noticed, in one sentence. */
export function diagnosticSentence({ code, args }: Diagnostic): string {
  return DIAGNOSTICS[code]((name) => args?.[name] ?? "");
}
