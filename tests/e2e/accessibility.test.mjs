// Every screen in both themes against WCAG 2.2 AA by axe, and the way round with the keyboard.
import assert from "node:assert/strict";
import { test } from "node:test";
import { home } from "./app.mjs";
import { audit, inject, settled } from "./axe.mjs";
import { KEYS } from "./driver.mjs";

/** Screens by name: how to get there, and what is seen when it is there. */
const SCREENS = [
  ["library", (w) => go(w, "#/library"), "table"],
  ["bin", (w) => shelf(w, "bin"), ".message"],
  ["own shelf, empty", (w) => shelf(w, "own"), ".message"],
  ["nothing found", (w) => filter(w, "ыъ"), ".message"],
  ["document, doubts", (w) => go(w, `#/document/${w.forum}`), ".paper ol li"],
  ["document, checks", (w) => tab(w, 1), ".tabs-panel li"],
  ["document, source", (w) => tab(w, 2), "[data-line]"],
  ["document, details", (w) => tab(w, 3), "dl"],
  ["comparison, choosing", (w) => go(w, "#/comparison"), ".choose select"],
  ["comparison, side by side", (w) => go(w, `#/comparison/${w.old}/${w.new}`), ".duo"],
  ["comparison, chosen difference", (w) => w.press(KEYS.f8), ".duo .current"],
  ["comparison, filtered by deadlines", (w) => w.click('[data-testid="only-deadlines"]'), '[aria-pressed="true"]'],
  ["comparison, relations", relations, ".menu-item"],
  ["comparison, looking for a partner", partner, "dialog[open] li"],
  ["comparison, checked", checked, ".checked"],
  ["comparison, inline", (w) => w.click('label:has(input[value="inline"])'), ".paper .item"],
  ["comparison, new text", (w) => w.click('label:has(input[value="new"])'), ".paper.plain .item"],
  ["draft", (w) => go(w, `#/draft/${w.forum}`), ".checks li"],
  ["draft, advice in hand", (w) => w.press(KEYS.f7), ".checks li.open"],
  ["draft, more fields", (w) => w.click('[data-testid="requisites"] .more'), '[data-testid="field-place"]'],
  ["draft, finding", (w) => w.press("h", [KEYS.ctrl]), '[data-testid="replace"]'],
  ["draft, a deadline", chip, ".chip-popover form"],
  ["draft, remarks", (w) => panel(w, 1), '[data-testid="remarks"]'],
  ["draft, details", (w) => panel(w, 2), '[data-testid="details"]'],
  ["draft, revisions", (w) => panel(w, 3), "[data-revision]"],
  ["draft, naming a revision", (w) => w.click('[data-testid="name-revision"]'), "dialog[open]"],
  ["settings", (w) => go(w, "#/settings"), "section"],
  ["help", (w) => go(w, "#/help"), "kbd"],
  ["unknown place", (w) => go(w, "#/nowhere"), ".message"],
  ["menu of a document", menu, ".menu-item"],
  ["palette", palette, ".palette-item"],
  ["export dialog", exportDialog, "dialog[open]"],
];

for (const theme of ["light", "dark"]) {
  test(`no screen has a fault that axe finds, ${theme}`, async (t) => {
    const app = await home(t);
    const window = await app.start();
    await window.run("document.documentElement.dataset.theme = arguments[0]", theme);
    await chooseDocuments(window);
    await inject(window);
    const faults = [];
    for (const [name, open, sign] of SCREENS) {
      await open(window);
      await window.find(sign);
      await settled(window);
      for (const fault of await audit(window)) faults.push(`${name}: ${fault}`);
      const beyond = await window.run("return document.documentElement.scrollHeight - innerHeight");
      if (beyond > 0) faults.push(`${name}: the window itself scrolls by ${beyond}`);
      await leave(window);
    }
    assert.deepEqual(faults, []);
  });
}

