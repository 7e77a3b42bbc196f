// Drawing of the curves that join the two places of one task.

/** A curve from a cell of the old paper to a cell of the new one. */
export interface Curve {
  from: string;
  to: string;
  kind: "moved" | "split";
  current: boolean;
}

/** Draws the curves that touch the visible part of `area` on a canvas that covers it. */
export function drawCurves(
  canvas: HTMLCanvasElement,
  area: HTMLElement,
  curves: readonly Curve[],
): void {
  const context = canvas.getContext("2d");
  if (!context) return;
  const [width, height] = [area.clientWidth, area.clientHeight];
  const scale = devicePixelRatio;
  canvas.width = Math.round(width * scale);
  canvas.height = Math.round(height * scale);
  canvas.style.width = `${width}px`;
  canvas.style.height = `${height}px`;
  context.scale(scale, scale);
  const base = area.getBoundingClientRect();
  const top = area.querySelector(".heads")?.clientHeight ?? 0;
  context.beginPath();
  context.rect(0, top, width, height - top);
  context.clip();
  const ink = getComputedStyle(canvas);
  const places = placesOf(area, base);
  for (const curve of curves) {
    const [from, to] = [places.get(curve.from), places.get(curve.to)];
    if (!from || !to) continue;
    const touches = Math.max(from.y, to.y) > 0 && Math.min(from.y, to.y) < height;
    if (!touches) continue;
    // A moved pair far away would be a bundle of verticals; only the chosen one goes all the way.
    if (!curve.current && Math.abs(from.y - to.y) > 3 * height) continue;
    context.strokeStyle = colour(ink, curve.kind);
    context.fillStyle = context.strokeStyle;
    context.globalAlpha = curve.current ? 1 : 0.55;
    context.lineWidth = curve.current ? 2.5 : 1.75;
    context.lineCap = "round";
    context.setLineDash(curve.kind === "moved" ? [0.5, 5] : []);
    const middle = (from.right + to.left) / 2;
    context.beginPath();
    context.moveTo(from.right, from.y);
    context.bezierCurveTo(middle, from.y, middle, to.y, to.left, to.y);
    context.stroke();
    for (const [x, y] of [
      [from.right, from.y],
      [to.left, to.y],
    ] as const) {
      context.beginPath();
      context.arc(x, y, 3.5, 0, 2 * Math.PI);
      context.fill();
    }
  }
}

interface Place {
  left: number;
  right: number;
  y: number;
}

/** Where the cells are; rows out of sight answer with their guessed places, which is enough. */
function placesOf(area: HTMLElement, base: DOMRect): Map<string, Place> {
  const places = new Map<string, Place>();
  for (const cell of area.querySelectorAll<HTMLElement>("[data-cells]")) {
    const row = cell.parentElement?.getBoundingClientRect();
    if (!row) continue;
    const isLeft = cell.classList.contains("left");
    const gap = innerWidth > 1300 ? 112 : 56;
    const paper = (row.width - gap) / 2;
    places.set(cell.dataset["cells"] ?? "", {
      left: (isLeft ? row.left : row.right - paper) - base.left,
      right: (isLeft ? row.left + paper : row.right) - base.left,
      y: row.top + Math.min(row.height / 2, 60) - base.top,
    });
  }
  return places;
}

/** Canvas cannot read `var()` or `light-dark()`: the engine resolves them on a property. */
function colour(ink: CSSStyleDeclaration, kind: Curve["kind"]): string {
  return kind === "moved" ? ink.color : ink.outlineColor;
}
