// The list of differences: one item for each relation a reader would talk about. A split or merged
// directive is one item with all its parts.
import type { ComparisonView } from "../../ipc/generated/ComparisonView";
import type { DocumentView } from "../../ipc/generated/DocumentView";
import type { Id } from "../../ipc/generated/Id";
import type { Pair } from "../../ipc/generated/Pair";
import type { Fate, Mark } from "./marks";
import { cellKey, shownNumber } from "./papers";
import { type Row, directivesOf } from "./rows";

/** Something a reader can stop at. */
export interface Difference {
  key: string;
  fate: Fate;
  moved: boolean;
  /** Numbers in the old document, in its order. */
  oldNumbers: string[];
  /** Numbers in the new document, in its order. */
  newNumbers: string[];
  /** Its text in the new document, or in the old one if it was dropped. */
  text: string;
  pairs: readonly Pair[];
  /** The least certain of its pairs, 0 to 1; `null` without a partner. */
  score: number | null;
  /** Cells it stands in, of both documents. */
  cells: readonly string[];
  /** Who it was and is given to, by their full names. */
  addressees: readonly string[];
  /** Slugs of what it is about. */
  themes: readonly string[];
  /** Only marks, capitals and forms of words differ. */
  light: boolean;
  /** A pair in it is neither sure nor confirmed by a person. */
  toCheck: boolean;
}

/** All differences and unchanged pairs, in the order they are met on the page. */
export function listDifferences(view: ComparisonView, rows: readonly Row[]): Difference[] {
  const byCell = new Map<string, Difference>();
  const about = aboutOf(view);
  const paired = bundle(view.comparison.pairs).map((pairs) => ofPairs(view, pairs, about));
  for (const difference of paired) {
    for (const cell of difference.cells) byCell.set(cell, difference);
  }
  const ordered = new Set<Difference>();
  for (const row of rows) {
    for (const cell of directivesOf(row)) {
      const known = byCell.get(cell.key);
      // A moved directive is listed where it stands now.
      if (known && (cell.side === "new" || row.pair !== null)) ordered.add(known);
      if (!known) {
        const [olds, news] = cell.side === "old" ? [[cell.id], []] : [[], [cell.id]];
        ordered.add({
          key: cell.key,
          fate: cell.side === "old" ? "dropped" : "added",
          moved: false,
          oldNumbers: cell.side === "old" ? [cell.number] : [],
          newNumbers: cell.side === "new" ? [cell.number] : [],
          text: cell.text,
          pairs: [],
          score: null,
          cells: [cell.key],
          ...about(olds, news),
          light: false,
          toCheck: false,
        });
      }
    }
  }
  // A directive in two bundles stands in the map once; no difference may go unlisted for that.
  for (const difference of paired) ordered.add(difference);
  return [...ordered];
}

/** Whether any of the chosen marks applies. */
export function hasMark(difference: Difference, marks: ReadonlySet<Mark>): boolean {
  return marks.has(difference.fate) || (difference.moved && marks.has("moved"));
}

/** Pairs of one split share the old directive, pairs of one merger the new one. */
function bundle(pairs: readonly Pair[]): Pair[][] {
  const bundles = new Map<string, Pair[]>();
  pairs.forEach((pair, at) => {
    const key =
      pair.relation === "split"
        ? `split-${pair.old.id}`
        : pair.relation === "merged"
          ? `merged-${pair.new.id}`
          : `pair-${at}`;
    const known = bundles.get(key);
    if (known) known.push(pair);
    else bundles.set(key, [pair]);
  });
  return [...bundles.values()];
}

function ofPairs(view: ComparisonView, pairs: readonly Pair[], about: About): Difference {
  const unique = (ids: string[]): string[] => [...new Set(ids)];
  const olds = unique(pairs.map((pair) => pair.old.id));
  const news = unique(pairs.map((pair) => pair.new.id));
  const [first] = pairs;
  return {
    key: `${olds.join("+")}>${news.join("+")}`,
    fate: first?.relation ?? "unchanged",
    moved: pairs.some((pair) => pair.moved),
    oldNumbers: olds.map((id) => shownNumber(view.old, id)),
    newNumbers: news.map((id) => shownNumber(view.new, id)),
    text: (first?.relation === "split" ? first.old.text : first?.new.text) ?? "",
    pairs,
    score: Math.min(...pairs.map((pair) => pair.score)),
    cells: [...olds.map((id) => cellKey("old", id)), ...news.map((id) => cellKey("new", id))],
    ...about(olds, news),
    light: pairs.every(isLight),
    toCheck: pairs.some((pair) => !pair.confirmed && pair.certainty !== "sure"),
  };
}

/** Nothing is said in another way: each changed word is only written or declined otherwise. */
function isLight({ relation, moved, changes, words }: Pair): boolean {
  const changed = words.filter((word) => word.op !== "equal");
  return (
    relation !== "unchanged" &&
    !moved &&
    Object.keys(changes).length === 0 &&
    changed.length > 0 &&
    changed.every((word) => word.light !== undefined)
  );
}

type About = (
  olds: readonly Id[],
  news: readonly Id[],
) => Pick<Difference, "addressees" | "themes">;

/** Tells of directives by their ids whom they concern and what they are about. */
function aboutOf(view: ComparisonView): About {
  const [old, now] = [addresseesOf(view.old), addresseesOf(view.new)];
  const all = <T>(olds: readonly T[][], news: readonly T[][]): T[] => [
    ...new Set([...olds, ...news].flat()),
  ];
  return (olds, news) => ({
    addressees: all(
      olds.map((id) => old.get(id) ?? []),
      news.map((id) => now.get(id) ?? []),
    ),
    themes: all(
      olds.map((id) => view.old_themes[id] ?? []),
      news.map((id) => view.new_themes[id] ?? []),
    ),
  });
}

/** The addressees of each directive by their full names, in the nominative where it is known. */
function addresseesOf({ resolution }: DocumentView): Map<Id, string[]> {
  const byId = new Map<Id, string[]>();
  for (const group of resolution.sections.flatMap((section) => section.groups)) {
    const bodies = group.bodies?.map((body) => body.name) ?? [];
    const names = (bodies.length > 0 ? bodies : group.addressees).map(capital);
    for (const { id, addressee } of group.directives) {
      byId.set(id, addressee === null ? names : [capital(addressee)]);
    }
  }
  return byId;
}

function capital(name: string): string {
  return name.charAt(0).toLocaleUpperCase("ru") + name.slice(1);
}
