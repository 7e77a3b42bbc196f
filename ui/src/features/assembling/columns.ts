// The wordings of an item side by side, each with the words marked that make the difference.
import type { Resolution } from "../../ipc/generated/Resolution";
import { type Run, sideOf, wordRuns } from "../../lib/wording";
import { directiveOf } from "./draft";
import { type Item, type Option, optionsOf, type Variant, wordingBefore } from "./worklist";

/** A wording with what can be said of it. */
export interface Column {
  /** Nothing for the wording the draft has. */
  variant: Variant | null;
  runs: readonly Run[];
  /** Its options with their places among all of the item. */
  options: readonly { option: Option; at: number }[];
}

/** The wordings to be read, and the options that are about none of them alone. */
export function columnsOf(item: Item, draft: Resolution): { columns: Column[]; rest: Column["options"] } {
  const options = optionsOf(item).map((option, at) => ({ option, at }));
  const own = (variant: Variant | null): Column["options"] =>
    options.filter(({ option }) => option.variant === variant);
  const standing = item.id === null ? null : (directiveOf(draft, item.id)?.text ?? null);
  const inDraft = item.conflicts.length > 0 && item.variants.every(({ incoming }) => wordingBefore(incoming) === null);
  const [first] = item.variants;
  const columns: Column[] = item.variants.map((variant) => {
    const before = wordingBefore(variant.incoming);
    const text = variant.incoming.directive.text;
    let runs: Run[] = [{ op: "equal", text }];
    if (before !== null) runs = wordRuns(before, text);
    else if (inDraft && standing !== null) runs = sideOf(wordRuns(standing, text), "after");
    else if (first && variant !== first) {
      runs = sideOf(wordRuns(first.incoming.directive.text, text), "after");
    } else if (item.variants[1]) {
      // Two new wordings differ; neither of them takes the other one's place.
      const differing = sideOf(wordRuns(text, item.variants[1].incoming.directive.text), "before");
      runs = differing.map((run) => ({ ...run, op: run.op === "delete" ? "insert" : run.op }));
    }
    return { variant, runs, options: own(variant) };
  });
  if (inDraft && standing !== null && first) {
    const runs = sideOf(wordRuns(standing, first.incoming.directive.text), "before");
    columns.unshift({ variant: null, runs, options: [] });
  }
  return { columns, rest: own(null) };
}
