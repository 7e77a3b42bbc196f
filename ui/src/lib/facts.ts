// The facts of a directive in words, and their phrases in its text.
import { m } from "../i18n";
import type { Deadline } from "../ipc/generated/Deadline";
import type { Directive } from "../ipc/generated/Directive";
import type { Group } from "../ipc/generated/Group";
import type { Indicator } from "../ipc/generated/Indicator";
import { formatDate, formatDateLong, formatNumber } from "./format";

/** What a fact is about. */
export type FactKind = "addressee" | "deadline" | "indicator" | "result" | "reference" | "cell";

/** A fact as the row under a directive shows it. */
export interface Fact {
  kind: FactKind;
  /** The fact in words. */
  text: string;
  /** The words of the directive it was read from; none if it stands beside them. */
  phrase: string;
  /** What else is to be known: where it was inherited from. */
  note: string | null;
}

/** A run of text; a marked one is the phrase of a fact. */
export interface Run {
  text: string;
  kind: FactKind | null;
}

/** The facts of a directive, in the order time, measure, basis, and what other columns of its plan say of it. */
export function factsOf(directive: Directive, others: readonly string[] = []): Fact[] {
  return [
    ...(directive.addressee
      ? [fact("addressee", directive.addressee, directive.addressee, null)]
      : []),
    ...directive.deadlines.map((deadline) =>
      fact("deadline", deadlineWords(deadline), deadline.phrase, deadlineNote(deadline)),
    ),
    ...directive.indicators.map((indicator) =>
      fact("indicator", indicatorWords(indicator), indicator.phrase, indicator.subject || null),
    ),
    ...results(directive),
    ...directive.references.map((reference) =>
      fact("reference", reference.canonical, reference.phrase, null),
    ),
    ...others.flatMap((heading, at) => {
      const cell = directive.cells?.[at] ?? "";
      return cell === "" ? [] : [cellFact(heading, cell)];
    }),
  ];
}

/** What a column of a plan says of a measure. */
export function cellFact(heading: string, text: string): Fact {
  return fact("cell", m.document_cell({ heading, text }), "", null);
}

/** What is to come of a task, unless its number says it all. */
function results({ result, indicators }: Directive): Fact[] {
  if (!result || indicators.some(({ phrase }) => phrase === result)) return [];
  return [fact("result", result, "", null)];
}

/** To whom a group is given: its heading; in a plan, where rows have no headings, those its measures name. */
export function groupName({ heading, directives }: Group): string {
  if (heading.trim() !== "") return heading;
  const own = directives.map(({ addressee }) => addressee);
  const named = own.every((name) => name !== null) ? [...new Set(own)].join(", ") : "";
  return named === "" ? m.document_no_addressee() : named;
}

/** The facts stated for a whole group. */
export function groupFacts(group: Group): Fact[] {
  return group.deadlines.map((deadline) =>
    fact("deadline", deadlineWords(deadline), deadline.phrase, deadlineNote(deadline)),
  );
}

function fact(kind: FactKind, text: string, phrase: string, note: string | null): Fact {
  return { kind, text, phrase, note };
}

/** A fact as one whole sentence, for readers aloud and tooltips. */
export function factSentence({ kind, text, note }: Fact): string {
  const words = {
    addressee: m.document_fact_addressee,
    deadline: m.document_fact_deadline,
    indicator: m.document_fact_indicator,
    result: m.document_fact_result,
    reference: m.document_fact_reference,
    cell: ({ text }: { text: string }) => text,
  }[kind]({ text });
  return note ? `${words} (${note})` : words;
}

/** A deadline by its dates; repeated, permanent and undated ones in the document's own words. */
export function deadlineWords({ from, to, kind, phrase }: Deadline): string {
  if (kind === "recurring" || kind === "permanent" || kind === "event") return phrase;
  if (from !== null && to !== null && from !== to) return `${formatDate(from)} – ${formatDate(to)}`;
  if (to !== null) return m.document_until({ date: formatDateLong(to) });
  return from === null ? phrase : m.compare_since({ date: formatDateLong(from) });
}

function deadlineNote({ inherited_from, year_inferred }: Deadline): string | null {
  if (inherited_from === "group") return m.document_inherited_group();
  if (inherited_from === "lead") return m.document_inherited_lead();
  if (inherited_from === "section") return m.document_inherited_section();
  return year_inferred ? m.document_inferred_year() : null;
}

function indicatorWords({ value, unit, relation }: Indicator): string {
  const amount = m.document_amount({ value: formatNumber(value), unit });
  if (relation === ">=") return m.document_at_least({ amount });
  return relation === "<=" ? m.document_at_most({ amount }) : amount;
}

/** The text cut into runs, so that the phrases of its facts can be marked. */
export function runsOf(text: string, facts: readonly Fact[]): Run[] {
  const marks = facts
    .map(({ phrase, kind }) => ({ at: phrase ? text.indexOf(phrase) : -1, phrase, kind }))
    .filter(({ at }) => at >= 0)
    .sort((a, b) => a.at - b.at || b.phrase.length - a.phrase.length);
  const runs: Run[] = [];
  let done = 0;
  for (const { at, phrase, kind } of marks) {
    if (at < done) continue;
    if (at > done) runs.push({ text: text.slice(done, at), kind: null });
    runs.push({ text: phrase, kind });
    done = at + phrase.length;
  }
  if (done < text.length) runs.push({ text: text.slice(done), kind: null });
  return runs;
}
