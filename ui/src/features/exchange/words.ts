// What the window says of a file of another library.
import { m } from "../../i18n";
import type { ExchangeChoice } from "../../ipc/generated/ExchangeChoice";
import type { ExchangeReport } from "../../ipc/generated/ExchangeReport";
import type { ExchangeState } from "../../ipc/generated/ExchangeState";

/** How the library stands to a document of the file. */
export function stateWords(state: ExchangeState): string {
  return {
    new: m.exchange_state_new,
    same: m.exchange_state_same,
    newer: m.exchange_state_newer,
    older: m.exchange_state_older,
    conflict: m.exchange_state_conflict,
    twin: m.exchange_state_twin,
    binned: m.exchange_state_binned,
  }[state]();
}

/** What can be done with a document in that state; `said` is how many remarks and marks of theirs
 *  can be taken with our text kept. */
export function choicesFor(
  state: ExchangeState,
  said = 0,
): { value: ExchangeChoice; label: string }[] {
  const skip = {
    value: "skip" as const,
    label: state === "conflict" ? m.exchange_choice_skip_conflict() : m.exchange_choice_skip(),
  };
  const both = { value: "both" as const, label: m.exchange_choice_both() };
  const take = (label: string): { value: ExchangeChoice; label: string } => ({ value: "take", label });
  switch (state) {
    case "new":
      return [take(m.exchange_choice_add()), skip];
    case "newer":
      return [take(m.exchange_choice_update()), skip, both];
    case "twin":
      return [skip, both];
    case "same":
      return [skip];
    case "conflict":
    case "older": {
      const words = { value: "said" as const, label: m.exchange_choice_said() };
      return [skip, ...(said > 0 ? [words] : []), take(m.exchange_choice_take()), both];
    }
    case "binned":
      return [skip, take(m.exchange_choice_take()), both];
  }
}

/** What came of taking a file, in one line. */
export function doneSentence({ added, updated, said, decisions }: ExchangeReport): string {
  const parts = [
    ...(added > 0 ? [m.exchange_added({ count: added })] : []),
    ...(updated > 0 ? [m.exchange_updated({ count: updated })] : []),
    ...(said > 0 ? [m.exchange_said_taken({ count: said })] : []),
    ...(decisions > 0 ? [m.exchange_decisions_taken({ count: decisions })] : []),
  ];
  return m.exchange_done({ parts: parts.join(", ") || m.exchange_done_nothing().toLowerCase() });
}
