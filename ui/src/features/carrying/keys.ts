// The keys of going through last year's directives, matched by their place on the keyboard.
import type { CarryVerdict } from "../../ipc/generated/CarryVerdict";

/** What a key asks for. */
export type Key =
  | { does: "choose"; verdict: CarryVerdict }
  | { does: "reason"; at: number }
  | { does: "accept" | "next" | "previous" | "postpone" | "undo" };

/** The verdicts in the order of their keys. */
export const VERDICTS: readonly CarryVerdict[] = ["keep", "change", "close", "drop"];

type Pressed = Pick<KeyboardEvent, "code" | "ctrlKey" | "metaKey" | "shiftKey" | "altKey">;

/** What a pressed key asks for, if it asks for anything. */
export function keyOf({ code, ctrlKey, metaKey, shiftKey, altKey }: Pressed): Key | null {
  if ((ctrlKey || metaKey) && !shiftKey && !altKey) {
    return code === "KeyZ" ? { does: "undo" } : null;
  }
  if (ctrlKey || metaKey || shiftKey || altKey) return null;
  const digit = /^(?:Digit|Numpad)([1-9])$/.exec(code)?.[1];
  if (digit !== undefined) {
    const at = Number(digit) - 1;
    const verdict = VERDICTS[at];
    return verdict ? { does: "choose", verdict } : { does: "reason", at: at - VERDICTS.length };
  }
  switch (code) {
    case "Enter":
    case "NumpadEnter":
      return { does: "accept" };
    case "ArrowDown":
      return { does: "next" };
    case "ArrowUp":
      return { does: "previous" };
    case "Space":
      return { does: "postpone" };
    default:
      return null;
  }
}
