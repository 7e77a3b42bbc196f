// A region at a glance: twelve invented districts over three years, from import to the matrix, its gaps, a task through
// the years, shared text, indicators and acts, with the keyboard, by a screen reader's names, and as a file.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { home, svod } from "./app.mjs";
import { command } from "./audit.mjs";
import { audit, inject, settled } from "./axe.mjs";
import { KEYS } from "./driver.mjs";
import { picture, place, region } from "./region.mjs";

const tab = async (window, at) => {
  await window.run(`document.querySelectorAll('.tabs-tab')[${at}].click()`);
};

async function opened(app, env = {}) {
  await region(app);
  const window = await app.start(env);
  await place(window);
  await window.find("[data-cell]");
  const choose = `const select = document.querySelector('[data-testid=district-region]');
    select.value = 'Приозёрная область'; select.dispatchEvent(new Event('change', { bubbles: true }));`;
  await window.run(choose);
  await window.waitFor("return document.querySelectorAll('tbody tr').length === 12", "twelve districts");
  return window;
}

test("a region is seen at a glance, and a number leads to its sentences by keyboard", async (t) => {
  const app = await home(t);
  const out = app.path("матрица.html");
  const window = await opened(app, { SVOD_E2E_SAVE: out });
  await picture(window, "matrix");

  // A real table: every heading says what it heads.
  const headings = "return [document.querySelectorAll('thead th[scope=col]').length, document.querySelectorAll('tbody th[scope=row]').length]";
  const [columns, rows] = await window.run(headings);
  assert.equal(rows, 12);
  assert.ok(columns > 20, `${columns} columns`);

  // One cell is in the way of the Tab key; the arrows go to the others.
  assert.equal(await window.run("return document.querySelectorAll('[data-cell][tabindex=\"0\"]').length"), 1);
  await window.run("document.querySelector('[data-cell=\"0-0\"]').focus()");
  for (const key of [KEYS.right, KEYS.down]) await window.press(key);
  const focus = () => window.run("return document.activeElement.dataset.cell");
  assert.equal(await focus(), "1-1");
  assert.match(await window.run("return document.activeElement.ariaLabel"), /Питание: (\d+|никому не поручено)/);

  const filled = await window.run(
    "return [...document.querySelectorAll('[data-cell]')].find((cell) => /Питание: [1-9]/.test(cell.ariaLabel)).dataset.cell",
  );
  await window.run("document.querySelector(`[data-cell='${arguments[0]}']`).focus()", filled);
  await window.press(KEYS.enter);
  await window.find("aside article");
  assert.match(await window.text("aside"), /питани/);
  await picture(window, "cell");

  // A gap says so, and what the others have.
  const gap = await window.run(
    "return [...document.querySelectorAll('[data-cell]')].find((cell) => /Профориентация: никому/.test(cell.ariaLabel))?.dataset.cell",
  );
  assert.ok(gap, "some district has no career guidance");
  await window.run("document.querySelector(`[data-cell='${arguments[0]}']`).click()", gap);
  await window.waitFor("return document.querySelector('aside').innerText.includes('Чего нет, а у других есть')", "what others have");
  await picture(window, "gap");

  // The file is what the screen shows.
  const total = await window.text("tfoot b");
  await window.click('[data-testid="districts-html"]');
  await window.waitFor("return document.body.innerText.includes('матрица.html')", "it is saved");
  assert.ok(existsSync(out));
  const html = readFileSync(out, "utf8");
  assert.ok(html.includes(`<td>${total}</td>`) && html.includes("Луговский"), "the file holds the same total");

  await window.click('label:has(input[value="families"])');
  await window.waitFor("return [...document.querySelectorAll('thead th')].some((head) => head.title.includes('наставника'))", "tasks stand in the columns");
  await picture(window, "families");
});

