// A new document begins from a template, from last year's text, from a file or from nothing;
// templates are copied, made, saved, added and deleted; work of a program that was killed is found.
import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { home } from "./app.mjs";
import { audit, inject, settled } from "./axe.mjs";
import { KEYS } from "./driver.mjs";

/** Runs a command of the back end, past the screen. */
const ask = (window, name, request) =>
  window.runAsync(
    `const done = arguments[2];
     window.__TAURI_INTERNALS__.invoke(arguments[0], { request: arguments[1] }).then(
       (response) => done(response),
       (error) => done({ error: JSON.stringify(error) }),
     );`,
    name,
    request,
  );

const way = (window, name) => window.click(`label:has(input[value="${name}"])`);

/** Waits for the draft that was begun and gives it. */
async function draft(window) {
  await window.waitFor("return location.hash.startsWith('#/draft/')", "the draft is shown");
  const id = await window.run("return decodeURIComponent(location.hash.split('/')[2])");
  return ask(window, "draft_open", { id });
}

async function type(window, field, words) {
  await window.run("document.querySelector(arguments[0]).focus()", `[data-testid="field-${field}"]`);
  await window.type(words);
}

test("a resolution begins from a template with what was filled in, and it is remembered", async (t) => {
  const app = await home(t);
  const window = await app.start();
  await window.press("n", [KEYS.ctrl]);
  await window.find("[data-template]");
  assert.equal(await window.run("return document.querySelectorAll('[data-template]').length"), 12);
  assert.match(await window.text('[data-testid="ways"]'), /По шаблону[^]*По прошлогодней[^]*Из файла[^]*Пустая/);
  await window.find("article .item");

  // The page follows what is typed and shows where it goes.
  await type(window, "Тема", "Школа у реки");
  await window.waitFor(
    "return document.querySelector('article .theme .current')?.innerText === 'Школа у реки'",
    "the theme is on the page",
  );
  await type(window, "Муниципалитет (род. п.)", "Озёрского муниципального округа");
  await window.waitFor(
    "return document.querySelector('article .title')?.innerText.includes('Озёрского')",
    "the district is on the page",
  );
  assert.match(await window.text("form header"), /Заполнено 2 из 9/);
  await window.press(KEYS.enter);
  const begun = await draft(window);
  assert.equal(begun.resolution.event.theme, "Школа у реки");
  assert.equal(begun.resolution.draft, true);
  assert.equal(begun.card.directives, 26);
  assert.match(JSON.stringify(begun.resolution), /\[Председатель\]/, "what was left out stays a field");

  // The next document of another template knows the district already.
  await window.press("n", [KEYS.ctrl]);
  await window.click('[data-template^="02"] .card');
  await window.waitFor(
    `return document.querySelector('[data-testid="field-Муниципалитет (род. п.)"]')?.value
       === "Озёрского муниципального округа"`,
    "the district is remembered",
  );
});

test("a plan keeps what is to come of each measure, shows it beside the measure and lets it be said anew", async (t) => {
  const app = await home(t);
  const window = await app.start();
  await window.press("n", [KEYS.ctrl]);
  await window.click('[data-template^="10"] .card');
  await window.find("article table, article .item");
  await window.run("document.querySelector('form input').focus()");
  await window.press(KEYS.enter);
  const { card } = await draft(window);
  const results = async () => {
    const { resolution } = await ask(window, "draft_open", { id: card.id });
    return resolution.sections.flatMap(({ groups }) => groups.flatMap(({ directives }) => directives.map(({ result }) => result)));
  };
  assert.deepEqual((await results()).slice(0, 3), [
    "приказ Управления образования",
    "план повышения результатов в каждой школе",
    "охват не менее 90 % учителей",
  ]);
  const chip = `[...document.querySelectorAll('.ed-chip')].find((chip) => chip.innerText.includes('приказ Управления'))`;
  await window.waitFor(`return ${chip}`, "the result is beside its measure");
  await settled(window);
  await inject(window);
  await window.run(`${chip}.click()`);
  await window.find('[data-testid="beside"] input');
  await settled(window);
  if (process.env.SVOD_PICTURES) writeFileSync(`${process.env.SVOD_PICTURES}/plan-result.png`, await window.screenshot());
  assert.deepEqual(await audit(window), []);
  await window.run("document.querySelector('[data-testid=beside] input').select()");
  await window.type("распоряжение");
  await window.press(KEYS.enter);
  await window.waitFor(`return [...document.querySelectorAll('.ed-chip')].some((chip) => chip.innerText.includes('распоряжение'))`, "the new words");
  await window.waitFor("return document.querySelector('[data-testid=save-state]').innerText.includes('Сохранено')", "it is kept");
  assert.equal((await results())[0], "распоряжение");
});

