// The library at work: filters, statuses, search with marks, documents that are alike, the bin, handing documents
// over, copies and taking the library back from one.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readdirSync, writeFileSync } from "node:fs";
import { delimiter } from "node:path";
import { test } from "node:test";
import { home, svod } from "./app.mjs";
import { audit, inject, settled } from "./axe.mjs";
import { saved } from "./draft.mjs";

const text = (district, year, more = "") => `РЕЗОЛЮЦИЯ
августовского форума ${district} муниципального округа
«Школа у реки»
26 августа ${year} года

Участники форума рекомендуют:
1. Управлению образования администрации ${district} муниципального округа:
- утвердить план работы с наставниками до 1 октября ${year} года;
- провести смотр школьных музеев до 20 декабря ${year} года;
- довести охват детей кружками технической направленности до 75 %;
- обновить рабочие программы воспитания с учётом предложений родителей;
- открыть группы для детей раннего возраста в каждом детском саду округа.
2. Руководителям общеобразовательных организаций:
- провести родительские собрания о семейном воспитании в сентябре ${year} года;
- разместить ежедневное меню на сайтах школ;
- заключить договоры о целевом обучении с выпускниками педагогических классов.
${more}`;

test("documents are narrowed, searched with marks, compared with their likes, archived and thrown away", async (t) => {
  const app = await home(t);
  const lastYear = text("Озёрского", 2025)
    .replace("утвердить план работы с наставниками", "заменить школьные автобусы")
    .replace("обновить рабочие программы воспитания с учётом предложений родителей", "создать службу медиации")
    .replace("заключить договоры о целевом обучении с выпускниками педагогических классов", "открыть кружки");
  const files = [
    ["озёрский 2026.txt", text("Озёрского", 2026)],
    ["озёрский 2025.txt", lastYear],
    ["копия.txt", `${text("Озёрского", 2026)}\n`],
    ["почти.txt", text("Озёрского", 2026).replace("75 %", "80 %")],
  ];
  for (const [name, content] of files) writeFileSync(app.path(name), content);
  const window = await app.start({
    SVOD_E2E_OPEN: files.map(([name]) => app.path(name)).join(delimiter),
  });
  await window.click('[data-testid="import"]');
  const report = await window.text('[data-testid="import-report"]');
  assert.match(report, /Добавлены 4 документа, 2 похожи на имеющиеся/);
  assert.match(report, /Тот же текст, что «/);
  assert.match(report, /Почти тот же текст, что «/);
  await window.click('[data-testid="import-report"] .actions button');

  // Years and filters.
  await window.click('[data-testid="year-2025"]');
  await shown(window, 2);
  await choose(window, "filter-place", "Озёрский муниципальный округ");
  await shown(window, 1);
  await window.click('[data-testid="filters-clear"]');
  await shown(window, 12);

  // The latest stands first; a click on the heading turns the order round.
  const days = () =>
    window.run("return [...document.querySelectorAll('td.date')].map((cell) => cell.innerText.split('.').reverse().join('-'))");
  const latest = await days();
  assert.deepEqual(latest, latest.toSorted().toReversed());
  await window.click("th.date button");
  await window.waitFor("return document.querySelector('th.date').ariaSort === 'ascending'", "it is turned round");
  assert.deepEqual(await days(), latest.toReversed());

  // Words in another form are marked where they stand; no title has them, so directives are shown.
  await type(window, "музеями");
  await window.find('[data-testid="hits"] mark');
  const marks = await window.run(
    "return [...document.querySelectorAll('[data-testid=hits] mark')].map(m => m.textContent)",
  );
  assert.ok(marks.length >= 3 && marks.every((mark) => mark.startsWith("музе")), marks.join());
  await window.click('[data-testid="hits"] a');
  await window.find(".paper ol li");
  await go(window, "#/library");
  await type(window, "");

  // Alike: the same text and nearly the same.
  await window.click("nav .twins button");
  await window.find('[data-testid="twins"] li');
  const alike = await window.run("return document.querySelector('[data-testid=twins]').textContent");
  assert.match(alike, /Тот же текст/);
  assert.match(alike, /Почти тот же текст/);
  const before = await count(window, '[data-testid="twins"] li');
  await window.click('[data-testid="twins"] li .one:last-child button');
  await window.waitFor(
    "return document.querySelectorAll('[data-testid=twins] li').length < arguments[0]",
    "a pair less",
    before,
  );

  // Statuses.
  await window.click("nav .own button");
  await shown(window, 3);
  await window.run("document.querySelector('tr[data-id] input').click()");
  await menu(window, "Убрать в архив");
  await window.waitFor("return document.querySelector('nav .archived .count').innerText === '1'", "it is archived");
  await window.click("nav .archived button");
  await shown(window, 1);
  assert.match(await window.text("tr[data-id]"), /В архиве/);

  // The bin: one back, the rest thrown away.
  await window.click("nav .bin button");
  await shown(window, 1);
  await window.click('[data-testid="empty-bin"]');
  await window.find("dialog[open]");
  assert.match(await window.text("dialog[open]"), /Удалить навсегда 1 документ\?/);
  await window.click('[data-testid="purge-do"]');
  await window.waitFor("return !document.querySelector('tr[data-id]')", "the bin is empty");
  await toast(window, "Навсегда удалён 1 документ");
  await app.stop(window);
  const verified = execFileSync(svod, ["library", "verify", "--library", app.library], {
    encoding: "utf8",
    env: { ...process.env, LC_ALL: "ru_RU.UTF-8" },
  });
  assert.match(verified, /Библиотека цела/);
});

