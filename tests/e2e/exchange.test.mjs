// A document edited in two libraries: what differs is seen in words, and each is decided by keyboard.
import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { test } from "node:test";
import { home } from "./app.mjs";
import { command, faultsOf, theme } from "./audit.mjs";
import { KEYS } from "./driver.mjs";

const TEXT = `РЕЗОЛЮЦИЯ
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
2.2. обновить сайты школ до 20 сентября 2026 года.
`;

/** Writes directives anew by what they say. */
async function edit(window, id, changes) {
  const draft = await command(window, "draft_open", { id });
  const all = draft.resolution.sections.flatMap((s) => s.groups).flatMap((g) => g.directives);
  const edits = changes.map(([said, text]) => {
    const directive = all.find((each) => each.text.includes(said));
    return { edit: "set_directive", directive: { ...directive, text } };
  });
  await command(window, "draft_edit", { id, after: draft.kept, edits });
  await command(window, "draft_close", { id });
}

test("a document edited here and there is shown side by side and decided by keyboard", async (t) => {
  const app = await home(t);
  const [file, bundle] = [app.path("форум.txt"), app.path("Обмен.svodx")];
  writeFileSync(file, TEXT);
  const theirs = { SVOD_LIBRARY: app.path("их.svod"), SVOD_E2E_OPEN: file, SVOD_E2E_SAVE: bundle };
  const mine = { SVOD_LIBRARY: app.path("моя.svod"), SVOD_E2E_OPEN: bundle };
  let window = await app.start(theirs);
  const report = await command(window, "documents_import", { task: "import" });
  const { id } = report.items[0].outcome.card;
  await command(window, "exchange_save", { ids: [id] });
  await app.stop(window);

  window = await app.start(mine);
  await command(window, "exchange_open", {});
  await command(window, "exchange_take", { task: "t", choices: {} });
  await edit(window, id, [
    ["смотр", "провести смотр школьных музеев и архивов до 15 мая 2027 года"],
    ["сайты", "обновить сайты школ до 20 сентября 2026 года"],
  ]);
  await app.stop(window);

  window = await app.start(theirs);
  await edit(window, id, [
    ["смотр", "провести окружной смотр школьных музеев до 1 июня 2027 года"],
    ["клубы", "открыть в каждой школе клуб робототехники до 1 ноября 2026 года"],
  ]);
  await command(window, "remark_add", {
    document: id,
    author: "Орлова",
    text: "Сверить сроки с планом округа",
  });
  await command(window, "exchange_save", { ids: [id] });
  await app.stop(window);

  // The dialog opens at what has to be decided.
  window = await app.start(mine);
  await window.click('[data-testid="library-more"]');
  await window.find(".menu-item");
  await window.run(
    "[...document.querySelectorAll('.menu-item')].find((item) => item.innerText.includes('Принять из')).click()",
  );
  await window.find('[data-testid="exchange-dialog"] [data-differences] table');
  const cells = await window.run(
    `return [...document.querySelectorAll('[data-differences] tbody tr')].map((row) =>
       [...row.children].map((cell) => cell.innerText.trim()))`,
  );
  const smotr = cells.find(([place]) => place === "Пункт 1.2");
  assert.deepEqual(smotr?.slice(1), [
    "провести смотр школьных музеев и архивов до 15 мая 2027 года",
    "провести окружной смотр школьных музеев до 1 июня 2027 года",
  ]);
  const marked = await window.run(
    "return [...document.querySelectorAll('[data-differences] ins, [data-differences] del')].map((e) => e.innerText.trim())",
  );
  assert.ok(marked.includes("окружной"), marked.join("|"));
  const row = await window.text('tr[data-state="conflict"]');
  assert.match(row, /изменён и здесь, и там/);
  assert.match(row, /Прислано 1 замечание/);
  for (const name of ["light", "dark"]) {
    await theme(window, name);
    assert.deepEqual(await faultsOf(window), [], name);
    if (process.env.SVOD_PICTURES) {
      writeFileSync(`${process.env.SVOD_PICTURES}/exchange-${name}.png`, await window.screenshot());
    }
  }

  // With the keyboard alone: the button hides and shows, the list below it decides, Enter takes.
  await window.run("document.querySelector('tr[data-state=conflict] [aria-expanded]').focus()");
  await window.press(KEYS.enter);
  await window.waitFor("return !document.querySelector('[data-differences]')", "what differs is hidden");
  await window.press(KEYS.enter);
  await window.find("[data-differences] table");
  await window.press(KEYS.tab);
  assert.equal(await window.run("return document.activeElement.tagName"), "SELECT");
  const offered = await window.run(
    "return [...document.activeElement.options].map((option) => option.innerText.trim())",
  );
  assert.deepEqual(offered, ["Оставить мой", "Мой текст, их замечания", "Взять присланный", "Оставить оба"]);
  await window.press(KEYS.down);
  await window.waitFor("return document.activeElement.value === 'said'", "the second is chosen");
  await window.click('[data-testid="exchange-do"]');
  await window.waitFor("return !document.querySelector('[data-testid=exchange-dialog]')", "it is taken");
  const kept = await command(window, "document_open", { id });
  const texts = kept.resolution.sections.flatMap((s) => s.groups).flatMap((g) => g.directives);
  assert.ok(texts.some(({ text }) => text.includes("архивов")), "the text is mine");
  const remarks = await command(window, "remarks_list", { id });
  assert.deepEqual(remarks.map(({ author }) => author), ["Орлова"]);
});
