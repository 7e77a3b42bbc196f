// Whom a draft speaks to: offered while typed, chosen from the register, renamed.
import assert from "node:assert/strict";
import { test } from "node:test";
import { home } from "./app.mjs";
import { caret, invoke, kept, opened, saved } from "./draft.mjs";
import { KEYS } from "./driver.mjs";

test("an addressee is offered while it is typed, chosen from the register, and renamed", async (t) => {
  const app = await home(t);
  const window = await app.start();
  const id = await opened(window);
  const body = {
    id: "",
    name: "Методический центр округа",
    dative: "Методическому центру округа",
    short: "МЦО",
    class: "methodical_service",
    aliases: [{ name: "Методический кабинет района", dative: "Методическому кабинету района", until: null }],
    confirmed: true,
  };
  await invoke(window, "addressee_keep", { body });
  const headings = async () => {
    const { resolution } = await invoke(window, "document_open", { id });
    return resolution.sections.flatMap((s) => s.groups).map((g) => g.heading);
  };
  const before = await headings();

  // Typed in a new heading: offered, chosen with the arrows.
  await caret(window, 0);
  await window.press(KEYS.enter, [KEYS.ctrl]);
  await window.type("метод");
  await window.find('[data-testid="addressee-hints"] li');
  await window.press(KEYS.down);
  await window.press(KEYS.enter);
  await window.waitFor(
    "return [...document.querySelectorAll('.ed-head')].some((head) => head.innerText.includes('Методическому центру округа'))",
    "the body stands in the heading",
  );
  await saved(window);
  const typed = (await headings()).filter((each) => !before.includes(each));
  assert.deepEqual(typed, ["Методическому центру округа"]);

  // Chosen from the dialog: joins what the heading has.
  const more = async (words) => {
    await window.click('[data-testid="draft-more"]');
    await window.find(".menu-item");
    await window.run(
      "[...document.querySelectorAll('.menu-item')].find((i) => i.innerText.includes(arguments[0])).click()",
      words,
    );
  };
  await more("Адресат из реестра");
  await window.find('[data-testid="addressee-picker"] input');
  await window.type("рцо");
  await window.find('[data-testid="addressee-picker"] li');
  await window.press(KEYS.enter);
  await window.waitFor("return !document.querySelector('dialog[open]')", "the dialog is closed");
  await saved(window);
  const [joined] = (await headings()).filter((each) => !before.includes(each));
  assert.match(joined, /^Методическому центру округа, .*РЦО/);

  // A former name becomes the new one, in a directive and in a heading.
  await caret(window, 0);
  await window.type(" и направить Методическому кабинету района");
  await saved(window);
  await more("Переименовать адресата");
  await window.find('dialog[open] input[type="checkbox"]');
  await window.click('dialog[open] footer button:last-child');
  await window.waitFor("return !document.querySelector('dialog[open]')", "the dialog is closed");
  await saved(window);
  assert.ok((await kept(window, id))[0].endsWith("и направить Методическому центру округа"));
});
