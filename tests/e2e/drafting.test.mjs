// A draft in the real window: written, kept, undone, checked, mended, revised, found again.
import assert from "node:assert/strict";
import { test } from "node:test";
import { home } from "./app.mjs";
import { caret, invoke, kept, opened, russian, saved, shown } from "./draft.mjs";
import { KEYS } from "./driver.mjs";

test("what is written is on the disk, understood, undone and found again", async (t) => {
  const app = await home(t);
  let window = await app.start();
  const id = await opened(window);
  const before = await kept(window, id);
  assert.deepEqual(await shown(window), before);

  const at = before.findIndex((text) => !/\d/.test(text));
  await caret(window, at);
  await window.type(" до 1 октября 2027 года");
  await saved(window);
  assert.equal((await kept(window, id))[at], `${before[at]} до 1 октября 2027 года`);
  await window.waitFor(
    "return /до 1.октября.2027/.test(document.querySelector('.ed-directive.is-current .ed-chips')?.innerText)",
    "the deadline is understood",
  );

  // Another process finds it: it was on the disk, not in the window.
  await app.stop(window);
  window = await app.start();
  await opened(window);
  assert.equal((await shown(window))[at], `${before[at]} до 1 октября 2027 года`);

  // Typing, a new directive and a move, taken back to the same state, with keys of the Russian layout.
  const whole = await shown(window);
  await caret(window, at);
  await window.press(KEYS.enter);
  await window.type("Провести смотр школьных музеев");
  await window.press(KEYS.down, [KEYS.alt]);
  await russian(window, "ы", "KeyS");
  await saved(window);
  assert.equal((await kept(window, id)).length, before.length + 1);
  await window.waitFor(
    `document.querySelector('.ed-text').focus();
     document.activeElement.dispatchEvent(new KeyboardEvent("keydown",
       { key: "я", code: "KeyZ", ctrlKey: true, bubbles: true, cancelable: true }));
     return document.querySelector('[data-testid=undo]').getAttribute('aria-disabled') === 'true'`,
    "everything is undone",
  );
  await saved(window);
  assert.deepEqual(await kept(window, id), whole);
});

test("who leaves a draft finds the caret and everything that can be undone", async (t) => {
  const app = await home(t);
  const window = await app.start();
  const id = await opened(window);
  const before = await shown(window);
  const at = before.length - 2;
  await caret(window, at);
  await window.type(" и отчёт");
  const written = before.with(at, `${before[at]} и отчёт`);
  await window.run("location.hash = '#/library'");
  await window.find("tr[data-id]");
  await window.run("location.hash = arguments[0]", `#/draft/${id}`);
  await window.find(".ed-text");
  assert.deepEqual(await shown(window), written);
  const seen = await window.waitFor(
    `const { anchorNode, anchorOffset } = getSelection();
     if (!anchorNode?.textContent.endsWith(" и отчёт")) return null;
     const { top, bottom } = anchorNode.parentElement.getBoundingClientRect();
     return anchorOffset === anchorNode.textContent.length && top > 0 && bottom < innerHeight`,
    "the caret is where it was, in sight",
  );
  assert.ok(seen);
  await russian(window, "я", "KeyZ");
  await window.waitFor("return document.querySelector('[data-testid=undo]').ariaDisabled === 'true'", "all is undone");
  assert.deepEqual(await shown(window), before);
  await saved(window);
  assert.deepEqual(await kept(window, id), before);
});

test("the form above the text is kept and undone with it", async (t) => {
  const app = await home(t);
  const window = await app.start();
  const id = await opened(window);
  const type = async (field, text) => {
    await window.click(`[data-testid="${field}"]`);
    await window.run("document.activeElement.select()");
    await window.type(text);
  };
  await type("field-adopted", "1 сентября 2027 г.");
  await window.press(KEYS.tab);
  await window.waitFor(
    "return document.querySelector('[data-testid=field-adopted]').value === '01.09.2027'",
    "the day is understood",
  );
  assert.match(await window.text(".ed-block-place"), /1\s+сентября\s+2027\s+г\./);
  await type("field-theme", "Школа у реки");
  await window.waitFor(
    "return document.querySelector('.ed-block-theme')?.innerText === '«Школа у реки»'",
    "the page shows the theme",
  );
  await saved(window);
  assert.equal((await invoke(window, "document_open", { id })).resolution.event.theme, "Школа у реки");
  await window.press("z", [KEYS.ctrl]);
  await window.waitFor(
    "return document.querySelector('[data-testid=field-theme]').value === 'Учимся вместе'",
    "the theme is undone from inside the field",
  );
  await type("field-adopted", "31.06.2027");
  await window.press(KEYS.tab);
  await window.waitFor(
    "return document.querySelector('[data-testid=field-adopted]').getAttribute('aria-invalid') === 'true'",
    "a day that does not exist is refused",
  );
});