test("documents go to another library in one file; what both edited is decided; a copy brings all back", async (t) => {
  const app = await home(t);
  const bundle = app.path("обмен.svodx");
  writeFileSync(app.path("форум.txt"), text("Озёрского", 2026));
  let window = await app.start({
    SVOD_E2E_OPEN: app.path("форум.txt"),
    SVOD_E2E_SAVE: bundle,
  });
  await window.click('[data-testid="import"]');
  await window.find('[data-testid="import-report"]');
  await window.click("nav .own button");
  await shown(window, 1);
  const id = await window.run("return document.querySelector('tr[data-id]').dataset.id");
  await window.run("document.querySelector('tr[data-id] input').click()");
  await menu(window, "Передать выбранные в другую библиотеку…");
  await toast(window, "Файл обмена сохранён");
  await app.stop(window);

  // Another office takes it, edits it and sends it back; meanwhile it was edited here, too.
  const other = app.path("другая.svod");
  const cli = (...line) => execFileSync(svod, ["library", ...line], { encoding: "utf8" });
  cli("receive", bundle, "--library", other);
  await edit(app, other, id, "Другое учреждение");
  cli("export", "-o", bundle, "--library", other);
  await edit(app, app.library, id, "Наше учреждение");

  window = await app.start({ SVOD_E2E_OPEN: bundle });
  await menu(window, "Принять из другой библиотеки…");
  await window.find('[data-testid="exchange-dialog"] tr[data-state="conflict"]');
  assert.match(await window.text('[data-testid="exchange-dialog"]'), /изменён и здесь, и там/);
  await inject(window);
  for (const theme of ["light", "dark"]) {
    await window.run("document.documentElement.dataset.theme = arguments[0]", theme);
    await settled(window);
    assert.deepEqual(await audit(window), []);
  }
  await window.run(
    `const select = document.querySelector('tr[data-state="conflict"] select');
     select.value = "both"; select.dispatchEvent(new Event("change", { bubbles: true }));`,
  );
  await window.click('[data-testid="exchange-do"]');
  await toast(window, "добавлен 1 документ");
  await window.click("nav .own button");
  await shown(window, 2);

  // A copy, a loss, and the copy taken back.
  await go(window, "#/settings");
  await window.click('[data-testid="backup-make"]');
  await toast(window, "Копия библиотеки сделана");
  await window.click('[data-testid="library-check"]');
  await window.find('[data-testid="library-sound"]');
  await window.run("document.querySelectorAll('details').forEach(each => (each.open = true))");
  await settled(window);
  for (const theme of ["light", "dark"]) {
    await window.run("document.documentElement.dataset.theme = arguments[0]", theme);
    await settled(window);
    assert.deepEqual(await audit(window), []);
  }
  await go(window, "#/library");
  await window.click("nav .own button");
  for (const left of [1, 0]) {
    await window.run("document.querySelector('tr[data-id] input').click()");
    const remove = '[data-testid="remove-marked"]';
    await window.waitFor("return document.querySelector(arguments[0]).ariaDisabled === 'false'", "one is marked", remove);
    await window.click(remove);
    await shown(window, left);
  }
  await go(window, "#/settings");
  await window.find('[data-testid="copies"] li, details');
  await window.run("document.querySelectorAll('details').forEach(each => (each.open = true))");
  await window.click('[data-testid="copies"] button');
  await window.click('[data-testid="restore-do"]');
  await toast(window, "Библиотека возвращена из копии");
  await go(window, "#/library");
  await window.click("nav .own button");
  await shown(window, 2);
  assert.equal(readdirSync(`${app.library}-copies`).length, 2);
});

