// What differs between a document of the file and ours, as rows of two columns.
import { m } from "../../i18n";
import type { ExchangeRow } from "../../ipc/generated/ExchangeRow";
import type { Word } from "../../ipc/generated/Word";

/** A run of a column. */
export interface Run {
  op: Word["op"];
  text: string;
  light?: true;
}

/** How much of what is the same is shown around what differs, in letters. */
const AROUND = 90;

/** One column's text; nothing where the part is not there. Of long texts only what differs is shown. */
export function column(row: ExchangeRow, side: "ours" | "theirs"): Run[] | null {
  const own = side === "ours" ? "delete" : "insert";
  const words = row.words.filter(({ op }) => op === "equal" || op === own);
  if (words.length === 0) return null;
  const runs: Run[] = [];
  for (const { op, text, light } of words) {
    const last = runs.at(-1);
    if (last?.op === op && (last.light ?? false) === (light !== undefined)) last.text += text;
    else runs.push({ op, text, ...(light === undefined ? {} : { light: true as const }) });
  }
  if (row.part === "directive" || runs.length === 1) return runs;
  return runs.map((run, at) =>
    run.op === "equal" ? { ...run, text: shortened(run.text, at === 0, at === runs.length - 1) } : run,
  );
}

/** Where it stands. */
export function place(row: ExchangeRow): string {
  switch (row.part) {
    case "title":
      return m.exchange_part_title();
    case "details":
      return m.exchange_part_details();
    case "preamble":
      return m.exchange_part_preamble();
    case "section":
      return m.exchange_part_section();
    case "addressee":
      return m.exchange_part_addressee();
    case "closing":
      return m.exchange_part_closing();
    case "directive": {
      const numbers = [row.ours, row.theirs].filter((number) => number !== null).map(bare);
      return m.exchange_part_directive({ number: [...new Set(numbers)].join(" → ") });
    }
  }
}

function bare(number: string): string {
  return number.replace(/\.$/u, "");
}

function shortened(text: string, first: boolean, last: boolean): string {
  if (text.length <= 2 * AROUND) return text;
  const head = first ? "" : text.slice(0, AROUND).replace(/\S*$/u, "");
  const tail = last ? "" : text.slice(-AROUND).replace(/^\S*/u, "");
  return `${head}…${tail}`;
}
