// What came back as a list of things to decide, conflicts first, and what can be said of each.
// Nothing that came back is left out: what is word for word as it was is listed as well.
import type { Assembly } from "../../ipc/generated/Assembly";
import type { AssemblyView } from "../../ipc/generated/AssemblyView";
import type { Conflict } from "../../ipc/generated/Conflict";
import type { ConflictKind } from "../../ipc/generated/ConflictKind";
import type { Id } from "../../ipc/generated/Id";
import type { Incoming } from "../../ipc/generated/Incoming";
import type { IncomingParagraph } from "../../ipc/generated/IncomingParagraph";
import { besideLines } from "./beside";
import { directiveOf } from "./draft";

/** Kinds of things to decide, in the order of the list. */
export const KINDS = ["conflict", "edit", "new", "paragraph", "missing"] as const;
export type Kind = (typeof KINDS)[number];

/** A wording that came back, with every file that brings just this one. */
export interface Variant {
  keys: readonly string[];
  files: readonly string[];
  incoming: Incoming;
}

/** One thing to decide. */
export interface Item {
  /** Its name in the list, the same as long as the same files are there. */
  key: string;
  kind: Kind;
  conflicts: readonly ConflictKind[];
  variants: readonly Variant[];
  paragraph: IncomingParagraph | null;
  /** The directive of the draft it is about. */
  id: Id | null;
  /** The files that leave that directive out. */
  missingIn: readonly string[];
  /** All files it comes from. */
  files: readonly string[];
}

/** One thing that can be said of an item. */
export interface Option {
  does: "take" | "add" | "replace" | "both" | "remove" | "leave";
  variant: Variant | null;
  take: readonly string[];
  leave: readonly string[];
  /** A wording for a directive of the draft, where the thing itself would come in beside it. */
  replace: { id: Id; text: string } | null;
}

/** The name under which the leaving-out of a directive is decided. */
export const absence = (id: Id): string => `-${id}`;

/** Everything to decide, conflicts first. */
export function itemsOf(assembly: Assembly): Item[] {
  const { directives, paragraphs } = assembly;
  const edits = directives.filter(({ place }) => place.place === "edited");
  const news = directives.filter(({ place }) => place.place === "new");
  const items = [
    ...byDirective(edits).map((incoming) => editItem(assembly, incoming)),
    ...byConflict(news, assembly.conflicts).map((incoming) => newItem(assembly, incoming)),
    ...paragraphs.map(paragraphItem),
    ...missingItems(assembly, new Set(edits.map(idOf))),
  ];
  return KINDS.flatMap((kind) => items.filter((item) => item.kind === kind));
}

/** The directives that came back word for word, each once, with the files it is in. */
export function unchangedOf({ directives }: Assembly): Variant[] {
  const found = new Map<Id, Incoming[]>();
  for (const incoming of directives) {
    if (incoming.place.place !== "same") continue;
    const id = incoming.place.id;
    found.set(id, [...(found.get(id) ?? []), incoming]);
  }
  return [...found.values()].flatMap(variantsOf);
}

/** The directive of the draft an incoming one is; nothing for a new one. */
export function idOf({ place }: Incoming): Id | null {
  return place.place === "new" ? null : place.id;
}

/** The wording an edit was made from. */
export function wordingBefore({ place }: Incoming): string | null {
  if (place.place !== "edited") return null;
  return place.words.map(({ op, text }) => (op === "insert" ? "" : text)).join("");
}

/** Everything that can be said of an item, in the order of the keys. */
export function optionsOf(item: Item): Option[] {
  const all = [...item.variants.flatMap(({ keys }) => keys)];
  if (item.missingIn.length > 0 && item.id !== null) all.push(absence(item.id));
  if (item.paragraph) all.push(item.paragraph.key);
  const but = (taken: readonly string[]): string[] => all.filter((key) => !taken.includes(key));
  const say = (does: Option["does"], take: readonly string[], variant: Variant | null = null) => ({
    does,
    variant,
    take,
    leave: but(take),
    replace: null,
  });
  const options: Option[] = [];
  const news = item.variants.filter(({ incoming }) => incoming.place.place === "new");
  if (item.id !== null && item.kind === "conflict") {
    // The task is in the draft already: in its place, or beside it.
    for (const variant of news) {
      const replace = { id: item.id, text: variant.incoming.directive.text };
      options.push({ ...say("replace", [], variant), replace });
    }
    for (const variant of news) options.push(say("add", variant.keys.slice(0, 1), variant));
  } else {
    // The same new directive in two files comes in once.
    for (const variant of news) options.push(say("take", variant.keys.slice(0, 1), variant));
    if (news.length > 1) options.push(say("both", news.flatMap(({ keys }) => keys.slice(0, 1))));
  }
  for (const variant of item.variants) {
    if (!news.includes(variant)) options.push(say("take", variant.keys, variant));
  }
  if (item.paragraph) options.push(say("take", [item.paragraph.key]));
  if (item.missingIn.length > 0 && item.id !== null) options.push(say("remove", [absence(item.id)]));
  options.push(say("leave", []));
  return options;
}

/** What was said of an item; nothing while a part of it is open. What was said last counts. */
export function saidOf(item: Item, view: Pick<AssemblyView, "taken" | "left" | "draft">): Option | null {
  const left = new Set(view.left);
  const taken = new Set(view.taken);
  const holds = ({ take, leave, replace }: Option): boolean =>
    take.every((key) => taken.has(key) && !left.has(key)) &&
    leave.every((key) => left.has(key)) &&
    (replace === null || directiveOf(view.draft.resolution, replace.id)?.text === replace.text);
  return optionsOf(item).find(holds) ?? null;
}

