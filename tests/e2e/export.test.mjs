// A document leaves the program: what and how is chosen, its pages are those of the file, what still
// speaks against it leads to its place, the file is written whole or not at all.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { test } from "node:test";
import { home } from "./app.mjs";
import { audit, inject, settled } from "./axe.mjs";
import { PRINTING, samePages } from "./paper.mjs";
import { KEYS } from "./driver.mjs";

/** Opens the export of the sample whose title has these words. */
async function released(app, words, env = {}) {
  const window = await app.start(env);
  await show(window, words);
  return window;
}

async function show(window, words) {
  const id = await window.runAsync(
    `const done = arguments[arguments.length - 1];
     window.__TAURI_INTERNALS__.invoke("library_view", { request: {} }).then((view) =>
       done(view.documents.find((card) => card.title.includes(arguments[0])).id));`,
    words,
  );
  await window.run("location.hash = arguments[0]", `#/document/${encodeURIComponent(id)}`);
  await window.find(".paper ol li");
  await window.press(KEYS.f12);
  await shown(window);
}

/** The pages of the last choice are there, the first with its picture. */
const shown = (window) =>
  window.waitFor(
    `return document.querySelector('[data-testid=release] section[aria-busy=false] [data-page="1"] img')?.complete === true`,
    "the first page is shown",
  );
const pages = (window) => window.run("return document.querySelectorAll('[data-page]').length");
const choose = (window, name, value) =>
  window.run(
    `const select = document.querySelector('[data-testid=' + arguments[0] + ']');
     select.value = arguments[1];
     select.dispatchEvent(new Event("change", { bubbles: true }));`,
    name,
    value,
  );
const save = async (window, file) => {
  await window.click('[data-testid=release] button[type="submit"]');
  await window.waitFor("return !document.querySelector('dialog[open]')", "the dialog is closed");
  assert.ok(existsSync(file), `${file} is written`);
};

test("the pages shown are those of the PDF that is written, and the choice is remembered", async (t) => {
  const app = await home(t);
  const file = app.path("Резолюция.pdf");
  const window = await released(app, "Пять шагов", { SVOD_E2E_SAVE: file });
  const seen = await pages(window);
  await window.click("[data-testid=release] label:has(input[value=pdf])");
  await choose(window, "export-profile", "gost2016");
  await shown(window);
  await save(window, file);
  const info = execFileSync("pdfinfo", [file], { encoding: "utf8" });
  assert.match(info, new RegExp(`Pages: +${seen}\\n`));
  assert.match(info, /Tagged: +yes/);

  await show(window, "Пять шагов");
  assert.equal(await window.run("return document.querySelector('input[name=export-format]:checked').value"), "pdf");
  assert.equal(await window.run("return document.querySelector('[data-testid=export-profile]').value"), "gost2016");
});

test("a directive is found in the pages, and pages follow every choice", async (t) => {
  const app = await home(t);
  const window = await released(app, "Пять шагов");
  const all = await pages(window);
  assert.ok(all > 3);
  assert.equal(await window.text("[data-testid=export-pages]"), `Страница 1 из ${all}`);
  const last = await window.run(
    "return document.querySelector('[data-testid=export-go]').lastElementChild.value",
  );
  await choose(window, "export-go", last);
  await window.waitFor(
    `const words = document.querySelector("[data-testid=export-pages]").innerText;
     return Number(words.match(/Страница (\\d+)/)[1]) > 3`,
    "the last directive's page is shown",
  );

  await window.click("[data-testid=release] label:has(input[value=addressee])");
  await window.waitFor(
    "return document.querySelectorAll('[data-page]').length < arguments[0]",
    "an extract is shorter",
    all,
  );
  await window.click("[data-testid=release] label:has(input[value=directives])");
  await window.waitFor(
    "return document.querySelector('[data-testid=release] button[type=submit]').ariaDisabled === 'true'",
    "nothing is picked, so nothing can be saved",
  );
  await window.click("[data-testid=release] li input[type=checkbox]");
  await shown(window);
  assert.equal(await pages(window), 1);

  // Data goes out whole.
  await window.click("[data-testid=release] label:has(input[value=xlsx])");
  await window.waitFor("return document.querySelectorAll('[data-page]').length === arguments[0]", "all of it", all);
});