test("advice is walked, mended, refused; a deadline is stated in words", async (t) => {
  const app = await home(t);
  const window = await app.start();
  await opened(window);
  const position = () => window.text(".checks footer .count");
  await window.press(KEYS.f7);
  assert.match(await position(), /^1 из \d+$/);
  await window.press(KEYS.f7);
  assert.match(await position(), /^2 из/);
  await window.press(KEYS.f7, [KEYS.shift]);
  const all = Number((await position()).split(" ").at(-1));

  // Ctrl+. in the Russian layout mends the one in hand.
  const open = (words) =>
    window.waitFor(
      `for (const fold of document.querySelectorAll("[data-testid=checks] [data-rule] [aria-expanded=false]")) fold.click();
       // What is said of a directive, not its words, which may have them as well.
       const said = (item) => [...item.querySelectorAll(".text")].map((text) => {
         const copy = text.cloneNode(true);
         copy.querySelector(".about")?.remove();
         return copy.textContent;
       }).join();
       const item = [...document.querySelectorAll("[data-testid=checks] [data-key]")].find((l) => said(l).includes(arguments[0]));
       item?.querySelector("button").click();
       return item !== undefined`,
      `${words} is in the list`,
      words,
    );
  await open("№779");
  await window.waitFor("return document.querySelector('.ed-mark.is-active')", "its words are marked");
  await russian(window, "ю", "Period");
  await window.waitFor(
    "return document.querySelector('.ed-text').textContent.includes('№\\u00a0779')",
    "the words are mended",
  );

  // A refusal lasts.
  await open("не называет результата");
  await window.click('[data-testid="skip"]');
  await window.waitFor(
    "return document.querySelector('[data-testid=unskip]') !== null",
    "one is refused",
  );

  // The deadline a directive lacks, by its chip.
  await open("Нет срока");
  await window.waitFor("return document.querySelector('.ed-directive.is-current .ed-chip.is-missing')", "it lacks one");
  await window.press(KEYS.enter, [KEYS.alt]);
  await window.press(KEYS.enter);
  await window.find(".chip-popover");
  await window.waitFor("return document.activeElement.closest('.chip-popover input')", "the field has the focus");
  await window.type("до 2 ноября");
  await window.waitFor(
    "return /Понято: до 2.ноября/.test(document.querySelector('.chip-popover').innerText)",
    "the deadline is understood",
  );
  await window.press(KEYS.enter);
  await window.waitFor(
    "return document.querySelector('.ed-directive.is-current > p').textContent.endsWith('до 2 ноября')",
    "the words stand in the text",
  );
  await saved(window);
  await window.waitFor(
    "return Number(document.querySelector('.checks footer .count').innerText.split(' ').at(-1)) <= arguments[0] - 2",
    "the list is shorter",
    all,
  );
});

test("what is no deadline is said to be none, and undone", async (t) => {
  const app = await home(t);
  const window = await app.start();
  const id = await opened(window);
  const facts = async () => {
    const { resolution } = await invoke(window, "document_open", { id });
    return resolution.sections[0].groups[0].directives[0].deadlines.length;
  };
  assert.equal(await facts(), 1);
  await caret(window, 0);
  await window.press(KEYS.enter, [KEYS.alt]);
  await window.press(KEYS.enter);
  await window.click('[data-testid="deny"]');
  await window.waitFor(
    "return document.querySelector('.ed-directive.is-current .ed-chip.is-missing')",
    "the deadline is gone",
  );
  await saved(window);
  assert.equal(await facts(), 0);
  await window.press("z", [KEYS.ctrl]);
  await window.waitFor(
    "return !document.querySelector('.ed-directive.is-current .ed-chip.is-missing')",
    "the deadline is back",
  );
  await saved(window);
  assert.equal(await facts(), 1);
});

