// Documents on a map: which lines are drawn, where labels fit, which shape a district has.
import type { Shared } from "../../ipc/generated/Shared";

/** The size of the map, in its own units. */
export const MAP = { width: 640, height: 420, edge: 44 } as const;

/** From this share on two documents share strongly. */
export const STRONG = 0.5;

/** Each document has so many lines of its own at most: those to its nearest. */
const LINES = 2;

/** Shapes around 0, 0; districts take them in turn, full and then hollow, so that colour is not needed to tell them. */
export const SHAPES = [
  "M-6 0a6 6 0 1 0 12 0a6 6 0 1 0 -12 0Z",
  "M-5.5 -5.5H5.5V5.5H-5.5Z",
  "M0 -7L6.5 5H-6.5Z",
  "M0 -7.5L7.5 0L0 7.5L-7.5 0Z",
  "M0 7L6.5 -5H-6.5Z",
  "M-2.5 -7H2.5V-2.5H7V2.5H2.5V7H-2.5V2.5H-7V-2.5H-2.5Z",
] as const;

/** Where a document stands on the map. */
export interface Spot {
  x: number;
  y: number;
}

/** A place of 0 to 1 on the map; what is alike to the last letter stands apart so far that it can be told. */
export function spotsOf(places: readonly (readonly number[])[]): Spot[] {
  const taken = new Map<string, number>();
  return places.map(([across = 0.5, down = 0.5]) => {
    const x = MAP.edge + across * (MAP.width - 2 * MAP.edge);
    const y = MAP.edge + down * (MAP.height - 2 * MAP.edge);
    const key = `${Math.round(x / 12)} ${Math.round(y / 12)}`;
    const nth = taken.get(key) ?? 0;
    taken.set(key, nth + 1);
    const turn = nth * 2.4;
    const out = 15 * Math.sqrt(nth);
    return { x: x + out * Math.cos(turn), y: y + out * Math.sin(turn) };
  });
}

/** The lines of the map: pairs that share strongly and are near for one of the two. */
export function linesOf(pairs: readonly Shared[]): Shared[] {
  const drawn = new Map<number, number>();
  return pairs
    .filter(({ share }) => share >= STRONG)
    .toSorted((a, b) => b.share - a.share)
    .filter(({ one, other }) => {
      const [a, b] = [drawn.get(one) ?? 0, drawn.get(other) ?? 0];
      if (a >= LINES && b >= LINES) return false;
      drawn.set(one, a + 1);
      drawn.set(other, b + 1);
      return true;
    });
}

/** The nearest of a document: with whom it shares most. */
export function neighboursOf(pairs: readonly Shared[], at: number, most = 5): { at: number; pair: Shared }[] {
  return pairs
    .filter(({ one, other }) => one === at || other === at)
    .toSorted((a, b) => b.share - a.share)
    .slice(0, most)
    .map((pair) => ({ at: pair.one === at ? pair.other : pair.one, pair }));
}

/** A label beside its point. */
export interface Label extends Spot {
  at: number;
  text: string;
}

/** Labels that fit: right, left, above, below or at a corner of their point, over no other label and no other point. */
export function labelsOf(spots: readonly Spot[], texts: readonly string[]): Label[] {
  const boxes = spots.map(({ x, y }) => ({ left: x - 7, right: x + 7, top: y - 7, bottom: y + 7 }));
  return spots.flatMap(({ x, y }, at) => {
    const text = texts[at] ?? "";
    const wide = text.length * 7.3;
    const tries: Spot[] = [
      { x: x + 10, y: y + 4 },
      { x: x - 10 - wide, y: y + 4 },
      { x: x - wide / 2, y: y - 11 },
      { x: x - wide / 2, y: y + 20 },
      { x: x + 4, y: y - 11 },
      { x: x - 4 - wide, y: y - 11 },
      { x: x + 4, y: y + 20 },
      { x: x - 4 - wide, y: y + 20 },
    ];
    for (const spot of tries) {
      const box = { left: spot.x, right: spot.x + wide, top: spot.y - 10, bottom: spot.y + 3 };
      const out = box.left < 0 || box.right > MAP.width || box.top < 0 || box.bottom > MAP.height;
      const over = boxes.some((one) => one.left < box.right && one.right > box.left && one.top < box.bottom && one.bottom > box.top);
      if (out || over) continue;
      boxes.push(box);
      return [{ ...spot, at, text }];
    }
    return [];
  });
}
