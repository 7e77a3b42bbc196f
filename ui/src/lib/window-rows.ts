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
 * upper edge of what is seen; all of them if there are not `many`.
 */
export function rowsToMake(count: number, height: number, above: number, seen: number, many = MANY_ROWS): RowWindow {
  if (count <= many) return { from: 0, to: count };
  const first = Math.floor(Math.max(0, above) / height);
  const from = Math.max(0, Math.min(first, count) - AROUND);
  const to = Math.min(count, first + Math.ceil(seen / height) + AROUND);
  return { from, to: Math.max(from, to) };
}

/**
 * Tells how far a table stands over the upper edge of the pane it scrolls in, and how much of it is seen: at
 * once, and whenever that changes. Gives the way to stop.
 */
export function followPane(rows: HTMLElement, tell: (above: number, seen: number) => void): () => void {
  const pane = rows.closest<HTMLElement>("[data-pane]");
  if (!pane) return () => undefined;
  const measure = (): void => {
    // Off the page it has no height: what was seen last stays.
    if (pane.clientHeight === 0) return;
    tell(pane.getBoundingClientRect().top - rows.getBoundingClientRect().top, pane.clientHeight);
  };
  measure();
  const watch = new ResizeObserver(measure);
  watch.observe(pane);
  pane.addEventListener("scroll", measure, { passive: true });
  return () => {
    watch.disconnect();
    pane.removeEventListener("scroll", measure);
  };
}