test("a damaged library says so and is taken back from a copy in the window", async (t) => {
  const app = await home(t);
  let window = await app.start();
  await go(window, "#/settings");
  await window.click('[data-testid="backup-make"]');
  await toast(window, "Копия библиотеки сделана");
  await app.stop(window);
  writeFileSync(app.library, "это больше не библиотека");
  window = await app.start();
  assert.match(await window.text('[role="alert"]'), /повреждена/);
  await window.find('[data-testid="copies"] li');
  await window.click('[data-testid="copies"] button');
  await window.click('[data-testid="restore-do"]');
  await shown(window, 8);
});

const count = (window, selector) =>
  window.run("return document.querySelectorAll(arguments[0]).length", selector);

const go = (window, hash) => window.run("location.hash = arguments[0]", hash);

function shown(window, rows) {
  return window.waitFor(
    "return document.querySelectorAll('tr[data-id]').length === arguments[0]",
    `${rows} rows`,
    rows,
  );
}

async function toast(window, words) {
  await window.waitFor(
    "return [...document.querySelectorAll('[data-testid=toast]')].some(t => t.textContent.includes(arguments[0]))",
    words,
    words,
  );
}

async function menu(window, words) {
  await window.click('[data-testid="library-more"]');
  await window.find(".menu-item");
  await window.run(
    "[...document.querySelectorAll('.menu-item')].find(i => i.innerText.trim() === arguments[0]).click()",
    words,
  );
  // An open menu keeps the pointer to itself.
  await window.waitFor("return !document.querySelector('.menu-content')", "the menu is closed");
}

function choose(window, name, value) {
  return window.run(
    `const select = document.querySelector(\`[data-testid="\${arguments[0]}"]\`);
     select.value = arguments[1]; select.dispatchEvent(new Event("change", { bubbles: true }));`,
    name,
    value,
  );
}

function type(window, words) {
  return window.run(
    `const input = document.querySelector('input[type="search"]');
     input.value = arguments[0]; input.dispatchEvent(new Event("input", { bubbles: true }));`,
    words,
  );
}

/** Writes a place into a document in a window on a library. */
async function edit(app, library, id, words) {
  const window = await app.start({ SVOD_LIBRARY: library });
  await go(window, `#/draft/${id}`);
  await window.find('[data-testid="requisites"] .more');
  await window.click('[data-testid="requisites"] .more');
  await window.find('[data-testid="field-place"]');
  await window.run(
    `const input = document.querySelector('[data-testid="field-place"]'); input.focus();
     input.value = arguments[0]; input.dispatchEvent(new Event("input", { bubbles: true }));
     input.dispatchEvent(new Event("change", { bubbles: true })); input.blur();`,
    words,
  );
  await saved(window);
  await go(window, "#/library");
  await window.find("tr[data-id]");
  await app.stop(window);
}
