// Drawing of the curves that join the two places of one task.

/** A curve from a cell of the old paper to a cell of the new one. */
export interface Curve {
  from: string;
  to: string;
  kind: "moved" | "split";
  current: boolean;
}

/** How far down the scrolled content the middles of cells stand, in pixels, by their keys. */
export type Places = ReadonlyMap<string, number>;

/** The rows of cells by key, found once: looking for them is the dear part. */
export function rowsOf(area: HTMLElement, curves: readonly Curve[]): Map<string, Element> {
  const wanted = new Set(curves.flatMap(({ from, to }) => [from, to]));
  const rows = new Map<string, Element>();
  if (wanted.size === 0) return rows;
  for (const cell of area.querySelectorAll<HTMLElement>("[data-cells]")) {
    const key = cell.dataset["cells"] ?? "";
    if (wanted.has(key) && cell.parentElement) rows.set(key, cell.parentElement);
  }
  return rows;
}

/** Where the rows stand. */
export function placesOf(area: HTMLElement, rows: ReadonlyMap<string, Element>): Places {
  const base = area.getBoundingClientRect().top - area.scrollTop;
  const places = new Map<string, number>();
  for (const [key, row] of rows) {
    const { top, height } = row.getBoundingClientRect();
    places.set(key, top + height / 2 - base);
  }
  return places;
}

/** Lays the canvas over the gap between the papers: what is not drawn on need not be painted. */
export function fitToGap(canvas: HTMLCanvasElement, area: HTMLElement): void {
  const gap = area.querySelector(".gap")?.getBoundingClientRect();
  const width = gap?.width ?? 0;
  const height = area.clientHeight;
  canvas.style.left = `${(gap?.left ?? 0) - area.getBoundingClientRect().left}px`;
  canvas.style.width = `${width}px`;
  canvas.style.height = `${height}px`;
  // Setting the size of a canvas makes it anew, so it is done only when it changed.
  const [w, h] = [Math.round(width * devicePixelRatio), Math.round(height * devicePixelRatio)];
  if (canvas.width !== w) canvas.width = w;
  if (canvas.height !== h) canvas.height = h;
}

/** The colours of the two kinds of curves. */
export type Inks = Readonly<Record<Curve["kind"], string>>;

/** Canvas cannot read `var()` or `light-dark()`: the engine resolves them on two properties. */
export function inksOf(canvas: HTMLCanvasElement): Inks {
  const { color, outlineColor } = getComputedStyle(canvas);
  return { moved: color, split: outlineColor };
}

/** Draws the curves that touch the visible part of the scrolled content. */
export function drawCurves(
  canvas: HTMLCanvasElement,
  scroll: number,
  curves: readonly Curve[],
  places: Places,
  inks: Inks,
): void {
  const context = canvas.getContext("2d");
  if (!context) return;
  const [width, height] = [canvas.width / devicePixelRatio, canvas.height / devicePixelRatio];
  context.setTransform(devicePixelRatio, 0, 0, devicePixelRatio, 0, 0);
  context.clearRect(0, 0, width, height);
  for (const curve of curves) {
    const [from, to] = [places.get(curve.from), places.get(curve.to)];
    if (from === undefined || to === undefined) continue;
    const [start, end] = [from - scroll, to - scroll];
    if (Math.max(start, end) <= 0 || Math.min(start, end) >= height) continue;
    // A moved pair far away would be a bundle of verticals; only the chosen one goes all the way.
    if (!curve.current && Math.abs(start - end) > 3 * height) continue;
    context.strokeStyle = inks[curve.kind];
    context.fillStyle = inks[curve.kind];
    context.globalAlpha = curve.current ? 1 : 0.55;
    context.lineWidth = curve.current ? 2.5 : 1.75;
    context.lineCap = "round";
    context.setLineDash(curve.kind === "moved" ? [0.5, 5] : []);
    context.beginPath();
    context.moveTo(0, start);
    context.bezierCurveTo(width / 2, start, width / 2, end, width, end);
    context.stroke();
    for (const [x, y] of [
      [4, start],
      [width - 4, end],
    ] as const) {
      context.beginPath();
      context.arc(x, y, 3.5, 0, 2 * Math.PI);
      context.fill();
    }
  }
}
