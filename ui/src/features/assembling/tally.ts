// What each file brought, in numbers.
import type { AssemblyView } from "../../ipc/generated/AssemblyView";
import type { Error as BackendError } from "../../ipc/generated/Error";
import type { Item } from "./worklist";

/** A file that came back. */
export interface FileTally {
  /** Nothing for one that could not be read. */
  key: string | null;
  name: string;
  error: BackendError | null;
  unchanged: number;
  edited: number;
  new: number;
  paragraphs: number;
  missing: number;
  conflicts: number;
  /** Of its items, how many are not decided yet. */
  open: number;
}

/** Every file with its numbers, in the order of the names; those that could not be read first. */
export function tallyOf(view: AssemblyView, items: readonly Item[], open: ReadonlySet<string>): FileTally[] {
  const { directives, paragraphs, missing } = view.assembly;
  const tally = view.files.map(({ key, name, error }): FileTally => {
    const own = directives.filter(({ file }) => file === key);
    const placed = (place: "same" | "edited" | "new"): number =>
      own.filter((incoming) => incoming.place.place === place).length;
    const mine = items.filter(({ files }) => key !== null && files.includes(key));
    return {
      key,
      name,
      error,
      unchanged: placed("same"),
      edited: placed("edited"),
      new: placed("new"),
      paragraphs: paragraphs.filter(({ file }) => file === key).length,
      missing: missing.filter(({ file }) => file === key).length,
      conflicts: mine.filter(({ kind }) => kind === "conflict").length,
      open: mine.filter((item) => open.has(item.key)).length,
    };
  });
  return tally.toSorted(
    (a, b) => Number(a.key !== null) - Number(b.key !== null) || a.name.localeCompare(b.name, "ru"),
  );
}
