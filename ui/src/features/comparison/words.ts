// What the window says about a comparison. Every sentence comes whole from the catalogue.
import { m } from "../../i18n";
import type { Certainty } from "../../ipc/generated/Certainty";
import type { ComparisonView } from "../../ipc/generated/ComparisonView";
import type { Pair } from "../../ipc/generated/Pair";
import type { State } from "../../ipc/generated/State";
import { formatDateLong } from "../../lib/format";
import type { Difference } from "./differences";
import { factNames, factValues } from "./fact-words";
import { type FactChange, factChanges } from "./facts";
import { type Fate, type Mark, leadingMark } from "./marks";
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

/** How certain the least certain of some pairs is. */
export function certaintyWords(pairs: readonly Pick<Pair, "certainty">[]): string {
  const has = (certainty: Certainty): boolean => pairs.some((pair) => pair.certainty === certainty);
  if (has("possible")) return m.compare_possible();
  return has("probable") ? m.compare_probable() : m.compare_sure();
}

/** Status, day and size of a state, as the head of its paper; two revisions of one document are
 *  told apart by their numbers. */
export function documentLine(view: ComparisonView, side: PaperSide, state: State | null): string {
  const document = view[side];
  const { adopted_on, directives, draft, revision, source_name } = document.card;
  const count = m.compare_directives({ count: directives });
  const line = draft
    ? m.compare_draft({ count })
    : adopted_on === null
      ? count
      : m.compare_adopted({ date: formatDateLong(adopted_on), count });
  if (state?.kind === "file") return `${m.compare_file_name({ name: source_name })}, ${line}`;
  if (state?.revision === undefined && view.old.card.id !== view.new.card.id) return line;
  return m.compare_revision_of({ number: revision, line });
}

/** «1.2 → 1.3, 1.4» for the list. */
export function numbersOf({ oldNumbers, newNumbers }: Difference): string {
  const sides = [oldNumbers, newNumbers].filter((side) => side.length > 0);
  return sides.map((side) => side.join(", ")).join(" → ");
}

/** «п. 1.2 → пп. 1.3, 1.4» for the explanation. */
export function placeOf({
  oldNumbers,
  newNumbers,
}: Pick<Difference, "oldNumbers" | "newNumbers">): string {
  const sides = [oldNumbers, newNumbers].filter((side) => side.length > 0);
  return sides.map(points).join(" → ");
}

/** «п. 1.2 → п. 1.3» of one pair. */
export function pairPlace(view: ComparisonView, pair: Pair): string {
  const [old, now] = [shownNumber(view.old, pair.old.id), shownNumber(view.new, pair.new.id)];
  return placeOf({ oldNumbers: [old], newNumbers: [now] });
}

/** Numbers as a sentence quotes them. */
export function points(numbers: readonly string[]): string {
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

/** What changed, facts first; empty where the mark says everything. */
export function describe(difference: Difference): string {
  const { moved, pairs } = difference;
  // What changed of every part of a split task is said once.
  const facts = [...new Set(pairs.flatMap((pair) => factSentences(factChanges(pair.changes))))];
  const relation = relationSentence(difference, facts.length > 0);
  // Another addressee already says that it stands elsewhere.
  const elsewhere = moved && !pairs.some((pair) => pair.changes.addressee);
  const place = elsewhere ? [m.compare_why_moved()] : [];
  return [...facts, ...relation, ...place].join("; ");
}

/** How a difference's directives relate, where that says more than its facts do. */
export function relationSentence({ fate, oldNumbers, newNumbers }: Difference, facts: boolean): string[] {
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

/** «срок: 1 октября 2026 → 15 апреля 2027». */
function factSentences(changes: readonly FactChange[]): string[] {
  const names = factNames(changes);
  return changes.map((change, at) => {
    const { old, new: now } = factValues(change);
    return m.compare_fact_changed({ name: names[at] ?? "", old, new: now });
  });
}
