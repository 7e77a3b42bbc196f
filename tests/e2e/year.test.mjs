// A year of a resolution in the real window: last year's text is taken over, edited, every piece of
// advice is mended or refused, the text is adopted under a name, leaves as a Word file, stands among
// the districts, and is followed until the report.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync, rmSync, writeFileSync } from "node:fs";
import { test } from "node:test";
import { home, svod } from "./app.mjs";
import { audit, inject } from "./axe.mjs";
import { KEYS, until } from "./driver.mjs";

const LAST = `РЕЗОЛЮЦИЯ
педагогического форума Озёрского муниципального округа
«Школа у реки»
г. Озёрск                                                    26 августа 2026 года

Участники форума рекомендуют:
1. Управлению образования администрации округа:
1.1. утвердить план работы с наставниками на 2026/2027 учебный год до 1 октября 2026 года;
1.2. довести охват кружками до 60 % к 31 мая 2027 года;
1.3. создать рабочую группу по ремонту спортивных залов до 15.10.2026.
2. Руководителям школ:
2.1. рассмотреть итоги экзаменов на педсоветах до 1 октября 2026 года;
2.2. обновить сайты школ;
2.3. открыть консультационные пункты для родителей до 1 декабря 2026 года.
`;

const saved = (window) =>
  window.waitFor(
    "return document.querySelector('[data-testid=save-state]')?.innerText.trim().startsWith('Сохранено') || document.querySelector('[data-testid=save-state]')?.innerText.trim() === 'Всё сохранено'",
    "everything is saved",
  );
const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

