// A person decides on the pairs of a comparison: what is said is kept, holds after a restart and in
// exports, and can be taken back. Any two states can be compared.
import assert from "node:assert/strict";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { delimiter } from "node:path";
import { test } from "node:test";
import { home } from "./app.mjs";
import { KEYS, until } from "./driver.mjs";

const document = (year, items) => `РЕЗОЛЮЦИЯ
педагогического форума Озёрского муниципального округа
«Школа у реки»
г. Озёрск                                                    26 августа ${year} года

Участники форума рекомендуют:
1. Управлению образования:
${items.map((item) => `- ${item};`).join("\n")}
2. Руководителям школ:
- провести собрания в сентябре ${year} года.
`;

const OLD = document(2025, [
  "утвердить план работы с наставниками до 1 октября 2025 года",
  "довести охват кружками до 60 %",
  "создать рабочую группу по ремонту спортивных залов",
  "пополнить фонды сельских библиотек",
]);
const NEW = document(2026, [
  "утвердить план работы с наставниками до 1 октября 2026 года",
  "довести охват кружками до 75 %",
  "подготовить совет отцов к весеннему походу",
  "пополнить фонды сельских библиотек",
]);

/** The numbers of all pairs and lonely directives, as the list of differences says them. */
const listed = (window) =>
  window.run(
    `return [...document.querySelectorAll(".list .item")].map((item) =>
       item.querySelector(".word").textContent + " " + item.querySelector(".numbers").textContent)`,
  );
const has = (window, line, what) =>
  window.waitFor(
    `return [...document.querySelectorAll(".list .item")].some((item) =>
       item.querySelector(".word").textContent + " " + item.querySelector(".numbers").textContent === arguments[0])`,
    what,
    line,
  );
const bar = (window) => window.text('[data-testid="pair"]');

/** Goes to the difference of the list with this line. */
async function select(window, line) {
  const found = await window.run(
    `const item = [...document.querySelectorAll(".list .item")].find((item) =>
       item.querySelector(".word").textContent + " " + item.querySelector(".numbers").textContent === arguments[0]);
     item?.click();
     return item !== undefined`,
    line,
  );
  assert.ok(found, `${line} is not among ${await listed(window)}`);
  await window.run("document.activeElement.blur()");
}

async function imported(app, t, env = {}) {
  const [old, now] = [app.path("2025.txt"), app.path("2026.txt")];
  writeFileSync(old, OLD);
  writeFileSync(now, NEW);
  const window = await app.start({ SVOD_E2E_OPEN: [old, now].join(delimiter), ...env });
  await window.press("o", [KEYS.ctrl]);
  await window.find('[data-testid="import-report"]');
  const ids = await window.run(
    `return ["26.08.2025", "26.08.2026"].map((day) =>
       [...document.querySelectorAll("tr[data-id]")].find((row) =>
         row.textContent.includes("Школа у реки") && row.textContent.includes(day)).dataset.id)`,
  );
  return { window, old: ids[0], now: ids[1] };
}

