// The keys of the screen, by their places on the keyboard.

/** What a key does. */
export type Key = { does: "decide"; at: number } | { does: "next" | "previous" | "undo" };

type Pressed = Pick<KeyboardEvent, "code" | "ctrlKey" | "metaKey" | "shiftKey" | "altKey">;

/** What a pressed key does here, if anything. */
export function pressed({ code, ctrlKey, metaKey, shiftKey, altKey }: Pressed): Key | null {
  if (altKey || shiftKey) return null;
  if (ctrlKey || metaKey) return code === "KeyZ" ? { does: "undo" } : null;
  const digit = /^(?:Digit|Numpad)([1-9])$/.exec(code)?.[1];
  if (digit) return { does: "decide", at: Number(digit) - 1 };
  if (code === "ArrowDown") return { does: "next" };
  return code === "ArrowUp" ? { does: "previous" } : null;
}

/** The key of the n-th option. */
export function keyOf(at: number): string | null {
  return at < 9 ? String(at + 1) : null;
}
