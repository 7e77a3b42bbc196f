// Messages as typed functions, and the language they speak.
import { m } from "./paraglide/messages";
import { overwriteGetLocale } from "./paraglide/runtime";
import type { Language } from "../ipc/generated/Language";

export { m };

let current: Language = "ru";
overwriteGetLocale(() => current);

/** The language of messages. */
export function locale(): Language {
  return current;
}

/**
 * Sets the language of messages and of the page.
 *
 * Messages already shown do not change by themselves: the frame is built anew (see `app/App`).
 */
export function speak(language: Language): void {
  current = language;
  document.documentElement.lang = language;
}
