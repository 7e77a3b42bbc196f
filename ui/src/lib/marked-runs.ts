// A text cut where the words of a search stand in it.

/** A piece of a text. */
export interface MarkedRun {
  text: string;
  marked: boolean;
}

/** The pieces of a text in order; marks are pairs of places, in order and apart from each other. */
export function markedRuns(text: string, marks: readonly (readonly [number, number])[]): MarkedRun[] {
  const runs: MarkedRun[] = [];
  let at = 0;
  for (const [from, to] of marks) {
    if (from > at) runs.push({ text: text.slice(at, from), marked: false });
    runs.push({ text: text.slice(from, to), marked: true });
    at = to;
  }
  if (at < text.length) runs.push({ text: text.slice(at), marked: false });
  return runs;
}