test("every format is written from the window", async (t) => {
  const app = await home(t);
  const file = app.path("файл.bin");
  const window = await released(app, "Пять шагов", { SVOD_E2E_SAVE: file });
  const begins = {
    docx: "PK", pdf: "%PDF-1.7", odt: "PK", xlsx: "PK", html: "<!", txt: "Управление", md: "Управление", ics: "BEGIN:VCALENDAR",
    akn: "<?xml", json: "{",
  };
  for (const [format, beginning] of Object.entries(begins)) {
    if (["docx", "pdf", "odt", "xlsx"].includes(format)) {
      await window.click(`[data-testid=release] label:has(input[value=${format}])`);
    } else {
      await choose(window, "export-rare", format);
    }
    await save(window, file);
    const written = readFileSync(file, "utf8").slice(0, 40);
    assert.ok(written.includes(beginning), `${format} begins with ${JSON.stringify(written)}`);
    await show(window, "Пять шагов");
  }
});

/** Lets the window paint what it has. */
const painted = () => new Promise((resolve) => setTimeout(resolve, 1500));

/** Types into a field and leaves it, as a person does. */
const fill = (window, name, value) =>
  window.run(
    `const field = document.querySelector("[data-testid='" + arguments[0] + "']");
     field.value = arguments[1];
     field.dispatchEvent(new Event("change", { bubbles: true }));`,
    name,
    value,
  );

test("an order and an extract say what was filled in, and it is offered again", async (t) => {
  const app = await home(t);
  const file = app.path("файл.txt");
  const window = await released(app, "Пять шагов", { SVOD_E2E_SAVE: file });
  await choose(window, "export-rare", "txt");
  await window.click("[data-testid=release] label:has(input[value=order])");
  const filled = {
    issuer: "Управления образования района", order_number: "214", order_on: "2026-09-04",
    signer_post: "Начальник управления", signer_name: "А.В. Громова", shown_to: "Методист О.П. Камышина",
    control: "Контроль возложить на заместителя начальника",
  };
  for (const [name, value] of Object.entries(filled)) {
    await fill(window, `paper-${name}`, value);
    await shown(window);
  }
  await window.click("[data-testid=release] details summary");
  await fill(window, "paper-point-1", "исполнить всё в срок");
  await shown(window);
  if (process.env.SVOD_PICTURES) {
    await painted();
    writeFileSync(`${process.env.SVOD_PICTURES}/export-order.png`, await window.screenshot());
  }
  if (process.env.SVOD_PICTURES) {
    await window.resize(1024, 700);
    await painted();
    writeFileSync(`${process.env.SVOD_PICTURES}/export-small.png`, await window.screenshot());
  }
  await save(window, file);
  const order = readFileSync(file, "utf8").replaceAll("\u00a0", " ");
  for (const words of ["№ 214", "4 сентября 2026 г.", "А.В. Громова", "Контроль возложить", "исполнить всё в срок",
    "С приказом ознакомлены", "О.П. Камышина"]) {
    assert.ok(order.includes(words), `${words} in ${order}`);
  }

  await show(window, "Пять шагов");
  await window.click("[data-testid=release] label:has(input[value=addressee])");
  await fill(window, "paper-certifier_name", "О.Н. Берёзова");
  await shown(window);
  await save(window, file);
  assert.match(readFileSync(file, "utf8"), /Верно[^]*О\.Н\.\s*Берёзова/);

  await show(window, "Пять шагов");
  await window.click("[data-testid=release] label:has(input[value=order])");
  assert.equal(await window.run("return document.querySelector('[data-testid=paper-issuer]').value"), filled.issuer);
});

