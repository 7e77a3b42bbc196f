// A year of control: a resolution is adopted, its directives are followed with the keyboard, a
// control sheet goes out and comes back, the report is saved, the year ends and feeds the next one.
import assert from "node:assert/strict";
import { readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { home } from "./app.mjs";
import { command, faultsOf, theme } from "./audit.mjs";
import { KEYS } from "./driver.mjs";

const TODAY = "2026-11-20";

/** The page believes it is this day. */
const live = (window, day) =>
  window.run(
    `const Real = Date;
     window.Date = class extends Real {
       constructor(...given) { super(...(given.length > 0 ? given : [arguments_day])); }
     };`.replace("arguments_day", JSON.stringify(`${day}T09:00:00`)),
  );

async function look(window, name, pictures) {
  for (const tone of ["light", "dark"]) {
    await theme(window, tone);
    assert.deepEqual(await faultsOf(window), [], `${name}, ${tone}`);
    if (pictures) await writeFile(join(pictures, `control-${name}-${tone}.png`), await window.screenshot());
  }
  await theme(window, "light");
}

async function fill(window, name, text) {
  await window.find(`[data-testid="${name}"]`);
  await window.run(`const f = document.querySelector('[data-testid="${name}"]'); f.focus(); f.select()`);
  await window.type(text);
}

/** What the program writes there, once it is written. */
async function written(path) {
  for (const end = Date.now() + 10_000; ; ) {
    const bytes = await readFile(path).catch(() => null);
    if (bytes !== null) return bytes;
    assert.ok(Date.now() < end, "the file is written");
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

async function paper(window, number) {
  const still = "document.getAnimations().every(a => a.playState !== 'running')";
  await window.waitFor("return !document.querySelector('.menu-item')", "the menu of before is gone");
  await window.click('[data-testid="control-papers"]');
  await window.waitFor(`return document.querySelector('.menu-item') && ${still}`, "the menu stands still");
  await window.click(`.menu-item:nth-of-type(${number})`);
}

test("a year of control from adoption to report", async (t) => {
  const app = await home(t);
  const saved = app.path("out.file");
  const window = await app.start({ SVOD_E2E_SAVE: saved, SVOD_E2E_OPEN: saved });
  const pictures = process.env.SVOD_PICTURES;
  await live(window, TODAY);
  await window.run("location.hash = '#/control'");
  await window.find('[data-testid="control-first"]');
  await look(window, "empty", pictures);

  // Adoption: a sample of 2026 stands in the library already.
  await window.click('[data-testid="control-first"]');
  await window.find('[data-testid="adopt-dialog"]');
  const { candidates } = await command(window, "control_view", { today: TODAY });
  const { id } = candidates.find(({ source_name }) => source_name.startsWith("tihorechensky-2025"));
  await window.run(
    `const s = document.querySelector('[data-testid="adopt-document"]'); s.value = arguments[0]; s.dispatchEvent(new Event("change", { bubbles: true }))`,
    id,
  );
  await look(window, "adopt", pictures);
  await window.click('[data-testid="adopt-keep"]');
  await window.find(".task");
  const view = () => command(window, "control_view", { today: TODAY });
  const first = await view();
  const total = first.items.length;
  assert.ok(total > 10);
  assert.equal(first.documents[0].card.draft, false);
  await look(window, "board", pictures);
  if (first.burning > 0) assert.equal(await window.text('[data-testid="burning"] [aria-hidden]'), String(first.burning));

  // The second directive is executed: key 2, evidence, Enter.
  const [, second, third] = first.items;
  await window.run("document.querySelector('[data-directive=\"' + arguments[0] + '\"]').click()", second.directive);
  await window.find('[data-testid="control-card"]');
  await look(window, "card", pictures);
  await window.press("2");
  await fill(window, "mark-evidence", "приказ от 12.10.2026 № 212");
  await look(window, "mark", pictures);
  await window.press(KEYS.enter);
  await window.waitFor("return !document.querySelector('[data-testid=mark-dialog]')", "it is kept");
  const done = (await view()).items.find(({ directive }) => directive === second.directive);
  assert.match(done.status, /^done/);
  assert.equal(done.history[0].mark.evidence, "приказ от 12.10.2026 № 212");

  // The third is prolonged: without a reason it is refused, with one it has a new day.
  await window.run("document.querySelector('[data-directive=\"' + arguments[0] + '\"]').click()", third.directive);
  await window.press("5");
  await fill(window, "mark-until", "25.12.2030");
  await window.press(KEYS.enter);
  await window.find('[data-testid="mark-dialog"] [role="alert"]');
  await fill(window, "mark-reason", "не выделены средства");
  await window.press(KEYS.enter);
  await window.waitFor("return !document.querySelector('[data-testid=mark-dialog]')", "it is prolonged");
  assert.equal((await view()).items.find(({ directive }) => directive === third.directive).due, "2030-12-25");

  // The other ways to look at it.
  for (const [n, name] of [[2, "list"], [3, "calendar"]]) {
    await window.run(`document.querySelectorAll('header input[type=radio]')[${n - 1}].click()`);
    await look(window, name, pictures);
  }

  // A sheet goes out; meanwhile something is said here, and the sheet comes back unchanged.
  await paper(window, 1);
  assert.ok((await written(saved)).length > 4000);
  await paper(window, 2);
  await window.find('[data-testid="sheet-back"]');
  await look(window, "sheet-back", pictures);
  await window.click('[data-testid="sheet-take"]');
  await window.waitFor("return !document.querySelector('[data-testid=sheet-back]')", "the sheet is closed");

  // The report and the end of the year.
  await rm(saved);
  await paper(window, 3);
  const report = await written(saved);
  assert.equal(report.subarray(0, 2).toString(), "PK");
  if (pictures) await writeFile(join(pictures, "report.docx"), report);
  await paper(window, 4);
  await window.find('[data-testid="control-adopt"]');
  const ended = await view();
  assert.deepEqual([ended.items.length, ended.documents[0].archived], [0, true]);

  // Next year's draft says of each directive how it was executed.
  const draft = await command(window, "draft_start", { start: { start: "last_year", document: id, years: 1 } });
  await window.run("location.hash = '#/carry/' + arguments[0]", draft.card.id);
  await window.find('[data-testid="carry-executed"]');
  await look(window, "carry", pictures);
});
