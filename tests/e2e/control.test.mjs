// A year of control: a resolution is adopted, its directives are followed with the keyboard, a
// control sheet goes out and comes back, the report is saved, the year ends and feeds the next one.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFile, rm, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { test } from "node:test";
import { home } from "./app.mjs";
import { command, faultsOf, theme } from "./audit.mjs";
import { KEYS } from "./driver.mjs";
import { PRINTING } from "./paper.mjs";

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
  await window.click(`.menu-item:nth-${number < 0 ? "last-of-type" : "of-type"}(${Math.abs(number)})`);
}

/** Fills cells of the sheet that was saved, as a person does in Excel. */
function fillSheet(path, cells) {
  const python = resolve(import.meta.dirname, "../../target/python/bin/python");
  const script = [
    "import io, json, sys, openpyxl",
    "path, cells = sys.argv[1], json.loads(sys.argv[2])",
    "book = openpyxl.load_workbook(io.BytesIO(open(path, 'rb').read()))",
    "for name, value in cells.items(): book.active[name] = value",
    "book.save(path)",
  ].join("\n");
  execFileSync(python, ["-c", script, path, JSON.stringify(cells)]);
}

test("a year of control from adoption to report", async (t) => {
  const app = await home(t);
  const saved = app.path("out.file");
  const printed = app.path("Печать.pdf");
  const window = await app.start({ SVOD_E2E_SAVE: saved, SVOD_E2E_OPEN: saved, SVOD_E2E_PRINT: printed, ...PRINTING });
  const pictures = process.env.SVOD_PICTURES;
  await live(window, TODAY);
  await window.run("location.hash = '#/control'");
  await window.find('[data-testid="control-first"]');
  await look(window, "empty", pictures);
  const { settings } = { settings: await command(window, "settings_get", {}) };
  await command(window, "settings_set", { settings: { ...settings, name: "Иванова М. П." } });

  // Adoption: a sample of 2026 stands in the library already.
  await window.click('[data-testid="control-first"]');
  await window.find('[data-testid="adopt-dialog"]');
  const candidates = await command(window, "control_candidates", { typed: "" });
  await window.waitFor("return document.querySelector('[data-testid=adopt-document]').options.length > 3", "documents are offered");
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
  if (first.counts.burning > 0) assert.equal(await window.text('[data-testid="burning"] [aria-hidden]'), String(first.counts.burning));

  // The second directive is executed: key 2, evidence, Enter.
  const [, second, third] = first.items;
  await window.run("document.querySelector('[data-directive=\"' + arguments[0] + '\"]').click()", second.directive);
  await window.find('[data-testid="control-card"]');
  await look(window, "card", pictures);
  await window.press("2");
  await fill(window, "mark-evidence", "приказ от 12.10.2026 № 212");
  // The day of execution is the one the evidence names, and what it makes of the mark is said before.
  const day = await window.run("return document.querySelector('[data-testid=\"mark-on\"]').value");
  assert.equal(day, "12.10.2026");
  assert.match(await window.text('[data-testid="mark-dialog"] [role="status"]'), second.due < "2026-10-12" ? /нарушением срока/ : /«Исполнено»/);
  await look(window, "mark", pictures);
  await window.press(KEYS.enter);
  await window.waitFor("return !document.querySelector('[data-testid=mark-dialog]')", "it is kept");
  const done = (await view()).items.find(({ directive }) => directive === second.directive);
  assert.match(done.status, /^done/);
  assert.equal(done.history[0].mark.evidence, "приказ от 12.10.2026 № 212");
  assert.equal(done.history[0].made_by, "Иванова М. П.");

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
  for (const [n, name] of [[2, "list"], [3, "calendar"], [4, "addressees"]]) {
    await window.run(`document.querySelectorAll('header input[type=radio]')[${n - 1}].click()`);
    await look(window, name, pictures);
  }

  // An addressee's line leads to what it is to do.
  const [owing] = first.documents[0].extracts;
  await window.run("document.querySelector('[data-addressee=\"' + CSS.escape(arguments[0]) + '\"]').click()", owing.addressee);
  await window.waitFor("return document.querySelectorAll('.frame tbody tr').length === arguments[0]", "only its directives", owing.counts.all);
  await window.run("const s = document.querySelector('[data-testid=control-addressee]'); s.value = ''; s.dispatchEvent(new Event('change', { bubbles: true }))");
  await window.run("document.querySelectorAll('header input[type=radio]')[0].click()");

  // What was reached of a target: key 0, a number, Enter; the status stays.
  const measured = (await view()).items.find(({ targets }) => targets.length > 0);
  await window.run("document.querySelector('[data-directive=\"' + arguments[0] + '\"]').click()", measured.directive);
  await window.find('[data-testid="say-fact"]');
  await window.press("0");
  await fill(window, "fact-0", "почти");
  await fill(window, "fact-source", "форма 1-ДОП");
  await window.press(KEYS.enter);
  await window.find('[data-testid="fact-dialog"] [role="alert"]');
  await fill(window, "fact-0", String(measured.targets[0].plan).replace(".", ","));
  await look(window, "fact", pictures);
  await window.press(KEYS.enter);
  await window.waitFor("return !document.querySelector('[data-testid=fact-dialog]')", "it is kept");
  await window.find('[data-reached="true"]');
  const reached = (await view()).items.find(({ directive }) => directive === measured.directive);
  assert.deepEqual([reached.targets[0].reached, reached.targets[0].source, reached.status], [true, "форма 1-ДОП", measured.status]);
  await look(window, "reached", pictures);
  // Taken back from the card itself, and said again.
  await window.click('[data-testid="undo-last"]');
  await window.waitFor("return !document.querySelector('[data-reached=true]')", "it is taken back");

  // A sheet goes out; meanwhile something is said here, and the sheet comes back unchanged.
  await paper(window, 2);
  assert.ok((await written(saved)).length > 4000);
  await paper(window, 4);
  await window.find('[data-testid="sheet-back"]');
  await look(window, "sheet-back", pictures);
  await window.click('[data-testid="sheet-take"]');
  await window.waitFor("return !document.querySelector('[data-testid=sheet-back]')", "the sheet is closed");

  // The sheet is filled in, and meanwhile something else is said here: a person decides line by line.
  await rm(saved);
  await paper(window, 2);
  await written(saved);
  const rows = (await view()).items;
  const cell = (column, directive) => `${column}${5 + rows.findIndex((item) => item.directive === directive)}`;
  const [disputed, plain] = rows.filter(({ status, targets }) => status === "on_control" && targets.length === 0);
  fillSheet(saved, {
    [cell("G", disputed.directive)]: "исполнено",
    [cell("I", disputed.directive)]: "01.11.2026",
    [cell("G", plain.directive)]: "не исполнено",
    [cell("L", plain.directive)]: "нет специалиста",
  });
  await command(window, "control_mark", {
    id, today: TODAY, marks: [{ directive: disputed.directive, mark: { status: "partly", on: "2026-11-10" } }],
  });
  await paper(window, 4);
  await window.find('[data-testid="sheet-back"] [data-row]');
  await look(window, "conflict", pictures);
  const waits = '[data-testid="sheet-take"]';
  assert.equal(await window.run(`return document.querySelector('${waits}').getAttribute("aria-disabled")`), "true");
  const line = `[data-row="${disputed.directive}"]`;
  assert.match(await window.text(`${line} .conflict`), /здесь уже записано: Исполнено частично, 10\.11\.2026/);
  await window.run(`document.querySelector('${line} input[value="keep"]').click()`);
  await window.click(waits);
  await window.waitFor("return !document.querySelector('[data-testid=sheet-back]')", "the sheet is taken");
  const decided = (await view()).items;
  const statusOf = (directive) => decided.find((item) => item.directive === directive).status;
  assert.deepEqual([statusOf(disputed.directive), statusOf(plain.directive)], ["partly", "not_done"]);

  // The report and the end of the year.
  await rm(saved);
  await paper(window, 1);
  // Its pages are looked at before it is written.
  await window.find('[data-testid="report-dialog"] [data-page="1"] img');
  await look(window, "report", pictures);
  await window.click('[data-testid="report-print"]');
  await window.waitFor("return document.body.innerText.includes('отправлены на печать')", "it is printed");
  assert.match(execFileSync("pdfinfo", [printed], { encoding: "utf8" }), /Page size: +842 x 595 pts/);
  await window.click('[data-testid="report-save"]');
  const report = await written(saved);
  assert.equal(report.subarray(0, 2).toString(), "PK");
  if (pictures) await writeFile(join(pictures, "report.docx"), report);

  // The adoption is taken back: the document is what it was, and everything said of it waits.
  const turn = async (name) => {
    if (await window.run("return document.querySelector('[data-testid=control-papers]') !== null")) await paper(window, -1);
    await window.find('[data-testid="documents-dialog"]');
    await look(window, `years-${name}`, pictures);
    await window.click(`[data-testid="${name}"]`);
  };
  await turn("release");
  await window.click('[data-testid="release-do"]');
  await window.find('[data-testid="control-first"]');
  assert.deepEqual((await view()).documents, []);
  await window.takeBack("Принятие отменено");
  await window.find(".task");
  const again = (await view()).items.find(({ directive }) => directive === second.directive);
  assert.deepEqual(again.history, done.history);

  // The year ends, is opened again, and ends.
  await turn("end-year");
  await window.find('[data-testid="control-first"]');
  const ended = await view();
  assert.deepEqual([ended.items.length, ended.documents[0].archived], [0, true]);
  await turn("reopen");
  await window.find(".task");
  assert.equal((await view()).items.length, total);
  await turn("end-year");
  await window.waitFor("return !document.querySelector('.task')", "the year is over");

  // Next year's draft says of each directive how it was executed.
  const draft = await command(window, "draft_start", { start: { start: "last_year", document: id, years: 1 } });
  await window.run("location.hash = '#/carry/' + arguments[0]", draft.card.id);
  await window.find('[data-testid="carry-executed"]');
  await look(window, "carry", pictures);
});
