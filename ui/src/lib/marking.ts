// Places of some words in a text, for marking them.

/** Words to mark, and how. */
export interface Mark<Tone extends string> {
  text: string;
  tone: Tone;
}

/** A run of text with its mark, if it has one. */
export interface MarkedRun<Tone extends string> {
  text: string;
  tone: Tone | null;
}

/** Cuts a text where marked words begin and end; of overlapping ones the longer is taken. */
export function markRuns<Tone extends string>(
  text: string,
  marks: readonly Mark<Tone>[],
): MarkedRun<Tone>[] {
  const longest = marks.filter((mark) => mark.text !== "").toSorted((a, b) => b.text.length - a.text.length);
  const runs: MarkedRun<Tone>[] = [];
  let plain = "";
  for (let at = 0; at < text.length; ) {
    const found = longest.find((mark) => text.startsWith(mark.text, at) && isWhole(text, at, mark.text));
    if (!found) {
      plain += text.charAt(at);
      at += 1;
      continue;
    }
    if (plain) runs.push({ text: plain, tone: null });
    plain = "";
    runs.push({ text: found.text, tone: found.tone });
    at += found.text.length;
  }
  if (plain) runs.push({ text: plain, tone: null });
  return runs;
}

/** Words inside other words («2026» in «12026») are not meant. */
function isWhole(text: string, at: number, word: string): boolean {
  const letter = /[\p{L}\p{N}]/u;
  const [before, after] = [text.charAt(at - 1), text.charAt(at + word.length)];
  return (
    !(letter.test(before) && letter.test(word.charAt(0))) &&
    !(letter.test(after) && letter.test(word.charAt(word.length - 1)))
  );
}
