// Whether an editor that was left can go on: whether the text is the one it was left with.
import type { Node } from "prosemirror-model";
import type { DirectiveRest } from "./schema";

/**
 * Whether two documents say the same. What the back end recognises in the words (deadlines, targets, references,
 * bodies) is not asked for: an editor has it as it was when it was opened.
 */
export function saysTheSame(left: Node, now: Node): boolean {
  if (left.isText) return left.text === now.text;
  return (
    left.type === now.type &&
    left.childCount === now.childCount &&
    JSON.stringify(stated(left)) === JSON.stringify(stated(now)) &&
    Array.from({ length: left.childCount }, (_, n) => n).every((n) => saysTheSame(left.child(n), now.child(n)))
  );
}

function stated({ attrs: { rest, ...attrs } }: Node): unknown {
  const { addressee, result, cells, denied } = (rest ?? {}) as Partial<DirectiveRest>;
  return [attrs, addressee, result, cells, denied];
}