test("cells tell what is executed and overdue, and only gaps and single headings are left when asked", async (t) => {
  const app = await home(t);
  const out = app.path("исполнено.html");
  const window = await opened(app, { SVOD_E2E_SAVE: out });
  const today = "2026-11-26";
  const { documents } = await command(window, "library_view", {});
  const adopted = documents.filter(({ source_name }) => /^(Луговской|Заречненск|Ясногорск)-2025/.test(source_name));
  assert.equal(adopted.length, 3);
  for (const { id } of adopted) {
    const { items } = await command(window, "control_adopt", { id, on: "2025-08-25", today });
    const mark = { status: "done", on: "2025-09-10", evidence: "приказ от 10.09.2025 № 5" };
    const marks = items.filter((item) => item.document === id).slice(0, 4).map(({ directive }) => ({ directive, mark }));
    await command(window, "control_mark", { id, marks, today });
  }
  await window.run(
    `const select = document.querySelector('[data-testid=district-year]');
     select.value = '2025'; select.dispatchEvent(new Event('change', { bubbles: true }));`,
  );
  const labels = () => window.run("return [...document.querySelectorAll('tbody td [data-cell]')].map((cell) => [cell.ariaLabel, cell.innerText.trim()])");

  await window.click('label:has(input[value="done"])');
  await window.waitFor("return document.querySelector('tbody').innerText.includes('н/к')", "most are not under control");
  let cells = await labels();
  const done = cells.find(([label]) => /исполнено [1-9]\d* из \d+ на контроле/.test(label));
  assert.ok(done, "something is executed");
  assert.match(done[1].replace(/\s+/g, " "), /^[1-9]\d* из \d+$/);
  assert.ok(cells.some(([label, words]) => label.endsWith("не на контроле (н/к)") && words === "н/к"));
  assert.match(await window.text(".key"), /не на контроле/);

  // The file tells the same cells.
  await window.click('[data-testid="districts-html"]');
  await window.waitFor("return document.body.innerText.includes('исполнено.html')", "it is saved");
  const plain = (text) => text.replaceAll(/\s+/g, " ");
  const told = [...readFileSync(out, "utf8").matchAll(/<td class="(?:q\d|gap)">([^<]*)<|<td>()<\/td>(?=<td class="sum)/g)].map((found) => plain(found[1] ?? ""));
  const seen = cells.map(([, words]) => plain(words));
  assert.deepEqual(told.filter(Boolean), seen.filter(Boolean));

  const views = [[1440, 900], [1024, 700]];
  const look = async (name) => {
    for (const theme of ["light", "dark"]) {
      await window.run("document.documentElement.dataset.theme = arguments[0]", theme);
      for (const [width, height] of views) {
        await window.resize(width, height);
        await settled(window);
        await picture(window, `${name}-${theme}-${width}`);
      }
      await inject(window);
      // The names do hold «н/к», as is asserted above; this rule of axe does not find it there.
      const faults = (await audit(window)).filter((fault) => !fault.startsWith("label-content-name-mismatch"));
      assert.deepEqual(faults, [], `${name}, ${theme}`);
    }
  };
  await look("done");
  await window.click('label:has(input[value="overdue"])');
  await window.waitFor("return /просрочено [1-9]/.test([...document.querySelectorAll('tbody td [data-cell]')].map((cell) => cell.ariaLabel).join())", "something is overdue");
  await look("overdue");

  // Only gaps: how many are left is told, and every row and column has one.
  await window.click('label:has(input[value="given"])');
  await window.click('[data-testid="district-gaps"]');
  await window.find('[data-testid="district-gaps-told"]');
  assert.match(await window.text('[data-testid="district-gaps-told"]'), /строк \d+ из 12, столбцов \d+ из \d+, пробелов \d+/);
  cells = await window.run("return [...document.querySelectorAll('tbody tr')].map((row) => [...row.querySelectorAll('td [data-cell]')].map((cell) => cell.innerText.trim()))");
  assert.ok(cells.every((row) => row.includes("—")), "every row has a gap");
  assert.ok(cells[0].every((_, at) => cells.some((row) => row[at] === "—")), "every column has a gap");
  await look("only-gaps");
  await window.click('[data-testid="district-gaps"]');
  await window.waitFor("return !document.querySelector('[data-testid=district-gaps-told]')", "all is shown");

  // The arrows reach a heading, Enter leaves its column alone, and there is a way back.
  await window.run("document.querySelector('[data-cell=\"0-0\"]').focus()");
  await window.press(KEYS.up);
  await window.press(KEYS.enter);
  await window.find('[data-testid="district-only"]');
  await window.waitFor("return document.querySelectorAll('thead th').length === 3", "one theme is left");
  await look("one-theme");
  await window.click('[data-testid="district-all"]');
  await window.waitFor("return document.querySelectorAll('thead th').length > 20", "all themes are back");
  await window.run("document.querySelector('tbody th button').click()");
  await window.waitFor("return document.querySelectorAll('tbody tr').length === 1", "one district is left");
  await look("one-district");
});

test("samples are shown while there is nothing else", async (t) => {
  const app = await home(t);
  const window = await app.start();
  await place(window);
  await window.find('[data-testid="district-samples"]');
  assert.match(await window.text('[data-testid="district-samples"]'), /одни примеры/);
});

test("a task is followed through the years, parted and taken back", async (t) => {
  const app = await home(t);
  const window = await opened(app);
  await tab(window, 1);
  await window.waitFor(
    "return [...(document.querySelector('[data-testid=district-which]')?.options ?? [])].some((option) => option.text.startsWith('Лугов'))",
    "districts to choose from",
  );
  await window.waitFor("return document.querySelector('tbody')", "the first district");
  const before = await window.run("return document.querySelector('tbody').innerText");
  await window.run(
    `const select = document.querySelector('[data-testid=district-which]');
     select.value = [...select.options].find((option) => option.text.startsWith('Лугов')).value;
     select.dispatchEvent(new Event('change', { bubbles: true }));`,
  );
  // Rows of the district before have such tasks, too.
  const other = "const rows = document.querySelector('tbody')?.innerText ?? ''; return rows !== arguments[0] && rows.includes('третий год подряд')";
  await window.waitFor(other, "three years in a row", before);
  assert.match(await window.text("tbody"), /третий год подряд, срок переносился дважды/);
  await window.run("[...document.querySelectorAll('tbody button')].find((one) => one.innerText.includes('переносился дважды')).click()");
  await window.find("aside ol li");
  await window.waitFor("return document.querySelector('aside').innerText.includes('Похожие поручения')", "similar tasks");
  await picture(window, "lines");
  const count = "return document.querySelectorAll('aside ol li').length";
  assert.equal(await window.run(count), 3);
  await window.run("[...document.querySelectorAll('aside li button')].find((one) => one.innerText.includes('другое')).click()");
  await window.waitFor("return document.body.innerText.includes('Поручение отделено')", "it is said");
  await window.run("[...document.querySelectorAll('button')].find((one) => one.innerText.includes('Вернуть')).click()");
  await window.waitFor("return document.querySelector('tbody').innerText.includes('третий год подряд, срок переносился дважды')", "it is taken back");
});

test("documents stand on a map, and the list beside it says who is near and opens what is shared, by keyboard", async (t) => {
  const app = await home(t);
  const window = await opened(app);
  // Districts are compared within the newest year; all of them are asked for.
  const year = "document.querySelector('[data-testid=district-year]')";
  assert.equal(await window.run(`return ${year}.value`), "2026");
  await window.run(`${year}.value = '*'; ${year}.dispatchEvent(new Event('change', { bubbles: true }))`);
  await window.find('[data-testid="district-summed"]');
  await picture(window, "all-years");
  await tab(window, 2);
  await window.waitFor("return document.querySelectorAll('[data-testid=near-map] g').length >= 36", "all documents are on the map");
  // Every document is a point, and of every document the list tells.
  const counts = "return ['g', '[data-near]'].map((one) => document.querySelectorAll(`[data-testid=near-map] ${one}`).length)";
  const [points, told] = await window.run(counts);
  assert.equal(points, told);
  // The twelve districts over three years, and the samples of the region.
  assert.ok(points >= 36, `${points} points`);
  assert.ok((await window.run("return document.querySelectorAll('[data-testid=near-map] line[marker-end]').length")) > 0, "lines have a direction");
  assert.equal(await window.run("return document.querySelectorAll('[data-near][tabindex=\"0\"]').length"), 1);
  await window.run("document.querySelector('[data-near][tabindex=\"0\"]').focus()");
  await window.press(KEYS.down);
  await window.find(".near");
  assert.equal(await window.run("return document.activeElement.ariaExpanded"), "true");
  assert.match(await window.text(".near"), / — \d+ %/);
  await settled(window);
  await picture(window, "near-years");
  await window.resize(1024, 700);
  await settled(window);
  await picture(window, "near-narrow");
  await window.run("document.querySelector('.near').focus()");
  await window.press(KEYS.enter);
  await window.find("aside article");
});

test("a series is saved as a picture that stands by itself", async (t) => {
  const app = await home(t);
  const out = app.path("показатель.svg");
  const window = await opened(app, { SVOD_E2E_SAVE: out });
  await tab(window, 3);
  await window.find('[data-testid="series"] .legend');
  assert.match(await window.text('[data-testid="series"] h2'), /^Охват детей/i);
  await window.run("document.querySelector('[data-testid=series-picture]').click()");
  await window.waitFor("return document.body.innerText.includes('показатель.svg')", "it is saved");
  const svg = readFileSync(out, "utf8");
  assert.match(svg, /^<\?xml[^>]+>\s*<svg /);
  // An engine that draws it reads it as XML, too.
  const drawn = "return new DOMParser().parseFromString(arguments[0], 'image/svg+xml').querySelectorAll('parsererror, polyline').length";
  assert.equal(await window.run(drawn, svg), 12);
  for (const told of ["Охват детей", "Луговск", "план", "Источник"]) assert.ok(svg.includes(told), told);
  await window.run("document.body.innerHTML = new DOMParser().parseFromString(arguments[0], 'image/svg+xml').documentElement.outerHTML", svg);
  await settled(window);
  await picture(window, "series-file");
});

for (const theme of ["light", "dark"]) {
  test(`shared text, indicators and acts are shown, and axe finds no fault, ${theme}`, async (t) => {
    const app = await home(t);
    const window = await opened(app);
    await window.run("document.documentElement.dataset.theme = arguments[0]", theme);
    await inject(window);
    const faults = [];
    const look = async (name) => {
      await settled(window);
      await picture(window, `${name}-${theme}`);
      for (const fault of await audit(window)) faults.push(`${name}: ${fault}`);
    };
    await window.run("document.querySelector('[data-cell=\"0-1\"]').click()");
    await window.find("aside .head");
    await look("matrix");
    await tab(window, 1);
    await window.find("tbody button");
    await window.run("document.querySelector('tbody button').click()");
    await window.find("aside ol li");
    await look("lines");
    await tab(window, 2);
    await window.run(
      `const select = document.querySelector('[data-testid=district-year]');
       select.value = '2026'; select.dispatchEvent(new Event('change', { bubbles: true }));`,
    );
    await window.find('[data-testid="near-map"] svg');
    await window.run("document.querySelector('[data-near]').focus()");
    await window.press(KEYS.down);
    await window.find(".near");
    await look("near");
    await window.click('label:has(input[value="table"])');
    await window.find("td button");
    await window.run("document.querySelector('td button').click()");
    await window.find("aside article");
    assert.match(await window.text(".desk"), /Общий шаблон/);
    await look("shared");
    await window.click('label:has(input[value="list"])');
    await window.find(".desk table td button");
    await look("shared-list");
    await tab(window, 3);
    await window.find('[data-testid="series"] svg');
    await look("series");
    await window.click('label:has(input[value="table"])');
    await window.find('[data-testid="series"] table');
    await look("series-table");
    await tab(window, 4);
    await window.find("tbody th button");
    await window.run("document.querySelector('tbody th button').click()");
    await window.find(".more");
    assert.match(await window.text("tbody"), /273-ФЗ/);
    await look("acts");
    assert.deepEqual(faults, []);
  });
}

test("themes are a person's to change: words are tried at once, and the matrix, the file and the terminal follow", async (t) => {
  const app = await home(t);
  const out = app.path("темы.html");
  const window = await opened(app, { SVOD_E2E_SAVE: out });
  const matrix = await window.text("thead");
  assert.ok(!matrix.includes("Волонтёры"));
  await window.click('[data-testid="districts-themes"]');
  await window.find('[data-testid="themes-list"] [role=option]');
  await window.waitFor("return document.querySelector('[data-testid=themes-caught]') !== null", "what is caught");
  await settled(window);
  await picture(window, "themes");

  // The list is the keys': down, to the end, where what has no theme shows its sentences.
  await window.run("document.querySelector('[data-testid=themes-list]').focus()");
  const selected = () => window.run("return document.querySelector('[role=option][aria-selected=true]').innerText");
  await window.press(KEYS.down);
  await window.waitFor("return document.querySelector('[role=option][aria-selected=true]').innerText.startsWith('Питание')", "the second theme");
  await window.waitFor("return /горячее питание/.test(document.querySelector('[data-testid=themes-examples]')?.innerText ?? '')", "its sentences");
  await window.press(KEYS.up, [KEYS.alt]);
  await window.press(KEYS.down, [KEYS.alt]);
  assert.match(await selected(), /^Питание/);

  // A theme of one's own: usual words, each with what it catches while one types.
  await window.click('[data-testid="themes-add"]');
  await window.waitFor("return document.activeElement?.dataset.testid === 'themes-name'", "the name is asked for");
  await window.type("Волонтёры");
  await window.press(KEYS.tab);
  for (let at = 0; at < 4; at += 1) await window.press(KEYS.tab);
  await window.waitFor("return document.activeElement?.dataset.testid === 'themes-words'", "then the words");
  await window.type("слёт, волонтёрский отряд, субботник");
  await window.waitFor("return document.querySelector('[data-testid=themes-signs]')?.innerText.includes('субботник')", "three words");
  const signs = await window.text('[data-testid="themes-signs"]');
  assert.match(signs.replaceAll(/\s+/g, " "), /слёт \d+ волонтёрский отряд \d+ Не встречаются: субботник/);
  assert.match(await window.text('[data-testid="themes-caught"]'), /\d+ поручени\S+ в \d+ документ/);
  const marked = "return [...new Set([...document.querySelectorAll('[data-testid=themes-examples] mark')].map((one) => one.innerText))]";
  assert.deepEqual(await window.run(marked), ["слёт", "волонтёрских отрядов"]);
  for (const theme of ["light", "dark"]) {
    await window.run("document.documentElement.dataset.theme = arguments[0]", theme);
    for (const [width, height] of [[1440, 900], [1024, 700]]) {
      await window.resize(width, height);
      await settled(window);
      await picture(window, `themes-own-${theme}-${width}`);
    }
    await inject(window);
    assert.deepEqual(await audit(window), [], theme);
  }
  await window.resize(1440, 900);

  // Switched off by a key; what fell under it alone has no theme now, and shows its sentences.
  await window.run("[...document.querySelectorAll('[role=option]')].find((one) => one.innerText.startsWith('ЕГЭ')).click()");
  await window.run("document.querySelector('[data-testid=themes-list]').focus()");
  await window.press(KEYS.space);
  await window.waitFor("return document.querySelector('[data-testid=themes-caught]').innerText.includes('Тема выключена')", "it is off");
  await window.press(KEYS.end);
  await window.waitFor("return document.querySelector('[data-testid=themes-without]').ariaSelected === 'true'", "what has no theme");
  await window.waitFor("return /к ЕГЭ/.test(document.querySelector('[data-testid=themes-examples]')?.innerText ?? '')", "its sentences");
  assert.match(await window.text('[data-testid="themes-caught"]'), /[1-9]\d* поручени\S+ из \d+, в \d+ документ/);
  await settled(window);
  await picture(window, "themes-without");
  await window.press("s", [KEYS.ctrl]);
  await window.waitFor("return document.body.innerText.includes('Темы сохранены')", "it is kept");

  // The matrix and its file have the column at once.
  await place(window);
  await window.waitFor("return document.querySelector('thead')?.innerText.includes('Волонтёры')", "the matrix follows");
  await window.waitFor("return document.querySelector('[data-cell]') && !document.querySelector('[data-testid=district-pending]')", "all documents are counted by it");
  await picture(window, "themes-matrix");
  await window.click('[data-testid="districts-html"]');
  await window.waitFor("return document.body.innerText.includes('темы.html')", "it is saved");
  assert.ok(readFileSync(out, "utf8").includes("Волонтёры"));
  const printed = JSON.parse(execFileSync(svod, ["matrix", "--library", app.library], { encoding: "utf8" }));
  assert.ok(!printed.columns.some(({ name }) => name.startsWith("ЕГЭ")));
  assert.ok(printed.columns.some(({ name, directives }) => name === "Волонтёры" && directives > 0));

  // One step back, and the columns are those of the program.
  await window.click('[data-testid="districts-themes"]');
  await window.click('[data-testid="themes-more"]');
  await window.waitFor("return [...document.querySelectorAll('[role=menuitem]')].some((one) => one.innerText.includes('Отменить последнее'))", "the way back");
  await window.run("[...document.querySelectorAll('[role=menuitem]')].find((one) => one.innerText.includes('Отменить последнее')).click()");
  await window.waitFor("return ![...document.querySelectorAll('[role=option]')].some((one) => one.innerText.includes('Волонтёры'))", "it is gone");
  await place(window);
  await window.waitFor("return document.querySelector('thead') && !document.querySelector('thead').innerText.includes('Волонтёры')", "the matrix follows");

  // What was not saved is kept when the person leaves, and the list of the program comes back at once.
  await window.click('[data-testid="districts-themes"]');
  await window.find('[data-testid="themes-name"]');
  await window.run("document.querySelector('[data-testid=themes-name]').focus()");
  await window.press(KEYS.end);
  await window.type(" и труд");
  await place(window);
  await window.waitFor("return document.querySelector('thead')?.innerText.includes('Воспитание и труд')", "the new name");
  await window.click('[data-testid="districts-themes"]');
  await window.click('[data-testid="themes-more"]');
  await window.waitFor("return [...document.querySelectorAll('[role=menuitem]')].some((one) => one.innerText.includes('список программы'))", "the shipped list");
  await settled(window);
  await picture(window, "themes-more");
  await window.run("[...document.querySelectorAll('[role=menuitem]')].find((one) => one.innerText.includes('список программы')).click()");
  await window.waitFor("return document.querySelector('[data-testid=themes-name]').value === 'Воспитание'", "the shipped name");
});
