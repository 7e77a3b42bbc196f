// What the window says about a comparison. Every sentence comes whole from the catalogue.
import { m } from "../../i18n";
import type { ComparisonView } from "../../ipc/generated/ComparisonView";
import type { Deadline } from "../../ipc/generated/Deadline";
import type { DocumentCard } from "../../ipc/generated/DocumentCard";
import type { DocumentView } from "../../ipc/generated/DocumentView";
import type { Indicator } from "../../ipc/generated/Indicator";
import type { Pair } from "../../ipc/generated/Pair";
import { formatDate, formatDateLong, formatList, formatNumber } from "../../lib/format";
import { shortPlace } from "../../lib/places";
import type { Difference } from "./differences";
import { type FactChange, factChanges } from "./facts";
import { type Fate, type Mark, type MarkCount, leadingMark } from "./marks";
import { type PaperSide, shownNumber } from "./papers";

/** A mark as the title of a filter. */
export function markTitle(mark: Mark): string {
  return {
    unchanged: m.compare_title_unchanged,
    reworded: m.compare_title_reworded,
    continued: m.compare_title_continued,
    narrowed: m.compare_title_narrowed,
    broadened: m.compare_title_broadened,
    split: m.compare_title_split,
    merged: m.compare_title_merged,
    moved: m.compare_title_moved,
    added: m.compare_title_added,
    dropped: m.compare_title_dropped,
  }[mark]();
}

/** A mark as a word beside a pair. */
export function markWord(mark: Mark): string {
  return {
    unchanged: m.compare_word_unchanged,
    reworded: m.compare_word_reworded,
    continued: m.compare_word_continued,
    narrowed: m.compare_word_narrowed,
    broadened: m.compare_word_broadened,
    split: m.compare_word_split,
    merged: m.compare_word_merged,
    moved: m.compare_word_moved,
    added: m.compare_word_added,
    dropped: m.compare_word_dropped,
  }[mark]();
}

/** The mark a difference leads with. */
export function markOf(difference: Pick<Difference, "fate" | "moved">): Mark {
  const { fate, moved } = difference;
  return fate === "added" || fate === "dropped" ? fate : leadingMark({ relation: fate, moved });
}

/** How certain a pair is, by the share of such pairs a person would accept. */
export function certainty(score: number): string {
  if (score >= 0.95) return m.compare_sure();
  return score >= 0.6 ? m.compare_probable() : m.compare_possible();
}

/** The whole comparison in one sentence that can be read aloud. */
export function summaryOf(comparison: {
  view: ComparisonView;
  counts: readonly MarkCount[];
}): string {
  const { view, counts } = comparison;
  const old = m.compare_directives({ count: view.old.card.directives });
  const now = m.compare_directives({ count: view.new.card.directives });
  const changed = counts.some(({ mark }) => mark !== "unchanged");
  if (!changed) return m.compare_summary_same({ old, new: now });
  const list = formatList(
    counts.map(({ mark, count }) => m.compare_of({ what: markWord(mark), count })),
  );
  return m.compare_summary({ old, new: now, list });
}

/** Status, day and size of a document, as the head of its paper. */
export function documentLine(document: DocumentView): string {
  const { adopted_on, directives, draft } = document.card;
  const count = m.compare_directives({ count: directives });
  if (draft) return m.compare_draft({ count });
  if (adopted_on === null) return count;
  return m.compare_adopted({ date: formatDateLong(adopted_on), count });
}

/** A document in a list to choose from: its day and place, its title where these say too little. */
export function documentName(card: DocumentCard): string {
  const { municipality, adopted_on, title } = card;
  if (adopted_on === null || municipality === null) return title;
  return `${formatDate(adopted_on)} · ${shortPlace(municipality)}`;
}

/** The names of documents that are listed together; equal ones get their titles. */
export function documentNames(cards: readonly DocumentCard[]): Map<string, string> {
  const names = cards.map(documentName);
  return new Map(
    cards.map((card, at) => {
      const name = names[at] ?? card.title;
      const known = names.indexOf(name) !== names.lastIndexOf(name);
      return [card.id, known ? `${name} · ${card.title}` : name];
    }),
  );
}

