// The rows of a tree as they stand on the screen, folded branches left out.

/** A node of a tree. */
export interface TreeNode {
  id: string;
  label: string;
  count?: number;
  children?: readonly TreeNode[];
}

/** A node as a row: its level from 1, and whether it is open (`null` without children). */
export interface TreeRow {
  id: string;
  label: string;
  count?: number | undefined;
  level: number;
  open: boolean | null;
}

/** The visible rows in order. */
export function flatten(
  nodes: readonly TreeNode[],
  closed: ReadonlySet<string>,
  level = 1,
): TreeRow[] {
  return nodes.flatMap(({ id, label, count, children = [] }) => {
    const open = children.length === 0 ? null : !closed.has(id);
    const row: TreeRow = { id, label, count, level, open };
    return open ? [row, ...flatten(children, closed, level + 1)] : [row];
  });
}
