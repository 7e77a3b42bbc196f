// The main job from the first start to a finished document, as a secretary would do it.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { basename, delimiter, join } from "node:path";
import { test } from "node:test";
import { home, samples, svod } from "./app.mjs";
import { KEYS, until } from "./driver.mjs";

const RESOLUTION = `РЕЗОЛЮЦИЯ
педагогического форума Озёрского муниципального округа
«Школа у реки»
г. Озёрск                                                    26 августа 2026 года

Участники форума рекомендуют:
1. Управлению образования администрации Озёрского муниципального округа:
- утвердить план работы с наставниками до 1 октября 2026 года;
- довести охват кружками до 75 %.
2. Руководителям общеобразовательных организаций:
- провести родительские собрания в сентябре 2026 года.
`;

test("first start shows the examples, which can be removed and brought back", async (t) => {
  const app = await home(t);
  const window = await app.start();
  assert.equal(await rows(window), 8);
  assert.equal(statSync(app.library).mode & 0o777, 0o600);

  await window.click('[data-testid="remove-examples"]');
  await window.waitFor("return !document.querySelector('tr[data-id]')", "the list is empty");
  assert.match(await window.text('[data-testid="toast"]'), /Убрано 8 примеров/);
  await window.takeBack("Убрано 8 примеров");
  await window.waitFor(
    "return document.querySelectorAll('tr[data-id]').length === 8",
    "the examples are back",
  );
});

test("two files are imported, opened, compared and exported", async (t) => {
  const app = await home(t);
  const [old, now] = ["tihorechensky-2025.docx", "tihorechensky-2026.docx"];
  mkdirSync(app.path("чужие файлы"));
  const written = app.path("чужие файлы", "озёрская резолюция.txt");
  writeFileSync(written, RESOLUTION);
  // The same text with one word changed, so that it is another document of the same district.
  const changed = app.path("чужие файлы", "озёрская 2025.txt");
  writeFileSync(changed, RESOLUTION.replaceAll("2026", "2025").replace("75 %", "60 %"));
  const saved = app.path("Готовая резолюция.docx");
  let window = await app.start({
    SVOD_E2E_OPEN: [changed, written].join(delimiter),
    SVOD_E2E_SAVE: saved,
  });

  // Import.
  await window.press("o", [KEYS.ctrl]);
  const report = await window.text('[data-testid="import-report"]');
  assert.match(report, /Добавлены 2 документа/);
  assert.equal(await rows(window), 10);

  // Reading view: structure, numbers, facts.
  const id = await cardOf(window, "Школа у реки", "26.08.2026");
  const before = await cardOf(window, "Школа у реки", "26.08.2025");
  await window.click(`tr[data-id="${id}"] a`);
  await window.find(".paper ol li");
  const paper = await window.text(".paper");
  assert.match(paper, /утвердить план работы с наставниками до 1 октября 2026 года/);
  assert.match(paper, /не менее 75\s%/);
  const items = "return [...document.querySelectorAll('[role=treeitem]')].map(i => i.title)";
  const tree = await window.run(items);
  assert.ok(
    tree.some((title) => title.startsWith("Руководителям общеобразовательных организаций")),
    tree.join("; "),
  );
  const foot = await window.text("footer");
  assert.match(foot, /3 поручения/);
  assert.match(foot, /без места 0/);

  // Comparison with word marks.
  await window.run("location.hash = arguments[0]", `#/comparison/${before}/${id}`);
  await window.find(".duo");
  const marks = await window.run(
    "return [...document.querySelectorAll('.duo ins, .duo del')].map(e => e.localName + ' ' + e.textContent)",
  );
  assert.ok(
    marks.some((mark) => mark.startsWith("del") && mark.includes("60")),
    marks.join("; "),
  );
  assert.ok(
    marks.some((mark) => mark.startsWith("ins") && mark.includes("75")),
    marks.join("; "),
  );
  await window.press(KEYS.f8);
  await window.find(".duo .current");

  // Export through the dialog, the file name answered for the person.
  await window.run("location.hash = arguments[0]", `#/document/${id}`);
  await window.find(".paper ol li");
  await window.press(KEYS.f12);
  await window.find("dialog[open]");
  await window.click('dialog[open] button[type="submit"]');
  await window.waitFor(
    "return [...document.querySelectorAll('[data-testid=toast]')].some(t => t.textContent.includes('Сохранено'))",
    "the file is saved",
  );
  const text = openedByLibreOffice(saved, app.path("pages"));
  assert.match(text, /утвердить план работы с наставниками до 1 октября 2026 года/);
  assert.match(text, /РЕЗОЛЮЦИЯ/i);
  const read = JSON.parse(execFileSync(svod, ["read", saved], { encoding: "utf8" }));
  const directives = read.sections.flatMap((each) => each.groups.flatMap((g) => g.directives));
  assert.deepEqual(
    directives.map((each) => each.text),
    [
      "утвердить план работы с наставниками до 1 октября 2026 года",
      "довести охват кружками до 75 %",
      "провести родительские собрания в сентябре 2026 года",
    ],
  );

  // What was imported is still there after a restart, with the files untouched.
  await app.stop(window);
  window = await app.start();
  assert.equal(await rows(window), 10);
  assert.equal(readFileSync(written, "utf8"), RESOLUTION);
  assert.ok(statSync(join(samples, old)).size > 0 && statSync(join(samples, now)).size > 0);
});

