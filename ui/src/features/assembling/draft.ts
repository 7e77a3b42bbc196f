// The draft as the list of things to decide needs it: where a directive stands, where a new one goes.
import type { Directive } from "../../ipc/generated/Directive";
import type { Group } from "../../ipc/generated/Group";
import type { Id } from "../../ipc/generated/Id";
import type { Incoming } from "../../ipc/generated/Incoming";
import type { Resolution } from "../../ipc/generated/Resolution";
import type { Section } from "../../ipc/generated/Section";

/** A directive and what it stands in. */
export interface Standing {
  section: Section;
  group: Group;
  directive: Directive;
}

/** Where a new directive goes. */
export type Landing =
  | { where: "after"; group: Group; directive: Id }
  | { where: "group"; group: Group }
  | { where: "new-group"; heading: string; section: Section }
  | { where: "new-section"; heading: string; title: string };

type Text = Pick<Resolution, "sections">;

/** A directive of a text and what it stands in. */
export function standingOf({ sections }: Text, id: Id): Standing | null {
  for (const section of sections) {
    for (const group of section.groups) {
      const directive = group.directives.find((each) => each.id === id);
      if (directive) return { section, group, directive };
    }
  }
  return null;
}

/** A directive of a text. */
export function directiveOf(text: Text, id: Id): Directive | null {
  return standingOf(text, id)?.directive ?? null;
}

/** Where the Rust side puts a new directive, by the same rules: after the one it follows in its
 *  file, else at the end of the addressee of that name, else under a new heading. */
export function landingOf(text: Text, { place, heading, section: title }: Incoming): Landing {
  const after = place.place === "new" && place.after !== null ? standingOf(text, place.after) : null;
  if (after && same(after.group.heading, heading)) {
    return { where: "after", group: after.group, directive: after.directive.id };
  }
  const section = text.sections.find((each) => same(each.title ?? "", title ?? ""));
  if (!section) return { where: "new-section", heading, title: title ?? "" };
  const group = section.groups.find((each) => same(each.heading, heading));
  return group ? { where: "group", group } : { where: "new-group", heading, section };
}

function same(a: string, b: string): boolean {
  return fold(a) === fold(b);
}

function fold(text: string): string {
  return text.toLowerCase().replaceAll("ё", "е").replace(/\s+/gu, " ").trim();
}