test("everything is reached with the keyboard alone, within the content policy", async (t) => {
  const app = await home(t);
  const window = await app.start();
  await window.run(
    `window.refused = [];
     document.addEventListener("securitypolicyviolation", (event) =>
       window.refused.push(event.violatedDirective + " " + event.blockedURI + " " + event.sourceFile));`,
  );
  await chooseDocuments(window);
  const focus = () =>
    window.run(
      "const e = document.activeElement; return [e.localName, e.className, e.innerText ?? ''].join(' ')",
    );

  // The first stop is the way past the rail.
  await window.run("document.body.focus()");
  await window.press(KEYS.tab);
  assert.match(await focus(), /К содержанию/);
  await window.press(KEYS.enter);
  assert.equal(await window.run("return document.activeElement.id"), "main");

  // F6 goes round all areas and comes back; Shift+F6 goes the other way.
  const seen = [];
  for (let step = 0; step < 8; step += 1) {
    await window.press(KEYS.f6);
    const pane = "const p = document.activeElement.closest('[data-pane]'); return p?.className + p?.localName";
    seen.push(await window.run(pane));
  }
  assert.ok(new Set(seen).size >= 4, seen.join(" "));
  await window.press(KEYS.f6, [KEYS.shift]);

  // A menu opens, is walked with arrows, closes, and gives the focus back.
  await window.run("document.querySelector('.menu-trigger').focus()");
  await window.press(KEYS.enter);
  const item = (n) =>
    window.waitFor(
      "return document.activeElement === document.querySelectorAll('.menu-item')[arguments[0]]",
      `item ${n} of the menu has the focus`,
      n,
    );
  await item(0);
  await window.press(KEYS.down);
  await item(1);
  await window.press(KEYS.escape);
  await window.waitFor("return !document.querySelector('.menu-item')", "the menu is closed");
  await window.waitFor(
    "return document.activeElement.classList.contains('menu-trigger')",
    "the focus is back",
  );

  // The palette takes words, arrows and Enter, and opens a document.
  await window.press("k", [KEYS.ctrl]);
  await window.waitFor(
    "return document.activeElement?.classList.contains('palette-input')",
    "the palette has the focus",
  );
  await window.type("Луговск");
  await window.waitFor(
    "return document.querySelector('.palette-item[data-selected]')?.innerText.includes('Луговск')",
    "the document is found",
  );
  await window.press(KEYS.enter);
  await window.find(".paper ol li");

  // The structure is one stop, walked with arrows; Enter goes to the part.
  await window.run("document.querySelector('[role=treeitem][tabindex=\"0\"]').focus()");
  await window.press(KEYS.end);
  await window.press(KEYS.enter);
  const chosen = "return document.querySelector('[role=treeitem][aria-selected=true]')?.innerText";
  assert.match(await window.run(chosen), /Заключение/);
  await window.press(KEYS.home);
  assert.match(await focus(), /Реквизиты/);

  // Esc leaves the export dialog; the focus is where it was.
  await window.run("document.querySelector('[data-testid=export]').focus()");
  await window.press(KEYS.enter);
  await window.find("dialog[open]");
  await window.press(KEYS.escape);
  await window.waitFor("return !document.querySelector('dialog[open]')", "the dialog is closed");
  assert.equal(await window.run("return document.activeElement.dataset.testid"), "export");

  // Alt+← goes back to the library; the differences of a comparison are walked with F8.
  await window.press(KEYS.left, [KEYS.alt]);
  await window.find("table");
  await go(window, `#/comparison/${window.old}/${window.new}`);
  await window.find(".duo");
  await window.press(KEYS.f8);
  const first = await window.text("[data-cells].current");
  await window.press(KEYS.f8);
  await window.waitFor(
    "return document.querySelector('[data-cells].current')?.innerText !== arguments[0]",
    "the next difference is shown",
    first,
  );

  // Nothing the pages or their libraries did was refused: no injected style, no foreign address.
  assert.deepEqual(await window.run("return window.refused"), []);
});

async function go(window, hash) {
  await window.run("location.hash = arguments[0]", hash);
}

async function shelf(window, name) {
  await go(window, "#/library");
  await window.click(`nav li.${name} button`);
}

async function filter(window, words) {
  await go(window, "#/library");
  await window.click("nav li.all button");
  await window.run("document.querySelector('input[type=search]').focus()");
  await window.type(words);
}

async function tab(window, at) {
  await go(window, `#/document/${window.forum}`);
  await window.find(".paper ol li");
  await window.run("document.querySelectorAll('[role=tab]')[arguments[0]].click()", at);
}

async function panel(window, at) {
  await window.run("document.querySelectorAll('.panel [role=tab]')[arguments[0]].click()", at);
}

async function chip(window) {
  await window.run(
    `const p = document.querySelector(".ed-directive > p");
     p.closest(".ed-text").focus();
     getSelection().collapse(p.firstChild, 3)`,
  );
  await window.find(".ed-directive.is-current");
  await window.press(KEYS.enter, [KEYS.alt]);
  await window.press(KEYS.enter);
}

async function menu(window) {
  await go(window, "#/library");
  await window.run(
    `const search = document.querySelector('input[type=search]');
     search.value = ''; search.dispatchEvent(new Event('input', { bubbles: true }))`,
  );
  await window.run("document.querySelector('nav li.all button').click()");
  await window.find(".menu-trigger");
  await window.run("document.querySelector('.menu-trigger').focus()");
  await window.press(KEYS.enter);
}

async function relations(window) {
  await window.run("document.activeElement.blur()");
  await window.press("4");
}

async function partner(window) {
  await window.run("document.activeElement.blur()");
  await window.press("3");
}

async function checked(window) {
  await window.run("document.activeElement.blur()");
  await window.press("1");
}

async function palette(window) {
  await go(window, "#/library");
  await window.press("k", [KEYS.ctrl]);
}

async function exportDialog(window) {
  await go(window, `#/document/${window.forum}`);
  await window.find(".paper ol li");
  await window.press(KEYS.f12);
}

/** Closes what lies over a screen. */
async function leave(window) {
  const over = "return document.querySelector('dialog[open], .menu-content, .chip-popover, .palette') !== null";
  if (!(await window.run(over))) return;
  await window.press(KEYS.escape);
  await window.waitFor(`return !(() => { ${over} })()`, "the dialog is closed");
}

async function chooseDocuments(window) {
  const rows = await window.run(
    "return [...document.querySelectorAll('tr[data-id]')].map(r => [r.dataset.id, r.innerText])",
  );
  const id = (...words) => rows.find(([, text]) => words.every((word) => text.includes(word)))[0];
  window.forum = id("Пять шагов");
  window.old = id("Тихореченск", "2025");
  window.new = id("Тихореченск", "2026");
}
