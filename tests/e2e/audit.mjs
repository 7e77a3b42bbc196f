// What the window tests ask of a page as it stands.
import { audit, inject, settled } from "./axe.mjs";

/** The faults of the page in words, against WCAG 2.2 AA; none is what a test wants. */
export async function faultsOf(window) {
  await settled(window);
  if (!(await window.run("return window.axe !== undefined"))) await inject(window);
  return audit(window);
}

/** Puts the window into one of the themes. */
export async function theme(window, name) {
  await window.run("document.documentElement.dataset.theme = arguments[0]", name);
}

/** Calls a command of the program as the page does. */
export async function command(window, name, request) {
  const answer = await window.runAsync(
    `const done = arguments[arguments.length - 1];
     window.__TAURI_INTERNALS__.invoke(arguments[0], { request: arguments[1] }).then(
       (value) => done({ value }), (error) => done({ error: JSON.stringify(error) }));`,
    name,
    request,
  );
  if (answer.error) throw new Error(`${name}: ${answer.error}`);
  return answer.value;
}
