// The keys of the drafting screen besides those of the text itself. Matched by their place, so that
// they work in the Russian layout.

/** What a key does here. */
export type Act = "save" | "find" | "replace" | "next" | "previous" | "mend" | "text";

const CHORDS: readonly { act: Act; code: string; ctrl?: boolean; shift?: boolean }[] = [
  { act: "save", code: "KeyS", ctrl: true },
  { act: "find", code: "KeyF", ctrl: true },
  { act: "replace", code: "KeyH", ctrl: true },
  { act: "next", code: "F7" },
  { act: "previous", code: "F7", shift: true },
  { act: "mend", code: "Period", ctrl: true },
  { act: "text", code: "Escape" },
];

type Pressed = Pick<KeyboardEvent, "code" | "ctrlKey" | "metaKey" | "shiftKey" | "altKey">;

/** The act of a pressed key, if it has one. */
export function actOf(event: Pressed): Act | null {
  const found = CHORDS.find(
    ({ code, ctrl = false, shift = false }) =>
      event.code === code &&
      (event.ctrlKey || event.metaKey) === ctrl &&
      event.shiftKey === shift &&
      !event.altKey,
  );
  return found?.act ?? null;
}
