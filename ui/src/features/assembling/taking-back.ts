// Edits that take a thing out of the draft again, or put it back.
import type { BesideChange } from "../../ipc/generated/BesideChange";
import type { Edit } from "../../ipc/generated/Edit";
import type { Resolution } from "../../ipc/generated/Resolution";
import { withBeside } from "./beside";
import { directiveOf, standingOf } from "./draft";
import { absence, type Item, type Option, wordingBefore } from "./worklist";

/** The drafts before something was taken, by its name. */
export type Before = ReadonlyMap<string, Resolution>;

/**
 * The edits that undo what was said of an item; nothing if that cannot be known any more: what was
 * removed in an earlier visit of the screen is in the revisions only.
 */
export function takenBack(item: Item, said: Option, now: Resolution, before: Before): Edit[] | null {
  if (said.does === "leave") return [];
  if (said.does === "remove") return putBack(item, now, before);
  if (said.replace !== null) {
    const text = textBefore(said.variant?.keys[0] ?? item.key, said.replace.id, before);
    return text === null ? null : reworded(now, said.replace.id, text);
  }
  if (item.paragraph) return withoutParagraph(item, now);
  const edits: Edit[] = [];
  const taken = item.variants.filter(({ keys }) => keys.some((key) => said.take.includes(key)));
  for (const { incoming, keys } of taken) {
    const { place, directive } = incoming;
    if (place.place === "edited") {
      const text = textBefore(keys[0] ?? "", place.id, before) ?? wordingBefore(incoming) ?? "";
      edits.push(...reworded(now, place.id, text, place.beside));
    } else {
      edits.push(...withoutNew(now, directive.text, edits, before.get(keys[0] ?? "")));
    }
  }
  return edits;
}

function textBefore(key: string, id: string, before: Before): string | null {
  const draft = before.get(key);
  return draft ? (directiveOf(draft, id)?.text ?? null) : null;
}

function reworded(now: Resolution, id: string, text: string, beside?: BesideChange): Edit[] {
  const directive = directiveOf(now, id);
  if (!directive) return [];
  const said = beside ? withBeside(directive, beside.after, beside.before) : directive;
  return [{ edit: "set_directive", directive: { ...said, text } }];
}

/** Takes a new directive out, with a heading and a session that came in with it. */
function withoutNew(
  now: Resolution,
  text: string,
  done: readonly Edit[],
  before: Resolution | undefined,
): Edit[] {
  const stood = new Set(before?.sections.flatMap(({ groups }) => groups).map(({ id }) => id));
  const gone = new Set(done.flatMap((edit) => ("id" in edit ? [edit.id] : [])));
  for (const section of now.sections.toReversed()) {
    for (const group of section.groups.toReversed()) {
      const directive = group.directives.findLast((each) => each.text === text && !gone.has(each.id));
      if (!directive) continue;
      if (group.directives.length > 1 || stood.has(group.id)) return [{ edit: "remove_directive", id: directive.id }];
      const { findings, problems, groups } = section;
      const alone = groups.length === 1 && findings.length + problems.length === 0;
      if (alone && now.sections.length > 1) return [{ edit: "remove_section", id: section.id }];
      return [{ edit: "remove_group", id: group.id }];
    }
  }
  return [];
}

function putBack({ id }: Item, now: Resolution, before: Before): Edit[] | null {
  if (id === null) return null;
  if (directiveOf(now, id)) return [];
  const draft = before.get(absence(id));
  const stood = draft ? standingOf(draft, id) : null;
  const group = stood && now.sections.flatMap(({ groups }) => groups).find((g) => g.id === stood.group.id);
  if (!stood || !group) return null;
  const earlier = stood.group.directives.slice(0, stood.group.directives.indexOf(stood.directive));
  const neighbour = earlier.findLast((each) => group.directives.some((other) => other.id === each.id));
  const index = neighbour ? group.directives.findIndex((each) => each.id === neighbour.id) + 1 : 0;
  return [{ edit: "insert_directive", group: group.id, index, directive: stood.directive }];
}

function withoutParagraph({ paragraph }: Item, now: Resolution): Edit[] {
  if (!paragraph) return [];
  const { text, part } = paragraph;
  const without = (texts: readonly string[]): string[] => texts.toSpliced(texts.lastIndexOf(text), 1);
  if (part === "preamble") {
    return now.preamble.includes(text)
      ? [{ edit: "set_preamble", paragraphs: without(now.preamble) }]
      : [];
  }
  if (part === "closing" || part === "unplaced") {
    return now.closing.includes(text)
      ? [{ edit: "set_closing", paragraphs: without(now.closing) }]
      : [];
  }
  const list = part === "finding" ? "findings" : "problems";
  const section = now.sections.findLast((each) => each[list].includes(text));
  if (!section) return [];
  const { id, title, findings, problems, lead_in, groups } = section;
  if (groups.length === 0 && findings.length + problems.length === 1) {
    return [{ edit: "remove_section", id }];
  }
  const head = { title, findings, problems, lead_in, [list]: without(section[list]) };
  return [{ edit: "set_section", id, head }];
}
