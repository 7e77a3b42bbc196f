// What the tests of drafting do again and again, the way a person does it.
import { KEYS } from "./driver.mjs";

/** A command past the screen. */
export const invoke = (window, name, request) =>
  window.runAsync(
    "const done = arguments[2]; window.__TAURI_INTERNALS__.invoke(arguments[0], { request: arguments[1] }).then(done, done)",
    name,
    request,
  );

/** The texts of all directives as the library has them. */
export async function kept(window, id) {
  const { resolution } = await invoke(window, "document_open", { id });
  return resolution.sections.flatMap((s) => s.groups).flatMap((g) => g.directives).map((d) => d.text);
}

/** The words on the page. */
export const shown = (window) =>
  window.run("return [...document.querySelectorAll('.ed-directive > p')].map((p) => p.textContent)");
export const saved = (window) =>
  window.waitFor(
    "return /^Сохранено в \\d\\d:\\d\\d$/.test(document.querySelector('[data-testid=save-state]').innerText.trim())",
    "everything is saved",
  );
/** A key with Ctrl in the Russian layout: the letter is another one, the place is the same. */
export const russian = (window, key, code) =>
  window.run(
    `document.activeElement.dispatchEvent(new KeyboardEvent("keydown",
       { key: arguments[0], code: arguments[1], ctrlKey: true, bubbles: true, cancelable: true }))`,
    key,
    code,
  );

/** A sample opened for editing the way a person does it. */
export async function opened(window, words = "Тихореченск", year = "2026") {
  const id = await window.waitFor(
    "return [...document.querySelectorAll('tr[data-id]')].find((r) => r.innerText.includes(arguments[0]) && r.innerText.includes(arguments[1]))?.dataset.id",
    "the sample is in the list",
    words,
    year,
  );
  await window.run("location.hash = arguments[0]", `#/document/${id}`);
  await window.click('[data-testid="edit"]');
  await window.find(".ed-text");
  await window.waitFor(
    "return document.querySelector('[data-testid=checks] li') !== null",
    "the draft was checked",
  );
  return id;
}

/** Puts the caret behind the text of the n-th directive. */
export async function caret(window, n) {
  await window.run(
    `const p = document.querySelectorAll(".ed-directive > p")[arguments[0]];
     p.closest(".ed-text").focus();
     p.scrollIntoView({ block: "center" });
     getSelection().collapse(p.firstChild, p.firstChild.length)`,
    n,
  );
  await window.waitFor(
    "return document.querySelectorAll('.ed-directive')[arguments[0]].classList.contains('is-current')",
    "the caret is there",
    n,
  );
  await window.press(KEYS.end);
}