/** The draft says something else than what a file was made from: it was changed meanwhile. */
export function driftOf(item: Item, { draft }: Pick<AssemblyView, "draft">): "changed" | "gone" | null {
  if (item.id === null || item.kind === "paragraph") return null;
  const standing = directiveOf(draft.resolution, item.id);
  if (!standing) return "gone";
  const before = item.variants.map(({ incoming }) => wordingBefore(incoming)).find((text) => text !== null);
  const known = [before, ...item.variants.map(({ incoming }) => incoming.directive.text)];
  return before === undefined || known.includes(standing.text) ? null : "changed";
}

/** Whether an item can be taken without a second look. */
export function isUndisputed(item: Item, view: Pick<AssemblyView, "draft">): boolean {
  switch (item.kind) {
    case "edit":
      return (
        driftOf(item, view) === null &&
        // Found by its words, not by its mark: most likely this one, not surely.
        item.variants.every(({ incoming: { place } }) => place.place === "edited" && place.anchored)
      );
    case "new":
      return true;
    case "paragraph":
      return item.paragraph?.part !== "unplaced";
    case "conflict":
    case "missing":
      return false;
  }
}

function editItem(assembly: Assembly, incoming: readonly Incoming[]): Item {
  const id = idOf(incoming[0]!);
  const missingIn = assembly.missing.filter((missing) => missing.id === id).map(({ file }) => file);
  const variants = variantsOf(incoming);
  const conflicts = kindsOf(assembly.conflicts.filter((conflict) => conflict.id === id), incoming);
  const disputed = variants.length > 1 || missingIn.length > 0;
  return item(disputed ? "conflict" : "edit", id, { variants, missingIn, conflicts });
}

function newItem(assembly: Assembly, incoming: readonly Incoming[]): Item {
  const about = assembly.conflicts.filter((conflict) =>
    conflict.incoming.some((key) => incoming.some((each) => each.key === key)),
  );
  const id = about.map((conflict) => conflict.id).find((id) => id !== null) ?? null;
  const conflicts = kindsOf(about, incoming);
  const variants = variantsOf(incoming);
  return item(about.length > 0 ? "conflict" : "new", id, { variants, conflicts });
}

function paragraphItem(paragraph: IncomingParagraph): Item {
  return { ...item("paragraph", null, {}), key: paragraph.key, paragraph, files: [paragraph.file] };
}

/** Directives that files leave out and no file edits. */
function missingItems({ missing }: Assembly, edited: ReadonlySet<Id | null>): Item[] {
  const files = new Map<Id, string[]>();
  for (const { id, file } of missing) files.set(id, [...(files.get(id) ?? []), file]);
  return [...files]
    .filter(([id]) => !edited.has(id))
    .map(([id, missingIn]) => item("missing", id, { missingIn }));
}

function item(
  kind: Kind,
  id: Id | null,
  { variants = [], missingIn = [], conflicts = [] }: Partial<Item>,
): Item {
  const files = [...new Set([...variants.flatMap(({ files }) => files), ...missingIn])];
  const key = variants[0]?.keys[0] ?? (id === null ? "" : absence(id));
  return { key, kind, id, variants, missingIn, conflicts, files, paragraph: null };
}

/** Conflict kinds in the order of their gravity, each once. */
function kindsOf(conflicts: readonly Conflict[], incoming: readonly Incoming[]): ConflictKind[] {
  const own = conflicts.filter(({ incoming: keys }) =>
    keys.some((key) => incoming.some((each) => each.key === key)),
  );
  const order: ConflictKind[] = ["two_edits", "contradiction", "duplicate", "edited_and_missing"];
  return order.filter((kind) => own.some((conflict) => conflict.kind === kind));
}

function variantsOf(incoming: readonly Incoming[]): Variant[] {
  const variants = new Map<string, Incoming[]>();
  for (const each of incoming) {
    const apart = each.place.place === "new" ? [each.heading] : besideLines(each).flat().map(({ text }) => text);
    const name = [each.directive.text, ...apart].join("\n");
    variants.set(name, [...(variants.get(name) ?? []), each]);
  }
  return [...variants.values()].map((same) => ({
    keys: same.map(({ key }) => key),
    files: [...new Set(same.map(({ file }) => file))],
    incoming: same[0]!,
  }));
}

function byDirective(edits: readonly Incoming[]): Incoming[][] {
  const found = new Map<Id | null, Incoming[]>();
  for (const edit of edits) found.set(idOf(edit), [...(found.get(idOf(edit)) ?? []), edit]);
  return [...found.values()];
}

/** New directives, those that a chain of conflicts joins together. */
function byConflict(news: readonly Incoming[], conflicts: readonly Conflict[]): Incoming[][] {
  const groups = news.map((incoming) => [incoming]);
  const at = (key: string): number => groups.findIndex((group) => group.some((each) => each.key === key));
  for (const { incoming: [first = "", ...rest] } of conflicts) {
    for (const key of rest) {
      const [into, from] = [at(first), at(key)];
      if (into === -1 || from === -1 || into === from) continue;
      groups[into]!.push(...groups[from]!);
      groups.splice(from, 1);
    }
  }
  const order = new Map(news.map(({ key }, at) => [key, at]));
  const place = ({ key }: Incoming): number => order.get(key) ?? 0;
  return groups.map((group) => group.toSorted((a, b) => place(a) - place(b)));
}
