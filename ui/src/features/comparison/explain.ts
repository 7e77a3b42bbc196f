// Why two directives are taken for one task, and what changed in it, in words.
import { m } from "../../i18n";
import type { Pair } from "../../ipc/generated/Pair";
import type { Reason } from "../../ipc/generated/Reason";
import { formatList } from "../../lib/format";
import type { Difference } from "./differences";
import { type FactChange, factChanges } from "./facts";
import { factValues } from "./fact-words";
import { relationSentence } from "./words";

/** «совпадают действие и предмет; изменён срок: 1 октября 2026 → 15 апреля 2027». */
export function explain(difference: Difference): string {
  const { fate, moved, pairs } = difference;
  if (fate === "added") return m.compare_why_added();
  if (fate === "dropped") return m.compare_why_dropped();
  const same = reasonsSentence(pairs);
  // What changed of every part of a split task is said once.
  const facts = [...new Set(pairs.flatMap((pair) => factChanges(pair.changes)).map(changeSentence))];
  const elsewhere = moved && !pairs.some((pair) => pair.changes.addressee);
  const parts = [
    ...facts,
    ...relationSentence(difference, facts.length > 0),
    ...(elsewhere ? [m.compare_why_moved()] : []),
  ];
  const changed = parts.join("; ");
  return same && changed ? m.compare_both({ same, changed }) : same || changed;
}

/** What speaks for the pairs: what is the same of them, in one list, and what is said in words of
 *  its own. */
function reasonsSentence(pairs: readonly Pair[]): string {
  const reasons = distinct(pairs.flatMap((pair) => pair.reasons));
  const shared = reasons.flatMap(sharedName);
  const list = formatList(shared);
  const sentences = shared.length > 0 ? [m.compare_reason_shared({ list, count: shared.length })] : [];
  return [...reasons.flatMap(ownSentence), ...sentences].join("; ");
}

function distinct(reasons: readonly Reason[]): Reason[] {
  return [...new Map(reasons.map((reason) => [JSON.stringify(reason), reason])).values()];
}

function sharedName(reason: Reason): string[] {
  switch (reason.code) {
    case "same_action":
      return [m.compare_reason_action()];
    case "same_object":
      return reason.before
        ? [m.compare_reason_object_both({ before: reason.before, words: reason.words })]
        : [m.compare_reason_object({ words: reason.words })];
    case "same_name":
      return [m.compare_reason_name({ name: reason.name })];
    case "same_act":
      return [m.compare_reason_act({ act: reason.act })];
    case "same_addressee":
      return [m.compare_reason_addressee()];
    default:
      return [];
  }
}

function ownSentence(reason: Reason): string[] {
  switch (reason.code) {
    case "same_text":
      return [m.compare_reason_same_text()];
    case "same_but_facts":
      return [m.compare_reason_same_but_facts()];
    case "same_wording":
      return [m.compare_reason_same_wording()];
    case "next_stage":
      return [m.compare_reason_next_stage()];
    case "part":
      return [m.compare_reason_part()];
    case "person":
      return [m.compare_reason_person()];
    default:
      return [];
  }
}

type Sentence = (value: { value: string }) => string;

/** What appears and what goes is told in other words than what changes. */
const APPEARED: Partial<Record<FactChange["kind"], [come: Sentence, gone: Sentence]>> = {
  deadline: [m.compare_change_deadline_new, m.compare_change_deadline_gone],
  indicator: [m.compare_change_indicator_new, m.compare_change_indicator_gone],
  reference: [m.compare_change_reference_new, m.compare_change_reference_gone],
};

const CHANGED: Record<FactChange["kind"], (values: { values: string }) => string> = {
  addressee: m.compare_change_addressee,
  deadline: m.compare_change_deadline,
  indicator: m.compare_change_indicator,
  reference: m.compare_change_reference,
};

function changeSentence(change: FactChange): string {
  const values = factValues(change);
  const [come, gone] = APPEARED[change.kind] ?? [];
  if (change.old === null && come) return come({ value: values.new });
  if (change.new === null && gone) return gone({ value: values.old });
  return CHANGED[change.kind]({ values: m.compare_values(values) });
}
