// What was closed and dropped, as a list a person can hand on.
import { m } from "../../i18n";
import type { CarryVerdict } from "../../ipc/generated/CarryVerdict";
import type { Entry } from "./carrying.svelte";

/** Directives with one verdict. */
export interface Outcome {
  verdict: Extract<CarryVerdict, "close" | "drop">;
  title: string;
  entries: Entry[];
}

/** Those closed, then those dropped; only what there is. */
export function outcomesOf(entries: readonly Entry[]): Outcome[] {
  const of = (verdict: Outcome["verdict"]): Entry[] =>
    entries.filter((entry) => entry.verdict === verdict);
  const [closed, dropped] = [of("close"), of("drop")];
  return [
    { verdict: "close", title: m.carry_outcome_closed({ count: closed.length }), entries: closed },
    { verdict: "drop", title: m.carry_outcome_dropped({ count: dropped.length }), entries: dropped },
  ].filter((outcome): outcome is Outcome => outcome.entries.length > 0);
}

/** The list as plain text. */
export function outcomeText(title: string, entries: readonly Entry[]): string {
  const parts = outcomesOf(entries).map((outcome) =>
    [outcome.title, ...outcome.entries.map(line)].join("\n"),
  );
  return [title, ...parts].join("\n\n").concat("\n");
}

function line({ number, directive, heading, reason }: Entry): string {
  const words = { number, text: directive.text, heading: heading || m.document_no_addressee() };
  return reason ? m.carry_outcome_line({ ...words, reason }) : m.carry_outcome_line_plain(words);
}
