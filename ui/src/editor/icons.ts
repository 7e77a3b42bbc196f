// The signs of chips and the handle, drawn without a style attribute: the window's content policy
// allows none. Outlines are those of Lucide, as everywhere in the window.
import type { Chip } from "./plugins/facts";

const SVG = "http://www.w3.org/2000/svg";

const PATHS: Readonly<Record<Chip["kind"] | "grip", readonly string[]>> = {
  deadline: ["M8 2v4", "M16 2v4", "M3 10h18", "M5 4h14a2 2 0 0 1 2 2v14a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2V6a2 2 0 0 1 2-2z"],
  indicator: [
    "M2 12a10 10 0 1 0 20 0a10 10 0 1 0-20 0",
    "M6 12a6 6 0 1 0 12 0a6 6 0 1 0-12 0",
    "M10 12a2 2 0 1 0 4 0a2 2 0 1 0-4 0",
  ],
  reference: [
    "m16 16 3-8 3 8c-.87.65-1.92 1-3 1s-2.13-.35-3-1Z",
    "m2 16 3-8 3 8c-.87.65-1.92 1-3 1s-2.13-.35-3-1Z",
    "M7 21h10",
    "M12 3v18",
    "M3 7h2c2 0 5-1 7-2 2 1 5 2 7 2h2",
  ],
  addressee: [
    "M16 21v-2a4 4 0 0 0-4-4H6a4 4 0 0 0-4 4v2",
    "M5 7a4 4 0 1 0 8 0a4 4 0 1 0-8 0",
    "M16 3.128a4 4 0 0 1 0 7.744",
    "M22 21v-2a4 4 0 0 0-3-3.87",
  ],
  result: ["M12 3a9 9 0 1 0 0 18a9 9 0 0 0 0-18z", "M8.5 12.2l2.4 2.4 4.6-4.9"],
  cell: ["M9 3H5a2 2 0 0 0-2 2v4m6-6h10a2 2 0 0 1 2 2v4M9 3v18m0 0h10a2 2 0 0 0 2-2V9M9 21H5a2 2 0 0 1-2-2V9m0 0h18"],
  status: ["M4 12h15M13 6l6 6-6 6"],
  grip: [5, 12, 19].flatMap((y) => [9, 15].map((x) => `M${x - 1} ${y}a1 1 0 1 0 2 0a1 1 0 1 0-2 0`)),
};

/** A sign as an SVG element. */
export function icon(name: keyof typeof PATHS): SVGSVGElement {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("aria-hidden", "true");
  svg.setAttribute("class", "ed-icon");
  for (const d of PATHS[name]) {
    const path = document.createElementNS(SVG, "path");
    path.setAttribute("d", d);
    svg.append(path);
  }
  return svg;
}