/** A document as one of a suggested pair: its place and year. */
export function documentYear(card: DocumentCard): string {
  return card.adopted_on?.slice(0, 4) ?? card.title;
}

/** «1.2 → 1.3, 1.4» for the list. */
export function numbersOf({ oldNumbers, newNumbers }: Difference): string {
  const sides = [oldNumbers, newNumbers].filter((side) => side.length > 0);
  return sides.map((side) => side.join(", ")).join(" → ");
}

/** «п. 1.2 → пп. 1.3, 1.4» for the explanation. */
export function placeOf({ oldNumbers, newNumbers }: Difference): string {
  const sides = [oldNumbers, newNumbers].filter((side) => side.length > 0);
  return sides.map(points).join(" → ");
}

function points(numbers: readonly string[]): string {
  const list = numbers.join(", ");
  return numbers.length > 1 ? m.compare_points({ list }) : m.compare_point({ list });
}

/** What became of a directive without a partner. */
export function fateSentence(fate: Extract<Fate, "added" | "dropped">): string {
  return fate === "added" ? m.compare_is_added() : m.compare_is_dropped();
}

/** Where a directive's partner stands, as seen from one side. */
export function partnerSentence(view: ComparisonView, side: PaperSide, pair: Pair): string {
  const isOld = side === "old";
  const number = isOld ? shownNumber(view.new, pair.new.id) : shownNumber(view.old, pair.old.id);
  const place = points([number]);
  if (pair.relation === "split") {
    return isOld ? m.compare_split_into({ place }) : m.compare_split_from({ place });
  }
  if (pair.relation === "merged") {
    return isOld ? m.compare_merged_into({ place }) : m.compare_merged_from({ place });
  }
  return isOld ? m.compare_became_place({ place }) : m.compare_was_place({ place });
}

/** What changed, in words; empty for a pair in place with the same text. */
export function describe(difference: Difference): string {
  const { fate, moved, pairs } = difference;
  if (fate === "added") return m.compare_why_added();
  if (fate === "dropped") return m.compare_why_dropped();
  const facts = pairs.flatMap((pair) => factChanges(pair.changes)).map(factSentence);
  const relation = relationSentence(difference, facts.length > 0);
  // Another addressee already says that it stands elsewhere.
  const elsewhere = moved && !pairs.some((pair) => pair.changes.addressee);
  const place = elsewhere ? [m.compare_why_moved()] : [];
  return [...relation, ...facts, ...place].join("; ");
}

function relationSentence({ fate, oldNumbers, newNumbers }: Difference, facts: boolean): string[] {
  switch (fate) {
    case "reworded":
      return facts ? [] : [m.compare_why_reworded()];
    case "continued":
      return [m.compare_why_continued()];
    case "narrowed":
      return [m.compare_why_narrowed()];
    case "broadened":
      return [m.compare_why_broadened()];
    case "split":
      return [m.compare_why_split({ count: newNumbers.length })];
    case "merged":
      return [m.compare_why_merged({ count: oldNumbers.length })];
    default:
      return [];
  }
}

function factSentence(change: FactChange): string {
  const name = factName(change);
  const { old, new: now } = factValues(change);
  return m.compare_fact_changed({ name, old, new: now });
}

/** What kind of fact changed. */
export function factName({ kind }: FactChange): string {
  return {
    addressee: m.compare_fact_addressee,
    deadline: m.compare_fact_deadline,
    indicator: m.compare_fact_indicator,
    reference: m.compare_fact_reference,
  }[kind]();
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
  if (from !== null && to !== null && from !== to) return `${formatDate(from)} – ${formatDate(to)}`;
  if (to !== null) return formatDate(to);
  return from === null ? phrase : m.compare_since({ date: formatDate(from) });
}

function indicatorWords({ value, unit, relation }: Indicator): string {
  const amount = m.compare_amount({ value: formatNumber(value), unit });
  return relation === "<=" ? m.compare_at_most({ amount }) : amount;
}
