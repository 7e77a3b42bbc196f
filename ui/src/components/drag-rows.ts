// Rows of a list dragged to another place by pointer. HTML's own drag and drop does not work in
// every window the program runs in, so these are plain pointer events.

/** What a list allows and is told. */
export interface DragRows {
  movable: (id: string) => boolean;
  /** The row `id` was let go on `onto`; `after` is that row's lower half. */
  ondrop: (id: string, onto: string, after: boolean) => void;
}

/** How far the pointer goes before a press is a drag. */
const SLACK = 5;

interface Drag {
  id: string;
  y: number;
  moving: boolean;
}

/** Lets the rows (`[data-id]`) of a list be dragged; gives the way to stop. */
export function dragRows(list: HTMLElement, rows: DragRows): () => void {
  let drag: Drag | null = null;
  let marked: HTMLElement | null = null;

  const rowAt = (x: number, y: number): HTMLElement | null => {
    const row = document.elementFromPoint(x, y)?.closest<HTMLElement>("[data-id]") ?? null;
    return row && list.contains(row) ? row : null;
  };
  const mark = (row: HTMLElement | null, after: boolean): void => {
    if (marked && marked !== row) delete marked.dataset["drop"];
    marked = row;
    if (row) row.dataset["drop"] = after ? "after" : "before";
  };
  const half = (row: HTMLElement, y: number): boolean => {
    const { top, height } = row.getBoundingClientRect();
    return y > top + height / 2;
  };
  const stop = (): void => {
    mark(null, false);
    list.classList.remove("dragging");
    drag = null;
  };

  const down = (event: PointerEvent): void => {
    const id = rowAt(event.clientX, event.clientY)?.dataset["id"];
    if (event.button !== 0 || id === undefined || !rows.movable(id)) return;
    drag = { id, y: event.clientY, moving: false };
  };
  const move = (event: PointerEvent): void => {
    if (!drag) return;
    if (!drag.moving && Math.abs(event.clientY - drag.y) < SLACK) return;
    drag.moving = true;
    list.classList.add("dragging");
    const row = rowAt(event.clientX, event.clientY);
    mark(row?.dataset["id"] === drag.id ? null : row, row !== null && half(row, event.clientY));
  };
  const up = (event: PointerEvent): void => {
    const [was, onto] = [drag, marked];
    const after = onto?.dataset["drop"] === "after";
    stop();
    if (!was?.moving) return;
    // The click that follows a drag chooses nothing.
    const swallow = (click: MouseEvent): void => click.stopPropagation();
    window.addEventListener("click", swallow, { capture: true, once: true });
    setTimeout(() => window.removeEventListener("click", swallow, { capture: true }), 0);
    const id = onto?.dataset["id"];
    if (id !== undefined) rows.ondrop(was.id, id, after);
    event.preventDefault();
  };
  const key = (event: KeyboardEvent): void => {
    if (event.code !== "Escape" || !drag?.moving) return;
    event.stopPropagation();
    stop();
  };

  list.addEventListener("pointerdown", down);
  window.addEventListener("pointermove", move);
  window.addEventListener("pointerup", up);
  window.addEventListener("pointercancel", stop);
  window.addEventListener("keydown", key, true);
  return () => {
    list.removeEventListener("pointerdown", down);
    window.removeEventListener("pointermove", move);
    window.removeEventListener("pointerup", up);
    window.removeEventListener("pointercancel", stop);
    window.removeEventListener("keydown", key, true);
  };
}