test("pairs are confirmed, rejected, linked and related anew, with undo, for good", async (t) => {
  const app = await home(t);
  const saved = app.path("сравнение.html");
  let { window, old, now } = await imported(app, t);
  const address = `#/comparison/${old}/${now}`;
  await window.run("location.hash = arguments[0]", address);
  await window.find(".duo");
  assert.match(await window.text('[data-testid="summary"]'), /Было 5 поручений, стало 5 поручений/);

  // Confirm with 1, take back with Ctrl+Z, confirm again by the button.
  await select(window, "изменено 1.1 → 1.1");
  await window.press("1");
  await window.waitFor(
    "return document.querySelector('[data-testid=pair]').innerText.includes('проверено')",
    "the pair is confirmed",
  );
  await window.press("z", [KEYS.ctrl]);
  await window.waitFor(
    "return !document.querySelector('[data-testid=pair]').innerText.includes('проверено')",
    "the confirmation is taken back",
  );
  await window.click('[data-testid="confirm"]');
  await window.waitFor(
    "return document.querySelector('[data-testid=pair]').innerText.includes('проверено')",
    "the pair is confirmed again",
  );

  // Reject with 2, take back by the message, reject again.
  await select(window, "изменено 1.2 → 1.2");
  await window.press("2");
  await has(window, "новое 1.2", "the new directive stands alone");
  await has(window, "исключено 1.2", "the old directive stands alone");
  await window.takeBack("Разные поручения");
  await has(window, "изменено 1.2 → 1.2", "the rejection is taken back");
  await select(window, "изменено 1.2 → 1.2");
  await window.click('[data-testid="reject"]');
  await has(window, "исключено 1.2", "the pair is rejected again");

  // Link with 3: search, Enter.
  await select(window, "исключено 1.3");
  await window.press("3");
  await window.find('[data-testid="link-dialog"]');
  await window.waitFor(
    "return document.activeElement?.dataset.testid === 'link-search'",
    "the field has the focus",
  );
  await window.type("совет отцов");
  await window.press(KEYS.enter);
  await window.waitFor("return !document.querySelector('dialog[open]')", "the dialog is closed");
  await window.waitFor(
    "return [...document.querySelectorAll('.list .numbers')].some((e) => e.textContent === '1.3 → 1.3')",
    "the two are linked",
  );
  await window.press("z", [KEYS.ctrl]);
  await has(window, "исключено 1.3", "the link is taken back");
  await select(window, "новое 1.3");
  await window.press("3");
  await window.find('[data-testid="link-dialog"]');
  await window.type("рабочую группу");
  await window.press(KEYS.enter);
  await window.waitFor(
    "return [...document.querySelectorAll('.list .numbers')].some((e) => e.textContent === '1.3 → 1.3')",
    "the two are linked from the other side",
  );

  // Change the relation with 4: arrows and Enter.
  await window.run("[...document.querySelectorAll('.list .item')].find((i) => i.textContent.includes('1.3 → 1.3')).click()");
  await window.run("document.activeElement.blur()");
  await window.press("4");
  await window.find('[role="menu"]');
  await window.waitFor(
    "return document.activeElement?.closest('[role=menu]') !== null",
    "the menu has the focus",
  );
  await window.run(
    "[...document.querySelectorAll('[role=menu] .menu-item')].find((i) => i.innerText.includes('Сужено')).focus()",
  );
  await window.press(KEYS.enter);
  await has(window, "сужено 1.3 → 1.3", "the relation is named");
  await window.press("z", [KEYS.ctrl]);
  await window.waitFor(
    "return ![...document.querySelectorAll('.list .word')].some((e) => e.textContent === 'сужено')",
    "the relation is taken back",
  );
  await window.press("4");
  await window.find('[role="menu"]');
  await window.run(
    "[...document.querySelectorAll('[role=menu] .menu-item')].find((i) => i.innerText.includes('Сужено')).click()",
  );
  await has(window, "сужено 1.3 → 1.3", "the relation is named again");
  const before = await listed(window);

  // Everything is there after a restart, also from the other side.
  await app.stop(window);
  window = await app.start({ SVOD_E2E_SAVE: saved });
  await window.run("location.hash = arguments[0]", address);
  await window.find(".duo");
  assert.deepEqual(await listed(window), before);
  await select(window, "изменено 1.1 → 1.1");
  assert.match(await bar(window), /проверено/);
  await window.run("location.hash = arguments[0]", `#/comparison/${now}/${old}`);
  await has(window, "расширено 1.3 → 1.3", "the relation is seen from the other side");
  await window.run("location.hash = arguments[0]", address);
  await has(window, "сужено 1.3 → 1.3", "back again");

  // The export obeys: the rejected pair is two rows, the linked one is one.
  await window.press(KEYS.f12);
  await window.find("dialog[open]");
  await window.run(
    "const html = document.querySelector('dialog[open] input[value=html]'); html.click()",
  );
  await window.click('dialog[open] button[type="submit"]');
  await until(() => readFileSync(saved, "utf8").length > 0, "the file is saved");
  const rows = readFileSync(saved, "utf8").split(/<tr[ >]/);
  const row = (words) => rows.find((each) => each.includes(words));
  assert.doesNotMatch(row("60"), /75/);
  assert.match(row("спортивных"), /отцов/);
});