test("what a plan of others says beside its measures is read, shown and changed: who does it, and any other column", async (t) => {
  const app = await home(t);
  const file = app.path("план.md");
  writeFileSync(
    file,
    `ПЛАН МЕРОПРИЯТИЙ\nпо развитию музеев\n1 сентября 2026 г.\n\n| № | Мероприятие | Срок | Ответственный | Финансирование |
|---|---|---|---|---|
| 1 | Провести смотр музеев | до 1 мая 2027 года | управление образования | местный бюджет |
| 2 | Открыть клубы краеведов | до 1 июня 2027 года | директора школ | |\n`,
  );
  const window = await app.start({ SVOD_E2E_OPEN: file });
  await window.run("location.hash = '#/new'");
  await way(window, "file");
  await window.click('[data-testid="start-file"]');
  const { card } = await draft(window);
  const measures = async () => {
    const { resolution } = await ask(window, "draft_open", { id: card.id });
    return resolution.sections.flatMap(({ groups }) =>
      groups.flatMap(({ directives }) => directives.map(({ addressee, cells = [] }) => [addressee, ...cells])),
    );
  };
  assert.deepEqual(await measures(), [["управление образования", "местный бюджет"], ["директора школ"]]);
  const chip = (words) => `[...document.querySelectorAll('.ed-chip')].find((chip) => chip.innerText.includes('${words}'))`;
  const say = async (old, words) => {
    await window.waitFor(`return ${chip(old)}`, `the chip «${old}»`);
    await settled(window);
    await window.run(`${chip(old)}.click()`);
    await window.find('[data-testid="beside"] input');
    await settled(window);
    await window.run("document.querySelector('[data-testid=beside] input').select()");
    await window.type(words);
    if (process.env.SVOD_PICTURES) writeFileSync(`${process.env.SVOD_PICTURES}/plan-${words.split(" ")[0]}.png`, await window.screenshot());
    await window.press(KEYS.enter);
    await window.waitFor(`return ${chip(words)}`, `the chip «${words}»`);
  };
  await say("Финансирование: местный бюджет", "областной бюджет");
  await say("Финансирование…", "без затрат");
  await say("директора школ", "Дом творчества");
  await inject(window);
  assert.deepEqual(await audit(window), []);
  await window.waitFor("return document.querySelector('[data-testid=save-state]').innerText.includes('Сохранено')", "it is kept");
  const said = [["управление образования", "областной бюджет"], ["Дом творчества", "без затрат"]];
  assert.deepEqual(await measures(), said);
  await window.waitFor("return [...document.querySelectorAll('[role=treeitem]')].some((item) => item.innerText.includes('Дом творчества'))", "the structure names the new performer");
  // The words go their own way: what stands beside them stays.
  await window.press("z", [KEYS.ctrl]);
  await window.waitFor(`return ${chip("директора школ")}`, "the change is undone");
  await window.press("y", [KEYS.ctrl]);
  await window.waitFor(`return ${chip("Дом творчества")}`, "and done again");
});

test("a blank document and one from a file are opened for editing", async (t) => {
  const app = await home(t);
  const file = app.path("решение.txt");
  writeFileSync(file, "РЕШЕНИЕ\nсовещания\n\n1. Руководителям школ:\n1.1. обновить сайты до 1 октября 2026 года.\n");
  const window = await app.start({ SVOD_E2E_OPEN: file });
  await window.press("k", [KEYS.ctrl]);
  await window.waitFor(
    "return document.activeElement?.classList.contains('palette-input')",
    "the palette has the focus",
  );
  await window.type("новая рез");
  await window.find(".palette-item[data-selected]");
  await window.press(KEYS.enter);
  await window.waitFor("return !document.querySelector('.palette')", "the palette is gone");
  await way(window, "blank");
  await way(window, "protocol");
  await window.click('[data-testid="start-blank"]');
  assert.equal((await draft(window)).resolution.kind, "protocol");

  await window.run("location.hash = '#/library'");
  await window.click('[data-testid="new"]');
  await way(window, "file");
  await window.click('[data-testid="start-file"]');
  await window.waitFor("return /^#.(draft|review)/.test(location.hash)", "the file is opened");
  const found = await ask(window, "library_search", { query: "сайты" });
  assert.ok(found.some(({ text }) => text.includes("обновить сайты")));
});