test("points of an order are added, moved and deleted by key and button, and nothing vanishes unsaid", async (t) => {
  const app = await home(t);
  const file = app.path("файл.txt");
  const window = await released(app, "Пять шагов", { SVOD_E2E_SAVE: file });
  await choose(window, "export-rare", "txt");
  await window.click("[data-testid=release] label:has(input[value=order])");
  await window.click("[data-testid=release] details summary");
  const focused = () => window.run("return document.activeElement.dataset.testid ?? ''");
  const text = (at) => window.run("return document.querySelector(`[data-testid=paper-point-${arguments[0]}]`).value", at);
  const count = () => window.run("return document.querySelectorAll('[data-point]').length");
  const before = await count();
  const [first, second] = [await text(0), await text(1)];

  // By key: the row moves, and the hand stays on it.
  await window.run("document.querySelector('[data-testid=paper-point-0]').focus()");
  await window.press(KEYS.down, [KEYS.alt]);
  assert.deepEqual([await text(0), await text(1)], [second, first]);
  assert.equal(await focused(), "paper-point-1");
  await window.press(KEYS.enter, [KEYS.ctrl]);
  assert.equal(await focused(), "paper-point-2");
  await window.type("Опубликовать приказ на сайте");
  // By button, which stays under the hand as well.
  await window.click("[data-testid=point-up-2]");
  assert.equal(await focused(), "point-up-1");
  await window.click("[data-testid=point-delete-0]");
  await window.waitFor("return document.activeElement.dataset.testid === 'point-back'", "the way back is at hand");
  await shown(window);
  assert.ok((await window.text("[data-testid=left-out]")).includes(second));
  if (process.env.SVOD_PICTURES) {
    await painted();
    writeFileSync(`${process.env.SVOD_PICTURES}/export-points.png`, await window.screenshot());
  }
  await window.click("[data-testid=point-back]");
  await window.waitFor("return !document.querySelector('[data-testid=left-out]')", "it is back");
  assert.equal(await text(0), second);
  await window.click("[data-testid=point-delete-0]");
  await shown(window);
  await save(window, file);
  const order = readFileSync(file, "utf8").replaceAll("\u00a0", " ");
  assert.ok(!order.includes(second), order);
  assert.match(order, /1\. Опубликовать приказ на сайте[;.]/);

  // It is remembered, and the left out point is still named.
  await show(window, "Пять шагов");
  await window.click("[data-testid=release] label:has(input[value=order])");
  await window.click("[data-testid=release] details summary");
  assert.equal(await count(), before);
  await window.click("[data-testid=left-out] button");
  await window.waitFor("return document.querySelectorAll('[data-point]').length === arguments[0]", "taken back", before + 1);
  await window.click("[data-testid=points-reset]");
  await window.waitFor("return document.querySelectorAll('[data-point]').length === arguments[0]", "as made", before);
  assert.equal(await text(0), first);
});

test("copies of a distribution list are asked for and numbered", async (t) => {
  const app = await home(t);
  const file = app.path("файл.txt");
  const window = await released(app, "Пять шагов", { SVOD_E2E_SAVE: file });
  await choose(window, "export-rare", "txt");
  await window.click("[data-testid=release] label:has(input[value=distribution])");
  await window.find("[data-testid=copies-0]");
  await fill(window, "copies-0", "3");
  await shown(window);
  await fill(window, "copies-0", "-2");
  assert.equal(await window.run("return document.querySelector('[data-testid=copies-0]').value"), "3");
  if (process.env.SVOD_PICTURES) {
    await painted();
    writeFileSync(`${process.env.SVOD_PICTURES}/export-copies.png`, await window.screenshot());
  }
  await save(window, file);
  const list = readFileSync(file, "utf8").replaceAll("\u00a0", " ");
  assert.ok(list.includes("№ экз.: 1–3") && list.includes("№ экз.: 4"), list);
});

test("the office's own page is set in the settings, within limits, and goes back to the standard", async (t) => {
  const app = await home(t);
  const window = await app.start();
  await window.run("location.hash = '#/settings'");
  const picture = () => window.run("return document.querySelector('[data-testid=own-page]')?.src ?? ''");
  await window.waitFor("return document.querySelector('[data-testid=own-page]')?.complete === true", "a sample");
  const before = await picture();
  await fill(window, "own-left_mm", "45");
  await window.waitFor("return document.querySelector('[data-testid=own-page]').src !== arguments[0]", "it follows", before);
  await fill(window, "own-left_mm", "900");
  await window.waitFor("return document.body.innerText.includes('можно от 10 до 50')", "limits are said");
  assert.equal(await window.run("return document.querySelector('[data-testid=own-left_mm]').value"), "45");
  if (process.env.SVOD_PICTURES) {
    await window.run("document.querySelector('[data-testid=own-page]').scrollIntoView({ block: 'center' })");
    await painted();
    writeFileSync(`${process.env.SVOD_PICTURES}/own-page.png`, await window.screenshot());
  }
  await window.click("[data-testid=own-page-reset]");
  await window.waitFor("return document.querySelector('[data-testid=own-page]').src === arguments[0]", "the standard", before);
});

