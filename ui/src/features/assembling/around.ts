// Which directives of the draft came out of what was taken.
import type { Id } from "../../ipc/generated/Id";
import type { Resolution } from "../../ipc/generated/Resolution";
import type { Item, Option } from "./worklist";

/** The directives that have what was taken, by the name of the item. */
export function takenIds(
  items: readonly Item[],
  said: ReadonlyMap<string, Option>,
  { sections }: Pick<Resolution, "sections">,
): Map<string, Id> {
  const known = new Set(items.map(({ id }) => id));
  const directives = sections.flatMap(({ groups }) => groups).flatMap((group) => group.directives);
  const taken = new Map<string, Id>();
  for (const item of items) {
    const option = said.get(item.key);
    if (!option || option.does === "leave" || option.does === "remove") continue;
    const isEdit = option.replace !== null || option.variant?.incoming.place.place === "edited";
    const text = (option.variant ?? item.variants[0])?.incoming.directive.text;
    const id = isEdit
      ? item.id
      : directives.findLast((each) => each.text === text && !known.has(each.id))?.id;
    if (id) taken.set(item.key, id);
  }
  return taken;
}
