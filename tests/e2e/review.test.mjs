// After a file is read: doubts are gone through by keyboard, what is said is kept, and a folder is
// read whole.
import assert from "node:assert/strict";
import { mkdirSync, writeFileSync } from "node:fs";
import { test } from "node:test";
import { home } from "./app.mjs";
import { KEYS } from "./driver.mjs";

const DOUBTFUL = `РЕЗОЛЮЦИЯ
педагогического форума Озёрского муниципального округа
«Школа у реки»
г. Озёрск                                                    26 августа 2026 года

Участники форума рекомендуют:
1. Управлению образования:
- в срок до 1 октября 2026 года; ввести журнал наставника;
- утвердить план до 1 ноября 2026 года.
2. Совету ветеранов:
3. Руководителям школ:
- организация горячего питания;
- провести собрания в сентябре 2026 года.
`;

const count = (window) =>
  window.run("return document.querySelectorAll('.understood [data-part] li').length");
const here = (window) => window.run("return document.querySelector('li.here[data-line]')?.dataset.line");

test("doubts are settled by keyboard, corrections are kept and can be taken back", async (t) => {
  const app = await home(t);
  const file = app.path("форум.txt");
  writeFileSync(file, DOUBTFUL);
  let window = await app.start({ SVOD_E2E_OPEN: file });
  await window.press("o", [KEYS.ctrl]);

  // One file with doubts opens its review by itself, at the gravest place.
  await window.find('[data-testid="review"]');
  assert.equal(await here(window), "8");
  assert.match(await window.text(".doubts h2"), /2 сомнения/);

  // Enter gives the first answer to the question, here «for this directive», and goes on.
  const deadlines = () =>
    window.run("return document.querySelectorAll('.understood [data-part] li')[0].innerText");
  assert.doesNotMatch(await deadlines(), /1.октября/u);
  await window.press(KEYS.enter);
  await window.waitFor("return document.querySelector('li.here[data-line]')?.dataset.line === '10'", "the next doubt");
  assert.match(await window.text(".doubts header"), /1 сомнение\s+Решено 1 из 2/u);
  assert.match(await deadlines(), /до 1.октября.2026/u);

  // With the arrows to a line nobody doubted; a digit says what it is.
  await window.press(KEYS.down);
  await window.press(KEYS.down);
  assert.equal(await here(window), "12");
  const before = await count(window);
  const digit = await window.run(
    "return document.querySelector('[data-testid=\"say-finding\"]').getAttribute('aria-keyshortcuts')",
  );
  await window.press(digit);
  await window.waitFor(
    `return document.querySelectorAll('.understood [data-part] li').length === ${before - 1}`,
    "the line is no directive any more",
  );

  // What was said survives the program, and is taken back with Ctrl+Z.
  await window.close();
  window = await app.start();
  const id = await window.run(
    "return [...document.querySelectorAll('tr[data-id]')].find((row) => row.innerText.includes('Школа у реки')).dataset.id",
  );
  await window.run(`location.hash = '#/review/${id}'`);
  await window.find('[data-testid="review"]');
  assert.equal(await count(window), before - 1);
  await window.press("z", [KEYS.ctrl]);
  await window.waitFor(
    `return document.querySelectorAll('.understood [data-part] li').length === ${before}`,
    "the correction is taken back",
  );

  // Done leads to the document.
  await window.click('[data-testid="done"]');
  await window.waitFor("return location.hash.startsWith('#/document/')", "the document");
});

test("a letter is known by its file, its missing day can be named, and it can be taken out", async (t) => {
  const app = await home(t);
  const folder = app.path("почта");
  mkdirSync(folder);
  writeFileSync(`${folder}/письмо соседям.txt`, "Добрый день!\nПоздравляем с праздником.\nДо встречи.\n");
  writeFileSync(`${folder}/форум.txt`, DOUBTFUL);
  writeFileSync(`${folder}/скан.jpg`, "a picture");
  const window = await app.start({ SVOD_E2E_OPEN: folder });
  await addFolder(window);
  const report = '[data-testid="import-report"]';
  assert.match(await window.text(`${report} .head`), /Добавлены 2 документа, 1 файл пропущен/);
  assert.match(await window.text(report), /не похоже на резолюцию[^]*скан\.jpg/u);
  const row = await window.run(
    "return [...document.querySelectorAll('tr[data-id]')].map((row) => row.innerText).find((row) => row.includes('письмо соседям'))",
  );
  assert.match(row, /Не разобран/);
  assert.doesNotMatch(row, /Принята/);

  // The answers fit the questions: a day is typed.
  await window.run(
    `[...document.querySelectorAll('${report} tr')].find((row) => row.innerText.includes('письмо'))
       .querySelectorAll('button')[1].click()`,
  );
  // The first doubt is asked about once the file is there; a key before that goes nowhere.
  await window.find('[data-testid="say-remove"]');
  await window.press(KEYS.f8);
  await window.click('[data-testid="say-adopted"]');
  await window.find('[data-testid="typed"]');
  await window.type("26.08.2026");
  await window.press(KEYS.enter);
  await window.waitFor(
    "return document.querySelector('.understood .place')?.innerText.includes('2026')",
    "the day is understood",
  );
  assert.match(await window.text(".doubts h2"), /1 сомнение/);

  // And what is no resolution leaves the library.
  await window.click('[data-testid="say-remove"]');
  await window.waitFor("return location.hash === '#/library'", "the library");
  await window.waitFor("return document.querySelectorAll('tr[data-id]').length === 9", "it is gone");
});

test("a folder of 200 files ends in a table of what was read, doubted and failed", async (t) => {
  const app = await home(t);
  const folder = app.path("резолюции");
  mkdirSync(folder);
  for (let n = 0; n < 198; n += 1) {
    const text = DOUBTFUL.replace("Школа у реки", `Школа у реки ${n}`);
    const clean = text
      .replace("- в срок до 1 октября 2026 года; ввести журнал наставника;\n", "")
      .replace("2. Совету ветеранов:\n", "");
    writeFileSync(`${folder}/${String(n).padStart(3, "0")}.txt`, n % 2 ? clean : text);
  }
  writeFileSync(`${folder}/битый.docx`, "PK\u0003\u0004 cut short");
  writeFileSync(`${folder}/скан.pdf`, "%PDF-1.4 no pages");
  const window = await app.start({ SVOD_E2E_OPEN: folder });
  await addFolder(window);
  const report = await window.text('[data-testid="import-report"] .head');
  assert.match(report, /198 документов/);
  assert.match(report, /2 файла/);
  const outcomes = await window.run(
    "return [...document.querySelectorAll('[data-testid=\"import-report\"] tr[data-outcome]')].map((row) => row.dataset.outcome)",
  );
  assert.equal(outcomes.length, 200);
  // What was not read stands first, with its reason.
  assert.deepEqual(outcomes.slice(0, 3), ["failed", "failed", "imported"]);
  assert.match(await window.text('[data-testid="import-report"] tr[data-outcome="failed"]'), /битый\.docx/);
  // A doubtful one leads to its review.
  await window.click('[data-testid="import-report"] tr[data-outcome="imported"] button');
  await window.find('[data-testid="review"]');
});

/** «Добавить папку…» in the library. */
async function addFolder(window) {
  await window.click('[data-testid="library-more"]');
  await window.find(".menu-item");
  await window.run("[...document.querySelectorAll('.menu-item')].find((item) => item.innerText.includes('апк')).click()");
}