test("everything of one kind is mended at once and taken back at once", async (t) => {
  const app = await home(t);
  const window = await app.start();
  await opened(window, "Каменнобродский");
  const before = await shown(window);
  const count = await window.waitFor(
    `for (const fold of document.querySelectorAll("[data-testid=checks] [data-rule] [aria-expanded=false]")) {
       if (!fold.closest("[data-key]")) fold.click();
     }
     const all = [...document.querySelectorAll("[data-testid=checks] [data-key] > button")];
     const next = all.find((each) => each.getAttribute("aria-expanded") !== "true" && !each.dataset.tried);
     if (!document.querySelector("[data-testid=mend-all]")) {
       if (next) { next.dataset.tried = "yes"; next.click(); }
       return null;
     }
     return document.querySelector("[data-testid=mend-all]").innerText.match(/\\d+/)[0]`,
    "some advice can be mended together",
  );
  await window.click('[data-testid="mend-all"]');
  await window.waitFor(
    "return document.body.innerText.includes('Исправлено мест: ' + arguments[0])",
    "all of them are mended",
    count,
  );
  await saved(window);
  assert.notDeepEqual(await shown(window), before);
  await window.run(
    "[...document.querySelectorAll('button')].find((each) => each.innerText.trim() === 'Вернуть').click()",
  );
  await window.waitFor(
    "return JSON.stringify([...document.querySelectorAll('.ed-directive > p')].map((p) => p.textContent)) === JSON.stringify(arguments[0])",
    "the text is as before",
    before,
  );
});

test("a revision is named, compared and gone back to", async (t) => {
  const app = await home(t);
  const window = await app.start();
  const id = await opened(window);
  const before = await shown(window);
  await caret(window, 0);
  await window.type(" и отчитаться");
  await window.run("document.querySelectorAll('.panel [role=tab]')[3].click()");
  await window.click('[data-testid="name-revision"]');
  await window.find("dialog[open]");
  await window.type("На согласование");
  await window.press(KEYS.enter);
  await window.waitFor(
    "return document.querySelector('[data-revision=\"2\"]')?.innerText.includes('На согласование')",
    "the revision is in the list",
  );
  await caret(window, 0);
  await window.type(" дважды");
  await saved(window);

  const act = async (number, words) => {
    await window.run("document.querySelector(`[data-revision=\"${arguments[0]}\"] .menu-trigger`).focus()", number);
    await window.press(KEYS.enter);
    await window.find(".menu-item");
    await window.run(
      "[...document.querySelectorAll('.menu-item')].find((i) => i.innerText.includes(arguments[0])).click()",
      words,
    );
    await window.waitFor("return !document.querySelector('.menu-content')", "the menu is closed");
  };
  await act(1, "Вернуть");
  await window.waitFor(
    "return document.querySelector('.ed-directive > p').textContent === arguments[0]",
    "the first revision is back",
    before[0],
  );
  assert.deepEqual(await kept(window, id), before);
  // What was written since is a revision as well, and the message leads back to it.
  await window.takeBack("Возвращена");
  await window.waitFor(
    "return document.querySelector('.ed-directive > p').textContent.endsWith('и отчитаться дважды')",
    "the newest text is back",
  );
  await act(2, "Сравнить");
  await window.find(".duo");
  assert.equal(await window.run("return location.hash"), `#/comparison/${id}@2/${id}`);
});

