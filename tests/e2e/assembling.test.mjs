// Session files come back as Word files: what is in them is decided with the keyboard, and the
// draft has what was taken.
import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { delimiter } from "node:path";
import { test } from "node:test";
import { home } from "./app.mjs";
import { command, faultsOf, theme } from "./audit.mjs";
import { KEYS } from "./driver.mjs";
import { changed, paragraphAfter, paragraphWith } from "./word-files.mjs";

const WHOLE = `РЕЗОЛЮЦИЯ
августовского педагогического форума Озёрского муниципального округа
«Школа у реки»
г. Озёрск                                                    26 августа 2026 года

Участники форума рекомендуют:
1. Управлению образования:
1.1. утвердить план адресной помощи школам до 1 октября 2026 года;
1.2. провести смотр школьных музеев до 15 мая 2027 года;
1.3. создать методическое объединение молодых педагогов до 1 декабря 2026 года.
2. Руководителям школ:
2.1. открыть клубы робототехники до 1 ноября 2026 года;
2.2. обновить сайты школ до 20 сентября 2026 года;
2.3. провести родительские собрания о летней занятости до 30 апреля 2027 года.
`;

const NEW = "создать банк видеоуроков по финансовой грамотности до 1 марта 2027 года;";
const NEW_LATER = "создать банк видеоуроков по финансовой грамотности до 1 июня 2027 года;";

/** What two secretaries made of the file the program gave them. */
export function sessions(bytes) {
  const one = changed(bytes, (xml) => {
    let out = xml.replace("смотр школьных музеев", "смотр школьных музеев и архивов");
    out = out.replace("обновить сайты школ", "обновить сайты и страницы школ");
    out = paragraphAfter(out, "открыть клубы", NEW);
    return paragraphAfter(out, "план адресной помощи", "закупить учебники для кадетских классов до 1 августа 2027 года;");
  });
  const two = changed(bytes, (xml) => {
    let out = xml.replace("смотр школьных музеев", "конкурс школьных музеев");
    out = out.replace(paragraphWith(out, "родительские собрания"), "");
    return paragraphAfter(out, "открыть клубы", NEW_LATER);
  });
  return { one, two };
}

const left = (window) => window.text('[data-testid="assemble-left"]');
const draft = (window) =>
  window.run("return [...document.querySelectorAll('.around li[data-id] .text')].map(e => e.innerText)");
const open = (window) =>
  window.run("return [...document.querySelectorAll('[data-testid=worklist] li[data-kind]:not([data-said])')].map(e => e.dataset.kind)");

test("two session files are assembled by keyboard into one draft", async (t) => {
  const app = await home(t);
  const file = app.path("форум.txt");
  writeFileSync(file, WHOLE);
  const saved = app.path("проект.docx");
  let window = await app.start({ SVOD_E2E_OPEN: file, SVOD_E2E_SAVE: saved });
  const report = await command(window, "documents_import", { task: "import" });
  const { id } = report.items[0].outcome.card;
  await command(window, "export_save", { source: { what: "document", id }, format: "docx" });
  await app.stop(window);

  const { one, two } = sessions(readFileSync(saved));
  const paths = [app.path("Секция 1.docx"), app.path("Секция 2.docx"), app.path("Секция 3.docx")];
  writeFileSync(paths[0], one);
  writeFileSync(paths[1], two);
  writeFileSync(paths[2], one.subarray(0, 900));
  window = await app.start({ SVOD_E2E_OPEN: paths.join(delimiter) });
  await window.run(`location.hash = '#/assemble/${id}'`);
  await window.click('[data-testid="assemble-choose"]');
  await window.find('[data-testid="worklist"] li.here');

  // Two wordings of 1.2 and two dates of one new directive are to be settled first.
  assert.deepEqual(await open(window), ["conflict", "conflict", "edit", "new", "missing"]);
  assert.match(await left(window), /Осталось решить 5/);
  assert.match(await window.text('[data-testid="assemble-failed"]'), /не прочитан\s+(Файл )?«Секция 3.docx»/);
  assert.match(await window.text("li.here"), /Разные правки одного поручения/);

  for (const name of ["light", "dark"]) {
    await theme(window, name);
    assert.deepEqual(await faultsOf(window), [], name);
  }

  // The second wording of the first conflict; then the second date of the other.
  const wording = await window.text("li.here .column:nth-child(2) .text");
  await window.press("2");
  await window.waitFor("return document.querySelector('[data-testid=assemble-left]').innerText.includes('4')", "one is decided");
  const kept = wording.includes("конкурс") ? "конкурс школьных музеев" : "смотр школьных музеев и архивов";
  assert.ok((await draft(window)).some((text) => text.includes(kept)));
  await window.press("2");
  await window.waitFor("return document.querySelector('[data-testid=assemble-left]').innerText.includes('3')", "two are decided");

  // What nobody disputes comes in at once and can be taken back.
  await window.click('[data-testid="take-all"]');
  await window.waitFor("return document.querySelector('[data-testid=assemble-left]').innerText.includes('1')", "the undisputed is in");
  assert.ok((await draft(window)).some((text) => text.includes("сайты и страницы")));
  await window.press("z", [KEYS.ctrl]);
  await window.waitFor("return document.querySelector('[data-testid=assemble-left]').innerText.includes('3')", "it is out again");
  assert.ok((await draft(window)).every((text) => !text.includes("сайты и страницы") && !text.includes("кадетских")));
  await window.press("1");
  await window.press("1");
  await window.waitFor("return document.querySelector('[data-testid=assemble-left]').innerText.includes('1')", "both are in, one by one");

  // What is not decided yet waits for the next day.
  await app.stop(window);
  window = await app.start();
  await window.run(`location.hash = '#/assemble/${id}'`);
  await window.waitFor("return document.querySelector('[data-testid=assemble-left]')?.innerText.includes('1')", "one is left after a restart");
  assert.ok((await draft(window)).some((text) => text.includes("сайты и страницы")));

  // What a file left out stays unless a person says otherwise.
  await window.waitFor("return document.querySelector('li.here')?.dataset.kind === 'missing'", "the missing one is in hand");
  await window.press("2");
  await window.waitFor("return document.querySelector('[data-testid=assemble-left]').innerText === 'Всё решено'", "everything is decided");
  const texts = await draft(window);
  assert.equal(texts.length, 8);
  assert.ok(texts.some((text) => text.includes("родительские собрания")));
  assert.equal(texts.filter((text) => text.includes("банк видеоуроков")).length, 1);

  // It is in the library, too, and the way back leads to the text.
  const view = await command(window, "draft_open", { id });
  const inside = view.resolution.sections.flatMap(({ groups }) => groups).flatMap(({ directives }) => directives);
  assert.deepEqual(inside.map(({ text }) => text), texts);
  await window.click('[data-testid="assemble-text"]');
  await window.waitFor(`return location.hash === '#/draft/${id}'`, "the text");
});
