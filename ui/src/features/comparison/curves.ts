// Drawing of the curves that join the two places of one task.

/** A curve from a cell of the old paper to a cell of the new one. */
export interface Curve {
  from: string;
  to: string;
  kind: "moved" | "split";
  current: boolean;
}

/** Where a cell stands in the scrolled content, in pixels. */
interface Place {
  left: number;
  right: number;
  y: number;
}

/** Places of cells by their keys. */
export type Places = ReadonlyMap<string, Place>;

/** Where the cells of curves stand; rows out of sight answer with their guessed places, which is enough. */
export function placesOf(area: HTMLElement, curves: readonly Curve[]): Places {
  const base = area.getBoundingClientRect();
  const places = new Map<string, Place>();
  for (const key of curves.flatMap(({ from, to }) => [from, to])) {
    if (places.has(key)) continue;
    const cell = area.querySelector<HTMLElement>(`[data-cells="${CSS.escape(key)}"]`);
    const row = cell?.parentElement?.getBoundingClientRect();
    if (!cell || !row) continue;
    const isLeft = cell.classList.contains("left");
    const gap = innerWidth > 1300 ? 112 : 56;
    const paper = (row.width - gap) / 2;
    places.set(key, {
      left: (isLeft ? row.left : row.right - paper) - base.left,
      right: (isLeft ? row.left + paper : row.right) - base.left,
      y: row.top + row.height / 2 - base.top + area.scrollTop,
    });
  }
  return places;
}

/** Draws the curves that touch the visible part of `area` on a canvas that covers it. */
export function drawCurves(
  canvas: HTMLCanvasElement,
  area: HTMLElement,
  curves: readonly Curve[],
  places: Places,
): void {
  const context = canvas.getContext("2d");
  if (!context) return;
  const [width, height, scroll] = [area.clientWidth, area.clientHeight, area.scrollTop];
  fit(canvas, width, height);
  context.setTransform(devicePixelRatio, 0, 0, devicePixelRatio, 0, 0);
  context.clearRect(0, 0, width, height);
  const ink = getComputedStyle(canvas);
  const inks = { moved: colour(ink, "moved"), split: colour(ink, "split") };
  for (const curve of curves) {
    const [from, to] = [places.get(curve.from), places.get(curve.to)];
    if (!from || !to) continue;
    const [start, end] = [from.y - scroll, to.y - scroll];
    if (Math.max(start, end) <= 0 || Math.min(start, end) >= height) continue;
    // A moved pair far away would be a bundle of verticals; only the chosen one goes all the way.
    if (!curve.current && Math.abs(start - end) > 3 * height) continue;
    context.strokeStyle = inks[curve.kind];
    context.fillStyle = context.strokeStyle;
    context.globalAlpha = curve.current ? 1 : 0.55;
    context.lineWidth = curve.current ? 2.5 : 1.75;
    context.lineCap = "round";
    context.setLineDash(curve.kind === "moved" ? [0.5, 5] : []);
    const middle = (from.right + to.left) / 2;
    context.beginPath();
    context.moveTo(from.right, start);
    context.bezierCurveTo(middle, start, middle, end, to.left, end);
    context.stroke();
    for (const [x, y] of [
      [from.right + 3, start],
      [to.left - 3, end],
    ] as const) {
      context.beginPath();
      context.arc(x, y, 3.5, 0, 2 * Math.PI);
      context.fill();
    }
  }
}

/** Setting the size of a canvas makes it anew, so it is done only when it changed. */
function fit(canvas: HTMLCanvasElement, width: number, height: number): void {
  const [w, h] = [width, height].map((side) => Math.round(side * devicePixelRatio)) as [number, number];
  if (canvas.width === w && canvas.height === h) return;
  canvas.width = w;
  canvas.height = h;
  canvas.style.width = `${width}px`;
  canvas.style.height = `${height}px`;
}

/** Canvas cannot read `var()` or `light-dark()`: the engine resolves them on a property. */
function colour(ink: CSSStyleDeclaration, kind: Curve["kind"]): string {
  return kind === "moved" ? ink.color : ink.outlineColor;
}
