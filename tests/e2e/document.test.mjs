// The page of a document: checks lead to their places without moving the window, the bar fits, and there
// is a way to control.
import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { test } from "node:test";
import { home } from "./app.mjs";
import { KEYS } from "./driver.mjs";

const go = (window, hash) => window.run("location.hash = arguments[0]", hash);
const listed = (window) =>
  window.run("return [...document.querySelectorAll('tr[data-id]')].map((row) => row.dataset.id)");

/** How far the window itself could be scrolled, and where its bar stands. */
const still = (window) =>
  window.run(
    `const root = document.documentElement;
     return [root.scrollHeight - innerHeight, root.scrollTop, document.body.scrollTop,
       document.querySelector("main header").getBoundingClientRect().top]`,
  );

/** The whole bar stands in the window. */
const FITS = `const buttons = [...document.querySelectorAll("main header button")];
  return buttons.length > 3 && buttons.every((button) => button.getBoundingClientRect().right <= innerWidth)`;

test("a click on a check brings its place into sight and moves nothing else", async (t) => {
  const app = await home(t);
  const window = await app.start();
  for (const id of await listed(window)) {
    await go(window, `#/document/${id}`);
    await window.find(".paper ol li");
    await window.run("document.querySelectorAll('.tabs-tab')[1].click()");
    await window.find(".tabs-panel li");
    await window.run(
      "for (const fold of document.querySelectorAll('.tabs-panel [aria-expanded=false]')) fold.click()",
    );
    const places = await window.run(
      "return document.querySelectorAll('.tabs-panel li button:not([aria-expanded])').length",
    );
    for (const at of [0, places - 1]) {
      await window.run(
        "document.querySelectorAll('.tabs-panel li button:not([aria-expanded])')[arguments[0]].click()",
        at,
      );
      await window.waitFor("return document.querySelector('.paper .current') !== null", "its place is shown");
      assert.deepEqual(await still(window), [0, 0, 0, 0]);
    }
  }
});

test("what one rule says stands together, with its section where numbers repeat", async (t) => {
  const app = await home(t);
  const window = await app.start();
  const id = await window.run(
    "return [...document.querySelectorAll('tr[data-id]')].find((row) => row.innerText.includes('Пять шагов')).dataset.id",
  );
  await go(window, `#/document/${id}`);
  await window.find(".paper ol li");
  await window.run("document.querySelectorAll('.tabs-tab')[1].click()");
  const fold = '.tabs-panel button[aria-expanded="false"]';
  await window.find(fold);
  await window.click(fold);
  const points = await window.run(
    "return [...document.querySelectorAll('.tabs-panel .places .point')].map((point) => point.innerText)",
  );
  assert.ok(points.length > 3 && points.some((point) => /^.+, п\.\s\d/u.test(point)), points.join("; "));
});

test("the bar fits a small window, and a document is put under control from its page and its row", async (t) => {
  const app = await home(t);
  const window = await app.start();
  const [first] = await listed(window);
  await go(window, `#/document/${first}`);
  await window.find(".paper ol li");
  for (const [width, height] of [[1024, 700], [1280, 720], [1440, 900]]) {
    await window.resize(width, height);
    await window.waitFor("return innerWidth === arguments[0]", "the window has its size", width);
    await window.waitFor(FITS, `the bar fits ${width}`);
    if (process.env.SVOD_PICTURES) {
      writeFileSync(`${process.env.SVOD_PICTURES}/document-${width}.png`, await window.screenshot());
    }
  }

  await window.click('[data-testid="document-more"]');
  await window.find(".menu-item");
  await choose(window, "Поставить на контроль…");
  await window.find('[data-testid="put-dialog"]');
  await window.press(KEYS.enter);
  await window.waitFor("return location.hash === '#/control'", "control is shown");
  await window.waitFor(
    "return document.querySelector('[data-testid=toast]')?.innerText.includes('на контроле')",
    "it is said",
  );

  // From the row of what is followed already the way leads there at once.
  await go(window, "#/library");
  await window.click(`tr[data-id="${first}"] .menu-trigger`);
  await window.find(".menu-item");
  await choose(window, "Показать на контроле");
  await window.waitFor("return location.hash === '#/control'", "control is shown again");
});

test("the day stands at the left and the place at the right, as they are printed", async (t) => {
  const app = await home(t);
  const window = await app.start();
  const id = await window.run(
    "return [...document.querySelectorAll('tr[data-id]')].find((row) => row.innerText.includes('Город учит')).dataset.id",
  );
  await go(window, `#/document/${id}`);
  await window.find(".paper .place");
  const shown = await window.run(
    "return [...document.querySelectorAll('.paper .place span')].map((part) => part.innerText)",
  );
  assert.match(shown[0], /^24\s.+2026/u);
  assert.match(shown[1], /^г\./u);
  await go(window, `#/draft/${id}`);
  await window.find(".ed-block-place");
  const edited = await window.run(
    "return [...document.querySelectorAll('.ed-block-place span')].map((part) => part.innerText)",
  );
  assert.deepEqual(edited, shown);
});

async function choose(window, words) {
  await window.run(
    "[...document.querySelectorAll('.menu-item')].find((item) => item.innerText.trim() === arguments[0]).click()",
    words,
  );
  // An open menu keeps the pointer to itself.
  await window.waitFor("return !document.querySelector('.menu-content')", "the menu is closed");
}