test("last year's document: the dates move by the years between, or not at all", async (t) => {
  const app = await home(t);
  const window = await app.start();
  await window.run("location.hash = '#/new'");
  await way(window, "last_year");
  await window.find("[data-document]");
  const years = await window.run(
    "return [...document.querySelectorAll('[data-document] .year')].map((year) => year.innerText)",
  );
  assert.deepEqual(years, years.toSorted().toReversed(), "the newest first");
  await window.run("document.querySelector('[data-testid=document-search]').focus()");
  await window.type("тихореченск 2025");
  await window.waitFor(
    "return document.querySelectorAll('[data-document]').length === 1",
    "one document fits",
  );
  assert.match(await window.text(".how"), /В ней 38 поручений/);
  await window.click('[data-testid="start-moving"]');
  await window.waitFor("return !document.querySelector('[data-testid=start-years]')", "dates stay");
  await window.click('[data-testid="start-carry"]');
  await window.find('[data-testid="carry-card"]');
  const id = await window.run("return decodeURIComponent(location.hash.split('/')[2])");
  const view = await ask(window, "carry_view", { id });
  assert.equal(view.years, 0);
  assert.equal(view.items[0].suggestion, view.items[0].directive.text);
  await window.click('[data-testid="carry-text-link"]');
  await draft(window);
});

test("templates are copied, deleted and brought back, saved, added, and made of documents", async (t) => {
  const app = await home(t);
  const saved = app.path("шаблон.md");
  const window = await app.start({ SVOD_E2E_SAVE: saved, SVOD_E2E_OPEN: saved });
  const own = () =>
    window.run(
      `const shelves = [...document.querySelectorAll("nav[aria-label='Шаблоны'] h2")];
       const mine = shelves.find((shelf) => shelf.innerText === "Мои шаблоны");
       return mine ? [...mine.parentElement.nextElementSibling.querySelectorAll(".name")].map((n) => n.innerText) : []`,
    );
  const owns = (names, what) =>
    window.waitFor(
      `const names = (() => { const shelves = [...document.querySelectorAll("nav[aria-label='Шаблоны'] h2")];
         const mine = shelves.find((shelf) => shelf.innerText === "Мои шаблоны");
         return mine ? [...mine.parentElement.nextElementSibling.querySelectorAll(".name")].map((n) => n.innerText) : []; })();
       return JSON.stringify(names.toSorted()) === JSON.stringify(arguments[0])`,
      what,
      names.toSorted(),
    );
  const menu = async (trigger, item) => {
    await window.run("document.querySelector(arguments[0]).focus()", trigger);
    await window.press(KEYS.enter);
    await window.find(".menu-item");
    await window.run(
      "[...document.querySelectorAll('.menu-item')].find((each) => each.innerText.includes(arguments[0])).click()",
      item,
    );
  };
  await window.run("location.hash = '#/templates'");
  await window.find("article .item");
  assert.deepEqual(await own(), []);

  // A copy under a name of its own.
  await menu('[data-template^="03"] .menu-trigger', "Сделать копию");
  await window.find('[data-testid="copy-dialog"]');
  await window.run("document.querySelector('[data-testid=copy-name]').select()");
  await window.type("Наше совещание");
  await window.press(KEYS.enter);
  await owns(["Наше совещание"], "the copy is there");

  // Saved, deleted, brought back, deleted, added again from the file.
  const mine = "li.current .menu-trigger";
  await menu(mine, "Сохранить в файл");
  await window.waitFor(
    `return [...document.querySelectorAll('[data-testid="toast"]')].some((toast) => toast.innerText.includes("шаблон.md"))`,
    "it is saved",
  );
  assert.ok(existsSync(saved));
  assert.match(readFileSync(saved, "utf8"), /name: Наше совещание/);
  await menu(mine, "Удалить");
  await owns([], "it is gone from the screen");
  await window.takeBack("удалён");
  await owns(["Наше совещание"], "it is back");
  await menu(mine, "Удалить");
  await owns([], "it is gone again");
  await window.waitFor(
    `const told = [...document.querySelectorAll('[data-testid="toast"]')].find((toast) => toast.innerText.includes("удалён"));
     told?.querySelector(".close")?.click();
     return told === undefined`,
    "the message is closed",
  );
  assert.equal((await ask(window, "templates_list", {})).length, 12);
  await menu('[data-testid="template-add"]', "Добавить из файла");
  await owns(["Наше совещание"], "it is added from the file");

  // A document of the library becomes a template, from its menu there.
  await window.run("location.hash = '#/library'");
  await window.find("tr[data-id]");
  await menu("tr[data-id] .menu-trigger", "Сохранить как шаблон");
  await window.find('[data-testid="keep-dialog"]');
  await window.run("document.querySelector('[data-testid=keep-name]').select()");
  await window.run("document.querySelector('[data-testid=keep-name]').focus()");
  await window.type("Как в прошлый раз");
  await window.press(KEYS.enter);
  await owns(["Как в прошлый раз", "Наше совещание"], "the document is a template");
});

