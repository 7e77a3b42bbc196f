// Invented comparisons for tests: documents and pairs from as few words as possible.
import type { Comparison } from "../../ipc/generated/Comparison";
import type { ComparisonView } from "../../ipc/generated/ComparisonView";
import type { DocumentView } from "../../ipc/generated/DocumentView";
import type { Group } from "../../ipc/generated/Group";
import type { Pair } from "../../ipc/generated/Pair";
import type { Relation } from "../../ipc/generated/Relation";

/** An addressee heading and the directives under it, each `"id text"`. */
export type SampleGroup = [heading: string, ...directives: string[]];

/** A document of one untitled session. */
export function sampleDocument(id: string, groups: SampleGroup[]): DocumentView {
  const numbers: Record<string, string> = {};
  const built = groups.map(([heading, ...directives], g): Group => {
    numbers[`${id}-g${g}`] = `${g + 1}.`;
    return {
      id: `${id}-g${g}`,
      number: null,
      heading,
      addressees: [heading],
      partners: [],
      deadlines: [],
      source: null,
      directives: directives.map((words, d) => {
        const [name = "", ...text] = words.split(" ");
        numbers[name] = `${g + 1}.${d + 1}.`;
        return {
          id: name,
          text: text.join(" "),
          lead: null,
          addressee: null,
          deadlines: [],
          indicators: [],
          references: [],
          source: null,
        };
      }),
    };
  });
  const event = { name: null, theme: null, held_on: [], municipality: null, region: null };
  return {
    card: {
      id,
      shelf: "own",
      title: id,
      kind: "resolution",
      draft: false,
      status: "adopted",
      event: null,
      theme: null,
      municipality: "Озёрский район",
      region: "Заречная область",
      adopted_on: null,
      directives: built.reduce((sum, group) => sum + group.directives.length, 0),
      doubts: 0,
      source_name: `${id}.docx`,
      changed_at: "2026-08-27T10:00:00Z",
      revision: 1,
    },
    resolution: {
      schema: "svod.resolution/1" as DocumentView["resolution"]["schema"],
      kind: "resolution",
      draft: false,
      title: id,
      event,
      adopted_on: null,
      adoption: null,
      place: null,
      preamble: [],
      sections: [
        { id: `${id}-s`, title: null, findings: [], problems: [], lead_in: null, groups: built },
      ],
      closing: [],
      unplaced: [],
      diagnostics: [],
    },
    numbers,
    format: "docx" as DocumentView["format"],
    encoding: null,
    lines: [],
    placements: [],
    corrections: [],
  };
}

/** What to say of a pair beyond its ids and relation. */
export type SamplePair = [old: string, now: string, relation: Relation, more?: Partial<Pair>];

/** A comparison of two documents; directives of no pair are dropped or added. */
export function sampleView(
  oldGroups: SampleGroup[],
  newGroups: SampleGroup[],
  samplePairs: SamplePair[],
): ComparisonView {
  const [old, now] = [sampleDocument("old", oldGroups), sampleDocument("new", newGroups)];
  const parts = (document: DocumentView): { id: string; text: string }[] =>
    document.resolution.sections.flatMap((section) =>
      section.groups.flatMap((group) => group.directives.map(({ id, text }) => ({ id, text }))),
    );
  const [olds, news] = [parts(old), parts(now)];
  const find = (list: { id: string; text: string }[], id: string): { id: string; text: string } =>
    list.find((part) => part.id === id) ?? { id, text: "" };
  const pairs = samplePairs.map(
    ([oldId, newId, relation, more]): Pair => ({
      old: find(olds, oldId),
      new: find(news, newId),
      relation,
      score: 0.97,
      certainty: "sure",
      reasons: [],
      confirmed: false,
      moved: false,
      changes: {},
      words: [
        { op: "delete", text: find(olds, oldId).text },
        { op: "insert", text: find(news, newId).text },
      ],
      ...more,
    }),
  );
  const comparison: Comparison = {
    schema: "svod.comparison/1",
    old: { title: "old", adopted_on: null },
    new: { title: "new", adopted_on: null },
    pairs,
    dropped: olds.filter((part) => !pairs.some((pair) => pair.old.id === part.id)),
    added: news.filter((part) => !pairs.some((pair) => pair.new.id === part.id)),
    possible: [],
    summary: {},
  };
  return { comparison, old, new: now, decisions: [], themes: [], old_themes: {}, new_themes: {} };
}
