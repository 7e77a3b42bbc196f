// Where parts of a document stand, as a sentence names it.
import { m } from "../i18n";
import type { Id } from "../ipc/generated/Id";
import type { Section } from "../ipc/generated/Section";

/** How much of a section's title stands beside a point, in characters. */
const TITLE_MOST = 20;

/** A printed number as a sentence names it: «п. 1.2». */
export function pointWords(number: string): string {
  return m.document_point({ number: number.replace(/\.$/, "") });
}

/**
 * Points by the ids of their parts. Sections that count anew share their numbers: there the section is
 * named as well.
 */
export function pointsOf(
  sections: readonly Pick<Section, "id" | "title" | "groups">[],
  numberOf: (id: Id) => string | undefined,
): ReadonlyMap<Id, string> {
  const parts = sections.map(({ groups }) =>
    groups.flatMap(({ id, directives }) => [id, ...directives.map((directive) => directive.id)]),
  );
  const seen = new Map<string, Set<number>>();
  parts.forEach((ids, section) => {
    for (const id of ids) {
      const number = numberOf(id);
      if (number !== undefined) seen.set(number, (seen.get(number) ?? new Set()).add(section));
    }
  });
  const words = new Map<Id, string>();
  parts.forEach((ids, at) => {
    const section = sectionWords(sections[at]!.title, at);
    for (const id of ids) {
      const number = numberOf(id);
      if (number === undefined) continue;
      const point = pointWords(number);
      const repeats = (seen.get(number)?.size ?? 0) > 1;
      // The number stays with its sign where the line breaks.
      const kept = point.replace(" ", "\u00a0");
      words.set(id, repeats ? m.document_point_in({ section, point: kept }) : point);
    }
  });
  return words;
}

/** A section's name short enough to stand beside a number: its words in guillemets say most. */
function sectionWords(title: string | null, at: number): string {
  const whole = title?.trim() ?? "";
  if (whole === "") return m.document_part_section({ number: at + 1 });
  const name = /\u00ab(.+)\u00bb/u.exec(whole)?.[1] ?? whole;
  if (name.length <= TITLE_MOST) return name;
  const cut = name.slice(0, TITLE_MOST + 1);
  const end = cut.lastIndexOf(" ");
  return `${cut.slice(0, end > 0 ? end : TITLE_MOST).replace(/[\s,;:]+$/, "")}\u2026`;
}