test("parts are moved in the structure, words found and replaced", async (t) => {
  const app = await home(t);
  const window = await app.start();
  const id = await opened(window);
  const rows = () =>
    window.run("return [...document.querySelectorAll('[data-testid=structure] [aria-level=\"2\"]')].map((r) => r.title)");
  const before = await rows();
  await window.run("document.querySelector('[data-testid=structure] [aria-level=\"2\"]').focus()");
  await window.press(KEYS.down, [KEYS.alt]);
  await window.waitFor(
    "return document.querySelectorAll('[data-testid=structure] [aria-level=\"2\"]')[1].title === arguments[0]",
    "the group has moved down",
    before[0],
  );
  assert.equal(await window.run("return document.activeElement.title"), before[0]);
  await window.click('[data-testid="undo"]');
  await window.waitFor(
    "return document.querySelectorAll('[data-testid=structure] [aria-level=\"2\"]')[0].title === arguments[0]",
    "the group is back",
    before[0],
  );
  // The pointer does the same.
  const [first, second] = await window.run(
    `return [...document.querySelectorAll('[data-testid=structure] [aria-level="2"]')].slice(0, 2).map((row) => {
       const { left, width, top, bottom } = row.getBoundingClientRect();
       return { x: left + width / 2, top, bottom };
     })`,
  );
  await window.drag([
    [first.x, first.top + 8],
    [first.x, first.top + 20],
    [second.x, second.bottom - 3],
  ]);
  await window.waitFor(
    "return document.querySelectorAll('[data-testid=structure] [aria-level=\"2\"]')[1].title === arguments[0]",
    "the group was dragged down",
    before[0],
  );
  await saved(window);
  await window.click('[data-testid="undo"]');
  await window.waitFor(
    "return document.querySelectorAll('[data-testid=structure] [aria-level=\"2\"]')[0].title === arguments[0]",
    "the dragged group is back",
    before[0],
  );

  await russian(window, "р", "KeyH");
  await window.find('[data-testid="replace"]');
  await window.type("управления");
  const found = await window.text('[role="search"] .count');
  assert.match(found, /^\d+ из \d+$/);
  await window.click('[data-testid="replace"]');
  await window.type("комитета");
  await window.click('[data-testid="replace-all"]');
  await saved(window);
  assert.equal((await kept(window, id)).some((text) => /управления/i.test(text)), false);
  await window.press(KEYS.escape);
  await window.waitFor("return document.activeElement.closest('.ed-text')", "the text has the focus");

  // F6 goes round: tools, structure, form, text, panel.
  const seen = [];
  for (let step = 0; step < 9; step += 1) {
    await window.press(KEYS.f6);
    seen.push(await window.run("return document.activeElement.closest('[data-pane]').className"));
  }
  assert.ok(seen.some((name) => name.includes("page")) && seen.some((name) => name.includes("bar")), seen.join(" "));
});

test("a longer text is looked through and comes in by its addressees", async (t) => {
  const app = await home(t);
  const window = await app.start();
  const id = await opened(window);
  const before = await shown(window);
  await caret(window, 0);
  await window.run(
    `const data = new DataTransfer();
     data.setData("text/plain", arguments[0]);
     document.activeElement.closest(".ed-text").dispatchEvent(
       new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }))`,
    [
      "РЕЗОЛЮЦИЯ",
      "Участники совещания рекомендуют:",
      "1. Управлению образования:",
      "1.1. Провести до 1 мая 2027 года смотр школьных музеев.",
      "1.2. Издать сборник.",
      "2. Руководителям школ:",
      "2.1. Обеспечить участие школ в смотре.",
    ].join("\n"),
  );
  await window.find('dialog[open] [data-line]');
  await window.run(
    `const line = [...document.querySelectorAll("dialog[open] [data-line]")].find((each) =>
       each.textContent.includes("Издать сборник"));
     const list = line.querySelector("select");
     list.value = "skip";
     list.dispatchEvent(new Event("change", { bubbles: true }))`,
  );
  await window.click('dialog[open] [data-testid="paste-insert"]');
  await window.waitFor("return !document.querySelector('dialog[open]')", "the dialog is closed");
  await saved(window);
  const now = await kept(window, id);
  assert.equal(now.length, before.length + 2);
  assert.ok(now.includes("Обеспечить участие школ в смотре") && !now.includes("Издать сборник"));
});

test("remarks propose a wording that is accepted into the text", async (t) => {
  const app = await home(t);
  const window = await app.start();
  const id = await opened(window);
  await caret(window, 0);
  const tab = "[...document.querySelectorAll('[role=tab]')].find((each) => each.textContent.includes('Замечания'))";
  await window.run(`${tab}.click()`);
  await window.click('[data-testid="remark-write"]');
  await window.find('[data-testid="remark-form"]');
  await window.click('[data-testid="remark-propose"]');
  const fill = (selector, text) =>
    window.run(
      `const field = document.querySelector(arguments[0]);
       field.value = arguments[1];
       field.dispatchEvent(new Event("input", { bubbles: true }))`,
      selector,
      text,
    );
  await fill('[data-testid="remark-text"]', "Нужен срок");
  await fill('[data-testid="remark-proposal"]', "провести смотр музеев до 1 мая 2027 года");
  await fill('[name="remark-author"], [data-testid="remark-author"]', "И.П.");
  await window.click('[data-testid="remark-add"]');
  await window.click('[data-testid="remark-accept"]');
  await saved(window);
  const now = await kept(window, id);
  assert.ok(now.includes("провести смотр музеев до 1 мая 2027 года"), now.join("\n"));
});
