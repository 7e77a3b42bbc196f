// What the screen says of files, places and decisions.
import { m } from "../../i18n";
import type { ConflictKind } from "../../ipc/generated/ConflictKind";
import type { Id } from "../../ipc/generated/Id";
import type { IncomingParagraph } from "../../ipc/generated/IncomingParagraph";
import type { Resolution } from "../../ipc/generated/Resolution";
import { landingOf, standingOf } from "./draft";
import type { FileTally } from "./tally";
import type { Item, Kind, Option } from "./worklist";

/** The printed numbers of the draft. */
export type Numbers = ReadonlyMap<Id, string>;

/** A printed number as a sentence names it: «п. 1.2». */
export function pointWords(number: string | undefined): string {
  return number === undefined ? "" : m.document_point({ number: number.replace(/\.$/, "") });
}

export function kindWords(kind: Kind): string {
  return {
    conflict: m.assemble_group_conflict,
    edit: m.assemble_group_edit,
    new: m.assemble_group_new,
    paragraph: m.assemble_group_paragraph,
    missing: m.assemble_group_missing,
  }[kind]();
}

export function conflictWords(kind: ConflictKind): string {
  return {
    two_edits: m.assemble_conflict_two_edits,
    contradiction: m.assemble_conflict_contradiction,
    duplicate: m.assemble_conflict_duplicate,
    edited_and_missing: m.assemble_conflict_edited_and_missing,
  }[kind]();
}

/** Where an item stands in the draft, or would come to stand. */
export function placeWords(item: Item, draft: Resolution, numbers: Numbers): string {
  if (item.paragraph) return paragraphWords(item.paragraph);
  if (item.id !== null) return standingWords(item.id, draft, numbers);
  const incoming = item.variants[0]?.incoming;
  if (!incoming) return "";
  const landing = landingOf(draft, incoming);
  switch (landing.where) {
    case "after": {
      const point = pointWords(numbers.get(landing.directive));
      return m.assemble_after({ point, heading: headingWords(landing.group.heading) });
    }
    case "group":
      return m.assemble_at_end({ heading: headingWords(landing.group.heading) });
    case "new-group":
      return m.assemble_new_heading({ heading: headingWords(landing.heading) });
    case "new-section": {
      const { title } = landing;
      const heading = headingWords(landing.heading);
      return title
        ? m.assemble_new_section({ title, heading })
        : m.assemble_new_section_plain({ heading });
    }
  }
}

function standingWords(id: Id, draft: Resolution, numbers: Numbers): string {
  const standing = standingOf(draft, id);
  if (!standing) return m.assemble_at_gone();
  return m.assemble_at({
    point: pointWords(numbers.get(id)),
    heading: headingWords(standing.group.heading),
  });
}

function headingWords(heading: string): string {
  return heading === "" ? m.document_no_addressee() : heading;
}

function paragraphWords({ part, section }: IncomingParagraph): string {
  const named = { section: section ?? m.assemble_section_whole() };
  return {
    preamble: () => m.assemble_paragraph_preamble(),
    finding: () => m.assemble_paragraph_finding(named),
    problem: () => m.assemble_paragraph_problem(named),
    closing: () => m.assemble_paragraph_closing(),
    unplaced: () => m.assemble_paragraph_unplaced(),
  }[part]();
}

/** What a button says. */
export function optionWords({ does, replace }: Option, { kind, variants }: Item, numbers: Numbers): string {
  switch (does) {
    case "take":
      return variants.length > 1 ? m.assemble_say_take_this() : m.assemble_say_take();
    case "add":
      return m.assemble_say_add();
    case "replace":
      return m.assemble_say_replace({ point: pointWords(numbers.get(replace?.id ?? "")) });
    case "both":
      return m.assemble_say_both();
    case "remove":
      return m.assemble_say_remove();
    case "leave":
      return addsOnly(kind, variants) ? m.assemble_say_skip() : m.assemble_say_leave();
  }
}

/** What was said, in a word beside the item. */
export function saidWords({ does }: Option, { kind, variants }: Item): string {
  switch (does) {
    case "take":
    case "add":
      return m.assemble_said_take();
    case "replace":
      return m.assemble_said_replace();
    case "both":
      return m.assemble_said_both();
    case "remove":
      return m.assemble_said_remove();
    case "leave":
      return addsOnly(kind, variants) ? m.assemble_said_skip() : m.assemble_said_leave();
  }
}

/** Whether leaving a thing means that the draft does not get it at all. */
function addsOnly(kind: Kind, variants: Item["variants"]): boolean {
  return kind === "paragraph" || kind === "new" || (variants.length > 0 && variants.every(isNew));
}

function isNew({ incoming }: Item["variants"][number]): boolean {
  return incoming.place.place === "new";
}

/** What a file brought, the weightiest first. */
export function tallyWords(file: FileTally): string[] {
  const { conflicts, edited, new: fresh, paragraphs, missing, unchanged } = file;
  return [
    conflicts > 0 ? m.assemble_count_conflicts({ count: conflicts }) : "",
    edited > 0 ? m.assemble_count_edited({ count: edited }) : "",
    fresh > 0 ? m.assemble_count_new({ count: fresh }) : "",
    paragraphs > 0 ? m.assemble_count_paragraphs({ count: paragraphs }) : "",
    missing > 0 ? m.assemble_count_missing({ count: missing }) : "",
    m.assemble_count_unchanged({ count: unchanged }),
  ].filter((words) => words !== "");
}