test("a comparison is saved as a Word table and as a page", async (t) => {
  const app = await home(t);
  const saved = app.path("Сравнение.docx");
  const window = await app.start({ SVOD_E2E_SAVE: saved });
  const old = await cardOf(window, "Тихореченского", "27.08.2025");
  const now = await cardOf(window, "Тихореченского", "26.08.2026");
  await window.click(`tr[data-id="${old}"] input`);
  await window.click(`tr[data-id="${now}"] input`);
  await window.click('[data-testid="compare"]');
  await window.find(".duo");
  await window.click('header [data-testid="export"]');
  await window.find("dialog[open]");
  await window.click('dialog[open] button[type="submit"]');
  await until(() => statSync(saved).size > 0, "the comparison is saved");
  const text = openedByLibreOffice(saved, app.path("pages"));
  assert.match(text, /Было/);
  assert.match(text, /Стало/);
});

test("deleting is taken back, and settings are kept", async (t) => {
  const app = await home(t);
  let window = await app.start();
  const id = await cardOf(window, "Луговского", "25.08.2026");
  await window.run("document.querySelector(arguments[0]).focus()", `tr[data-id="${id}"] a`);
  await window.press(KEYS.delete);
  await window.waitFor(
    "return !document.querySelector(arguments[0])",
    "the document is deleted",
    `tr[data-id="${id}"]`,
  );
  await window.takeBack("Удалён 1 документ");
  await window.find(`tr[data-id="${id}"]`);

  await window.run("location.hash = '#/settings'");
  await window.click('label:has(input[value="dark"])');
  await window.click('label:has(input[value="en"])');
  await window.waitFor(
    "return document.documentElement.lang === 'en' && document.querySelector('h1').textContent === 'Settings'",
    "the window speaks English",
  );
  await window.waitFor("return document.documentElement.dataset.ready === 'true'", "settings are kept");
  await app.stop(window);
  window = await app.start();
  assert.equal(await window.run("return document.documentElement.dataset.theme"), "dark");
  assert.equal(await window.run("return document.querySelector('h1').innerText"), "Library");
});

test("search finds a directive by another form of its word and opens it", async (t) => {
  const app = await home(t);
  const window = await app.start();
  await window.press("k", [KEYS.ctrl]);
  await window.find(".palette-input");
  await window.waitFor(
    "return document.activeElement?.classList.contains('palette-input')",
    "the field has the focus",
  );
  await window.type("наставник");
  await window.waitFor("return document.querySelector('.palette-item .quote')", "hits are shown");
  await window.run("document.querySelector('.palette-item:has(.quote)').click()");
  const current = await window.text(".paper li.current");
  assert.match(current, /настав/i);
});

/** How many documents are listed. */
async function rows(window) {
  return window.run("return document.querySelectorAll('tr[data-id]').length");
}

/** The id of the listed document with these words and this day. */
async function cardOf(window, words, day) {
  const id = await window.run(
    `const row = [...document.querySelectorAll("tr[data-id]")].find(
       (each) => each.textContent.includes(arguments[0]) && each.textContent.includes(arguments[1]));
     return row?.dataset.id ?? null`,
    words,
    day,
  );
  assert.ok(id, `no document «${words}» of ${day}`);
  return id;
}

/** The text of a Word file as LibreOffice sets it on pages. */
function openedByLibreOffice(file, folder) {
  mkdirSync(folder, { recursive: true });
  execFileSync("soffice", [
    `-env:UserInstallation=file://${folder}/profile`,
    "--headless",
    "--convert-to",
    "pdf",
    "--outdir",
    folder,
    file,
  ]);
  const pdf = join(folder, basename(file).replace(/\.docx$/, ".pdf"));
  const text = execFileSync("pdftotext", ["-layout", pdf, "-"], { encoding: "utf8" });
  // Lines are broken where the page ends them; words are what counts.
  return text.replace(/\s+/g, " ");
}
