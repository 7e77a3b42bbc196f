// The whole comparison in a few sentences that can be read aloud in a minute.
import { m } from "../../i18n";
import type { Changes } from "../../ipc/generated/Changes";
import { formatList } from "../../lib/format";
import type { ComparisonState } from "./comparison.svelte";
import type { Difference } from "./differences";
import { optionsOf } from "./filters";
import type { Fate } from "./marks";
import { markWord } from "./words";

/** Fates that are told in one list, because they are few. */
const ALSO: readonly Fate[] = ["narrowed", "broadened", "split", "merged"];
/** As many themes as one keeps in mind. */
const THEMES = 3;

/** What there is to tell. */
export type Told = Pick<ComparisonState, "view" | "differences" | "toCheck">;

/** The sentences, in the order of telling. */
export function summarySentences({ view, differences, toCheck }: Told): string[] {
  const count = (fate: Fate): number => differences.filter((each) => each.fate === fate).length;
  const size = m.compare_sum_size({
    old: m.compare_directives({ count: view.old.card.directives }),
    new: m.compare_directives({ count: view.new.card.directives }),
  });
  const told = differences.filter(({ fate, moved }) => fate !== "unchanged" || moved);
  if (told.length === 0) return differences.length > 0 ? [size, m.compare_sum_same()] : [size];
  const some = (count: number, sentence: (count: { count: number }) => string): string[] =>
    count > 0 ? [sentence({ count })] : [];
  return [
    size,
    ...some(count("unchanged"), m.compare_sum_kept),
    ...changed(differences),
    ...some(count("continued"), m.compare_sum_continued),
    ...also(differences),
    ...some(count("added"), m.compare_sum_added),
    ...some(count("dropped"), m.compare_sum_dropped),
    ...themes(view.themes, told),
    ...some(toCheck.length, m.compare_sum_check),
  ];
}

function changed(differences: readonly Difference[]): string[] {
  const found = differences.filter(({ fate }) => fate === "reworded");
  const count = found.length;
  if (count === 0) return [];
  const how = (kind: keyof Changes, words: (count: { count: number }) => string): string[] => {
    const many = found.filter(({ pairs }) => pairs.some((pair) => pair.changes[kind])).length;
    return many > 0 ? [words({ count: many })] : [];
  };
  const details = [
    ...how("deadlines", m.compare_sum_dates),
    ...how("indicators", m.compare_sum_targets),
    ...how("addressee", m.compare_sum_addressees),
    ...how("references", m.compare_sum_references),
  ];
  if (details.length === 0) return [m.compare_sum_changed({ count })];
  return [m.compare_sum_changed_how({ count, list: formatList(details) })];
}

function also(differences: readonly Difference[]): string[] {
  const items = [
    ...ALSO.map((fate) => ({
      what: markWord(fate),
      count: differences.filter((each) => each.fate === fate).length,
    })),
    { what: markWord("moved"), count: differences.filter((each) => each.moved).length },
  ].filter(({ count }) => count > 0);
  if (items.length === 0) return [];
  return [m.compare_sum_also({ list: formatList(items.map((item) => m.compare_of(item))) })];
}

function themes(names: Told["view"]["themes"], told: readonly Difference[]): string[] {
  const most = optionsOf(told, (difference) => difference.themes)
    .filter(({ count }) => count > 1)
    .slice(0, THEMES);
  if (most.length === 0) return [];
  const list = most.map(({ name, count }) => {
    const found = names.find(({ slug }) => slug === name);
    return m.compare_sum_theme({ name: inSentence(found?.name ?? name), count });
  });
  return [m.compare_sum_themes({ list: formatList(list) })];
}

/** A name inside a sentence; an abbreviation keeps its capitals. */
function inSentence(name: string): string {
  const [first = "", second = ""] = name;
  const abbreviation = second === second.toLocaleUpperCase("ru");
  return abbreviation ? name : first.toLocaleLowerCase("ru") + name.slice(1);
}
