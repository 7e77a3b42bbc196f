// Which rows of a long table are on the screen: only these, and a few around them, are made.

/** Rows made beyond the edges of the screen, so that a step of the wheel or of the focus finds them. */
const AROUND = 8;

/** From this many rows on, only those on the screen are made. */
export const MANY_ROWS = 150;

/** The first row to make, and the row after the last. */
export interface RowWindow {
  from: number;
  to: number;
}

/**
 * The rows to make of `count` rows of one height, when the table's first row stands `above` pixels over the
 * upper edge of what is seen.
 */
export function rowsToMake(count: number, height: number, above: number, seen: number): RowWindow {
  if (count <= MANY_ROWS) return { from: 0, to: count };
  const first = Math.floor(Math.max(0, above) / height);
  const from = Math.max(0, Math.min(first, count) - AROUND);
  const to = Math.min(count, first + Math.ceil(seen / height) + AROUND);
  return { from, to: Math.max(from, to) };
}
