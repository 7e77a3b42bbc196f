// Dates as people type them: what is not digits goes to the back end.
import type { Deadline } from "../../ipc/generated/Deadline";
import { dayOf } from "../../lib/days";

/** Asks what a typed text means as a time. */
export type Read = (text: string) => Promise<Deadline | null>;

/** The day a typed text names: `null` for none, `undefined` if it was not understood. */
export async function readDay(text: string, read: Read): Promise<string | null | undefined> {
  if (text.trim() === "") return null;
  const day = dayOf(text);
  if (day) return day;
  // Digits that are no day are no riddle for anybody else.
  if (!/\p{L}/u.test(text)) return undefined;
  const deadline = await read(text);
  const found = deadline?.to ?? deadline?.from;
  const single = deadline?.from === null || deadline?.from === deadline?.to;
  return found && single ? found : undefined;
}
