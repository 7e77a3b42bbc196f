// Changed facts in words: what kind, and the values before and after.
import { m } from "../../i18n";
import type { Deadline } from "../../ipc/generated/Deadline";
import type { Indicator } from "../../ipc/generated/Indicator";
import { formatDateWords, formatNumber, formatSpan } from "../../lib/format";
import type { FactChange } from "./facts";

/** A measure named in few words is the best name of its change; a long one would push it away. */
const SHORT_SUBJECT = 32;

/** The names of changed facts, in their order; each of several targets is named whatever its length. */
export function factNames(changes: readonly FactChange[]): string[] {
  const several = changes.filter(({ kind }) => kind === "indicator").length > 1;
  return changes.map((change) => factName(change, several));
}

/** What kind of fact changed; a target by what it measures, where that is said in few words or must be. */
function factName(change: FactChange, several: boolean): string {
  if (change.kind === "indicator") {
    const subject = (change.new ?? change.old)?.subject ?? "";
    if (subject !== "" && (several || subject.length <= SHORT_SUBJECT)) return subject;
  }
  return {
    addressee: m.compare_fact_addressee,
    deadline: m.compare_fact_deadline,
    indicator: m.compare_fact_indicator,
    reference: m.compare_fact_reference,
  }[change.kind]();
}

/** Its values before and after, as an office writes them. */
export function factValues(change: FactChange): { old: string; new: string } {
  const none = m.compare_fact_none();
  const say = <T>(value: T | null, words: (value: T) => string): string =>
    value === null ? none : words(value);
  switch (change.kind) {
    case "addressee":
      return { old: change.old ?? none, new: change.new ?? none };
    case "deadline":
      return { old: say(change.old, deadlineWords), new: say(change.new, deadlineWords) };
    case "indicator":
      return { old: say(change.old, indicatorWords), new: say(change.new, indicatorWords) };
    case "reference":
      return {
        old: say(change.old, ({ canonical }) => canonical),
        new: say(change.new, ({ canonical }) => canonical),
      };
  }
}

/** A deadline by its dates; repeated, permanent and undated ones in the document's own words. */
function deadlineWords({ from, to, kind, phrase }: Deadline): string {
  if (kind === "recurring" || kind === "permanent") return phrase;
  if (from !== null && to !== null && from !== to) return formatSpan(from, to);
  if (to !== null) return formatDateWords(to);
  return from === null ? phrase : m.compare_since({ date: formatDateWords(from) });
}

/** A longer phrase hides the number it is about. */
const SHORT_PHRASE = 40;

/** «76 %»; what is counted in words stands in the document's own: «в 6 организациях». */
function indicatorWords({ value, unit, relation, phrase }: Indicator): string {
  const worded = /^\p{L}/u.test(unit);
  if (worded && phrase !== "" && phrase.length <= SHORT_PHRASE) return phrase;
  const amount = m.compare_amount({ value: formatNumber(value), unit });
  return relation === "<=" ? m.compare_at_most({ amount }) : amount;
}