test("work of a program that was killed is told of once", async (t) => {
  const app = await home(t);
  let window = await app.start();
  await window.run("location.hash = '#/new'");
  await window.find("[data-template]");
  await type(window, "Тема", "Школа у реки");
  await window.click('[data-testid="start-template"]');
  const { card, resolution, kept } = await draft(window);
  for (const [at, word] of ["Обсудив", "Обсудив итоги"].entries()) {
    const paragraphs = [word, ...resolution.preamble.slice(1)];
    await ask(window, "draft_edit", { id: card.id, after: kept + at, edits: [{ edit: "set_preamble", paragraphs }] });
  }
  kill(app);
  await app.stop(window);

  window = await app.start();
  const told = await window.text('[data-testid="recovered"]');
  assert.match(told, /Программа закрылась не как обычно\. Восстановлено: «.*», 2 правки, последняя сегодня, \d\d:\d\d/);
  await inject(window);
  await settled(window);
  assert.deepEqual(await audit(window), []);
  await window.click('[data-testid="recovered-open"]');
  await window.waitFor("return location.hash.startsWith('#/draft/')", "the document is opened");
  await window.click('[data-testid="recovered-seen"]');
  await window.waitFor("return !document.querySelector('[data-testid=recovered]')", "it is told of no more");
  await app.stop(window);
  window = await app.start();
  assert.equal(await window.run("return document.querySelector('[data-testid=recovered]')"), null);
});

/** Ends the program of a home as a fault of the system would. */
function kill(app) {
  for (const pid of readdirSync("/proc").filter((name) => /^\d+$/.test(name))) {
    try {
      const environment = readFileSync(join("/proc", pid, "environ"), "utf8");
      const name = readFileSync(join("/proc", pid, "comm"), "utf8");
      if (environment.includes(`SVOD_LIBRARY=${app.library}`) && name.startsWith("svod-desktop")) {
        process.kill(Number(pid), "SIGKILL");
      }
    } catch {
      // Gone, or somebody else's.
    }
  }
}

for (const theme of ["light", "dark"]) {
  test(`beginning has no fault that axe finds, ${theme}`, async (t) => {
    const app = await home(t);
    const window = await app.start();
    await window.run("document.documentElement.dataset.theme = arguments[0]", theme);
    await inject(window);
    const faults = [];
    const look = async (name) => {
      await settled(window);
      for (const fault of await audit(window)) faults.push(`${name}: ${fault}`);
    };
    await window.run("location.hash = '#/new'");
    await window.find("article .item");
    await type(window, "Тема", "Школа");
    await look("from a template");
    for (const name of ["last_year", "file", "blank"]) {
      await way(window, name);
      await look(name);
    }
    await window.run("location.hash = '#/templates'");
    await window.find("article .item");
    await window.run("document.querySelector('[data-template] .menu-trigger').focus()");
    await window.press(KEYS.enter);
    await window.find(".menu-item");
    await look("menu of a template");
    await window.press(KEYS.enter);
    await window.find('[data-testid="copy-dialog"]');
    await look("copy");
    await window.press(KEYS.escape);
    await window.waitFor("return !document.querySelector('dialog[open]')", "the dialog is closed");
    const id = await window.run("return location.hash");
    assert.equal(id, "#/templates");
    await window.run("location.hash = '#/library'");
    const first = await window.run("return document.querySelector('tr[data-id]')?.dataset.id ?? null");
    await window.run("location.hash = arguments[0]", `#/templates?from=${first}`);
    await window.find('[data-testid="keep-dialog"]');
    await look("a document as a template");
    assert.deepEqual(faults, []);
  });
}