for (const [name, words] of [
  ["нет/такой/папки.docx", "такой папки больше нет"],
  ["итог?.docx", "не подходит"],
  ["папка.docx", "папка"],
]) {
  test(`a place that cannot be written to is said: ${name}`, async (t) => {
    const app = await home(t);
    mkdirSync(app.path("папка.docx"));
    const window = await released(app, "Пять шагов", { SVOD_E2E_SAVE: app.path(name) });
    await window.click('[data-testid=release] button[type="submit"]');
    await window.waitFor(
      "return document.querySelector('[data-testid=release] [role=alert].error').innerText.includes(arguments[0])",
      "it is said why",
      words,
    );
  });
}

test("a file open in Word is left alone, and the person is told", async (t) => {
  const app = await home(t);
  const file = app.path("Резолюция.docx");
  writeFileSync(file, "прежний");
  writeFileSync(app.path("~$золюция.docx"), "");
  const window = await released(app, "Пять шагов", { SVOD_E2E_SAVE: file });
  await window.click('[data-testid=release] button[type="submit"]');
  await window.waitFor(
    "return document.querySelector('[data-testid=release] [role=alert]').innerText.includes('открыт в другой программе')",
    "it is said why",
  );
  assert.equal(readFileSync(file, "utf8"), "прежний");
});

test("the pages that are printed are those of the PDF", async (t) => {
  const app = await home(t);
  const [printed, saved] = [app.path("Печать.pdf"), app.path("Резолюция.pdf")];
  const window = await released(app, "Пять шагов", { ...PRINTING, SVOD_E2E_PRINT: printed, SVOD_E2E_SAVE: saved });
  await window.click("[data-testid=export-print]");
  await window.waitFor("return document.body.innerText.includes('отправлены на печать')", "they are printed");
  await window.click("[data-testid=release] label:has(input[value=pdf])");
  await shown(window);
  await save(window, saved);
  samePages(printed, saved, "595 x 842");
});

test("what speaks against the export leads to its place", async (t) => {
  const app = await home(t);
  const window = await released(app, "Пять шагов");
  await window.find("[data-testid=release] .places button");
  await window.click("[data-testid=release] .places button");
  await window.waitFor(
    "return !document.querySelector('dialog[open]') && /[?]at=[0-9a-f]+/.test(location.hash)",
    "the place is shown",
  );
});

for (const theme of ["light", "dark"]) {
  test(`axe finds no fault in the export, ${theme}`, async (t) => {
    const app = await home(t);
    const window = await app.start();
    await window.run("document.documentElement.dataset.theme = arguments[0]", theme);
    await show(window, "Пять шагов");
    await inject(window);
    await choose(window, "export-profile", "own");
    await window.find("[data-testid=release] .places button");
    await shown(window);
    await settled(window);
    assert.deepEqual(await audit(window), []);
    if (process.env.SVOD_PICTURES) {
      writeFileSync(`${process.env.SVOD_PICTURES}/export-${theme}.png`, await window.screenshot());
    }
    // The points of an order, one of them deleted, and the copies of a list.
    await window.click("[data-testid=release] label:has(input[value=order])");
    await window.click("[data-testid=release] details summary");
    await window.click("[data-testid=point-add]");
    await window.click("[data-testid=point-delete-1]");
    await shown(window);
    await settled(window);
    assert.deepEqual(await audit(window), []);
    if (process.env.SVOD_PICTURES) {
      writeFileSync(`${process.env.SVOD_PICTURES}/points-${theme}.png`, await window.screenshot());
    }
    await window.click("[data-testid=release] label:has(input[value=distribution])");
    await shown(window);
    await settled(window);
    assert.deepEqual(await audit(window), []);
  });
}