test("two revisions of one document are compared", async (t) => {
  const app = await home(t);
  const { window, old } = await imported(app, t);
  // A correction makes the second revision: a directive becomes a finding.
  await window.run("location.hash = arguments[0]", `#/review/${old}`);
  await window.find('[data-testid="review"]');
  await window.run(
    "[...document.querySelectorAll('[data-line]')].find((l) => l.innerText.includes('библиотек')).click()",
  );
  const digit = await window.run(
    "return document.querySelector('[data-testid=\"say-finding\"]').getAttribute('aria-keyshortcuts')",
  );
  await window.press(digit);
  await window.waitFor(
    "return document.querySelector('.doubts').innerText.includes('4 поручения')",
    "the line is no directive any more",
  );

  await window.run("location.hash = '#/comparison'");
  await window.find(".choose");
  const choose = (testid, value) =>
    window.run(
      `const select = document.querySelector('[data-testid="' + arguments[0] + '"]');
       select.value = arguments[1];
       select.dispatchEvent(new Event("change", { bubbles: true }))`,
      testid,
      value,
    );
  // The same document on both sides means its two latest revisions.
  await choose("pick-old", old);
  await window.find('[data-testid="revision-old"]');
  await choose("pick-new", old);
  await window.find(".duo");
  await has(window, "исключено 1.4", "the directive that is none any more");
  assert.equal(await window.run("return location.hash"), `#/comparison/${old}@1/${old}`);
  assert.match(await window.text(".heads"), /ред\. 1[\s\S]*ред\. 2/);
  // And any of them can be chosen.
  await choose("revision-new", "1");
  await window.find(".choose [role=alert]");
  await choose("revision-new", "");
  await has(window, "исключено 1.4", "the newest again");
});

test("a file from the disk is compared with the library and stays outside it", async (t) => {
  const app = await home(t);
  const file = app.path("проект.txt");
  writeFileSync(file, NEW);
  const [old, now] = [app.path("2025.txt"), app.path("2026.txt")];
  const env = { SVOD_E2E_OPEN: file };
  writeFileSync(old, OLD);
  let window = await app.start({ SVOD_E2E_OPEN: old });
  await window.press("o", [KEYS.ctrl]);
  await window.find('[data-testid="import-report"]');
  const id = await window.run(
    "return [...document.querySelectorAll('tr[data-id]')].find((r) => r.textContent.includes('Школа у реки')).dataset.id",
  );
  await app.stop(window);

  window = await app.start(env);
  const count = await window.run("return document.querySelectorAll('tr[data-id]').length");
  await window.run("location.hash = arguments[0]", `#/comparison/${id}`);
  await window.find(".choose");
  await window.click('[data-testid="compare-file"]');
  await window.find(".duo");
  assert.match(await window.text(".heads"), /файл «проект\.txt»/);
  await select(window, "изменено 1.2 → 1.2");
  await window.press("2");
  await has(window, "исключено 1.2", "the pair is rejected");
  const address = await window.run("return location.hash");
  // It is found again after a look elsewhere, the file not chosen anew; from within, another can be begun.
  await window.click("nav .library a");
  await window.find("tr[data-id]");
  await window.click("nav .comparison a");
  await window.find(".duo");
  assert.equal(await window.run("return location.hash"), address);
  await window.click("nav .comparison a");
  await window.find(".choose");
  await app.stop(window);

  // In another run the file has to be chosen again; what was said of it is known.
  window = await app.start(env);
  assert.equal(await window.run("return document.querySelectorAll('tr[data-id]').length"), count);
  await window.run("location.hash = arguments[0]", address);
  assert.match(await window.text(".message"), /выбрать заново/);
  await window.run(
    `const select = document.querySelector('[data-testid="pick-new"]');
     select.value = "file:";
     select.dispatchEvent(new Event("change", { bubbles: true }))`,
  );
  await window.find(".duo");
  await has(window, "исключено 1.2", "the rejection is remembered");
  rmSync(now, { force: true });
});