test("from last year's text to the adopted one", async (t) => {
  const app = await home(t);
  const [file, word] = [app.path("2026.txt"), app.path("2027.docx")];
  writeFileSync(file, LAST);
  const window = await app.start({ SVOD_E2E_OPEN: file, SVOD_E2E_SAVE: word });
  const step = async (name) => {
    if (process.env.SVOD_PICTURES) {
      writeFileSync(`${process.env.SVOD_PICTURES}/year-${name}.png`, await window.screenshot());
    }
  };

  // Last year's text, found by its words.
  await window.press("o", [KEYS.ctrl]);
  await window.find('[data-testid="import-report"]');
  await window.press("n", [KEYS.ctrl]);
  await window.click('label:has(input[value="last_year"])');
  await window.find("[data-document]");
  await window.run("document.querySelector('[data-testid=document-search]').focus()");
  await window.type("озерск школа");
  await window.waitFor("return document.querySelectorAll('[data-document]').length === 1", "it is found");
  await step("1-start");
  await window.press(KEYS.enter);
  await window.find('[data-testid="carry-card"]');
  await pause(1000);

  // Five are kept with their dates moved, one is dropped with a reason.
  for (let n = 1; n <= 5; n += 1) {
    await window.press("1");
    await window.press(KEYS.enter);
    await window.waitFor(
      `return document.querySelector(".done b")?.innerText === "Решено ${n} из 6"`,
      `${n} are decided`,
    );
  }
  await step("2-carry");
  await window.press("4");
  await window.press("6");
  await window.press(KEYS.enter);
  await window.waitFor('return document.querySelector(".done b")?.innerText === "Решено 6 из 6"', "all are decided");
  await window.run("location.hash = location.hash.replace('#/carry/', '#/draft/')");
  await window.find(".ed-text");
  await window.waitFor("return document.querySelectorAll('.ed-directive').length === 5", "five came over");
  const texts = () => window.run("return [...document.querySelectorAll('.ed-directive > p')].map((p) => p.textContent)");
  assert.equal((await texts())[0], "утвердить план работы с наставниками на 2027/2028 учебный год до 1 октября 2027 года");

  // What has no date gets one.
  await window.run(
    `const p = [...document.querySelectorAll(".ed-directive > p")].find((each) => each.textContent.startsWith("обновить"));
     p.closest(".ed-text").focus();
     getSelection().collapse(p.firstChild, p.firstChild.length)`,
  );
  await window.waitFor(
    "return document.querySelector('.ed-directive.is-current > p')?.textContent.startsWith('обновить')",
    "the caret is there",
  );
  await window.press(KEYS.end);
  await window.type(" до 1 декабря 2027 года");
  await saved(window);
  await step("3-draft");

  // Every piece of advice: mended where that is safe, refused where a person knows better.
  for (let n = 0; n < 40; n += 1) {
    await pause(300);
    await window.press(KEYS.f7);
    await pause(400);
    const left = await window.run("return document.querySelectorAll('[data-testid=checks] li').length");
    if (left === 0) break;
    const act = await window.run(
      `const button = document.querySelector("[data-testid=mend], [data-testid=skip]");
       button?.click();
       return button?.dataset.testid ?? null`,
    );
    assert.ok(act !== null, "an advice can be mended or refused");
    await window.waitFor(
      "return document.querySelectorAll('[data-testid=checks] li').length < arguments[0]",
      "the list is shorter",
      left,
    );
  }
  assert.equal(await window.run("return document.querySelectorAll('[data-testid=checks] li').length"), 0);
  await step("4-checked");

  // Adopted: no longer a draft, under a name.
  await window.run("document.querySelector('.panel [role=tab]:last-child').click()");
  await window.click('[data-testid="name-revision"]');
  await window.find("dialog[open]");
  await window.type("Принята форумом");
  await window.press(KEYS.enter);
  await window.waitFor("return document.querySelector('[data-revision]')?.innerText.includes('Принята форумом')", "named");
  await step("5-named");
  for (const theme of ["light", "dark"]) {
    await window.run("document.documentElement.dataset.theme = arguments[0]", theme);
    await inject(window);
    await audit(window);
    await step(`6-${theme}`);
  }
  await window.click('header [data-testid="export"], [data-testid="export"]');
  await window.find("dialog[open]");
  await step("7-export");
  await window.press(KEYS.enter);
  await window.waitFor("return !document.querySelector('dialog[open]')", "it is saved");
  const outline = execFileSync(svod, ["read", word, "--format", "outline"], { encoding: "utf8" });
  assert.match(outline, /2027\/2028 учебный год до 1 октября 2027 года/);
  assert.match(outline, /обновить сайты школ до 1 декабря 2027 года/);
  assert.doesNotMatch(outline, /консультационные пункты/);

  // It stands among the districts, both years of it in one row.
  const id = (await window.run("return location.hash")).split("/")[2];
  await window.run("location.hash = '#/districts'");
  await window.find('[data-testid="district-year"]');
  await window.waitFor("return document.querySelector('[data-testid=district-year]').value !== '*'", "the newest year is compared");
  await window.run("const year = document.querySelector('[data-testid=district-year]'); year.value = '*'; year.dispatchEvent(new Event('change', { bubbles: true }))");
  await window.waitFor(
    `const row = [...document.querySelectorAll("tbody tr")].find((each) => each.querySelector("th")?.innerText.includes("Озёрский"));
     return row?.querySelector("td:last-child")?.innerText.trim() === "11"`,
    "six directives of last year and five of this one",
  );
  await step("8-districts");

  // It is put under control; a task is done, and the year ends with the report.
  await window.run("location.hash = '#/control'");
  await window.click('[data-testid="control-first"]');
  await window.find('[data-testid="adopt-dialog"]');
  await window.run(
    `const list = document.querySelector('[data-testid="adopt-document"]');
     list.value = arguments[0];
     list.dispatchEvent(new Event("change", { bubbles: true }))`,
    id,
  );
  await window.click('[data-testid="adopt-keep"]');
  await window.find("[data-directive]");
  await window.run("document.querySelector('[data-directive]').click()");
  await window.find('[data-testid="control-card"]');
  await window.press("2");
  await window.find('[data-testid="mark-dialog"]');
  await window.press(KEYS.enter);
  await window.waitFor("return !document.querySelector('[data-testid=mark-dialog]')", "it is done");
  await step("9-control");
  rmSync(word);
  await window.click('[data-testid="control-papers"]');
  await window.find(".menu-item");
  await window.run(
    "[...document.querySelectorAll('.menu-item')].find((item) => item.innerText.includes('Справк')).click()",
  );
  await window.click('[data-testid="report-save"]');
  await until(() => existsSync(word), "the report is saved");
  const report = execFileSync(svod, ["read", word, "--format", "json"], { encoding: "utf8" });
  assert.match(report, /утвердить план работы с наставниками/);
});
