// The editor alone in the engine the window runs on, with real keys: what jsdom cannot show.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync, readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { before, beforeEach, after, test } from "node:test";
import { samples, svod } from "./app.mjs";
import { KEYS } from "./driver.mjs";
import { openPage } from "./editor/page.mjs";

const endings = [];
let page;
before(async () => {
  page = await openPage({ after: (ending) => endings.push(ending) });
});
after(async () => {
  for (const ending of endings) await ending();
});
beforeEach(() => page.run("svod.drawAll(false)"));

/** The id of a directive made by the page. */
const directive = (i) => `d${i}`.padStart(32, "0");
const open = (count) => page.run("svod.open(svod.made(arguments[0]))", count);
const focus = (id, ...range) =>
  page.run(
    "svod.editor().focus(arguments[0], arguments[1].length ? arguments[1] : undefined)",
    id,
    range,
  );
const textOf = (id) =>
  page.run(
    `const all = svod.editor().resolution.sections.flatMap((s) => s.groups).flatMap((g) => g.directives);
     return all.find((d) => d.id === arguments[0])?.text`,
    id,
  );
const head = () => page.run("return svod.editor().state.selection.head");
const json = () => page.run("return JSON.stringify(svod.editor().resolution)");
const points = (text) => [...text].map((each) => each.codePointAt(0).toString(16)).join(" ");

test("a space typed beside a mark is a space", async () => {
  await open(20);
  const id = directive(3);
  const before = await textOf(id);
  await page.run(
    `svod.editor().setFindings([{ key: "k", severity: "error", place: arguments[0], part: { part: "text" },
      range: [4, 12], quote: arguments[1].slice(4, 12) }])`,
    id,
    before,
  );
  assert.equal(await page.run("return document.querySelectorAll('.ed-mark').length"), 1);
  let wanted = before;
  for (const [at, typed] of [
    [before.length, " в конце "],
    [12, " за меткой "],
    [4, " до метки "],
    [0, " "],
  ]) {
    await focus(id, at, at);
    await page.type(typed);
    wanted = wanted.slice(0, at) + typed + wanted.slice(at);
  }
  assert.equal(points(await textOf(id)), points(wanted));
});

test("a space typed inside a mark is a space, and drops the mark", async () => {
  await open(20);
  const id = directive(3);
  const text = await textOf(id);
  await page.run(
    `svod.editor().setFindings([{ key: "k", severity: "error", place: arguments[0], part: { part: "text" },
      range: [2, 12], quote: arguments[1].slice(2, 12) }])`,
    id,
    text,
  );
  await focus(id, 5, 5);
  await page.type(" а ");
  assert.equal(points(await textOf(id)), points(`${text.slice(0, 5)} а ${text.slice(5)}`));
  assert.equal(await page.run("return document.querySelectorAll('.ed-mark').length"), 0);
});

test("60 times ↓ and ↑ in 150 directives go where they go with everything drawn", async () => {
  const walk = async () => {
    await open(150);
    await focus(directive(0), 0, 0);
    const places = [];
    for (const key of [KEYS.down, KEYS.up]) {
      for (let i = 0; i < 60; i++) {
        await page.press(key);
        places.push(await head());
      }
    }
    return places;
  };
  const drawnWhereNeeded = await walk();
  await page.run("svod.drawAll(true)");
  const drawn = await walk();
  assert.deepEqual(drawnWhereNeeded, drawn);
  assert.ok(drawn[59] > drawn[0] + 1000, "the caret went a long way");
});

test("no letter is lost when the caret is set into a block that is not drawn", async () => {
  await open(150);
  for (const i of [149, 2, 75, 120, 10]) {
    const id = directive(i);
    const before = await textOf(id);
    await focus(id);
    await page.type("Буквы на месте");
    assert.equal(await textOf(id), `${before}Буквы на месте`);
    const seen = await page.run(
      `const { view, state } = svod.editor();
       const { top, bottom } = view.coordsAtPos(state.selection.head);
       return top >= 0 && bottom <= innerHeight`,
    );
    assert.ok(seen, `the caret in directive ${i} is on the screen`);
  }
});

test("what is found far away is shown though the focus is in the search bar", async () => {
  await open(600);
  const id = directive(590);
  await page.run(
    `const { view, state } = svod.editor();
     svod.editor().focus(arguments[0]);
     view.dispatch(view.state.tr.insertText(" иголка"));
     svod.editor().focus("d0".padStart(32, "0"));
     document.body.append(Object.assign(document.createElement("input"), { id: "bar" }));
     document.querySelector("#bar").focus();
     svod.editor().search.find({ text: "ИГОЛКА" });`,
    id,
  );
  const box = await page.waitFor(
    `const { top, bottom } = document.querySelector(".ed-hit.is-active").getBoundingClientRect();
     return top >= 0 && bottom <= innerHeight`,
    "the hit is on the screen",
  );
  assert.ok(box);
  assert.equal(await page.run("return document.activeElement.id"), "bar");
  await page.run("document.querySelector('#bar').remove()");
});

test("Ctrl+End and Ctrl+Home reach the ends of a long text", async () => {
  await open(300);
  await focus(directive(5));
  await page.press(KEYS.end, [KEYS.ctrl]);
  await page.type("Конец");
  const closing = await page.run("return svod.editor().resolution.closing.at(-1)");
  assert.match(closing ?? "", /Конец$/);
  await page.press(KEYS.home, [KEYS.ctrl]);
  await page.type("Начало ");
  assert.match(await page.run("return svod.editor().resolution.preamble[0]"), /^Начало /);
});

test("the keys of undo and redo work in the Russian layout", async (t) => {
  await open(20);
  const id = directive(0);
  const before = await textOf(id);
  await focus(id);
  // Set while the window is open: a display without clients forgets its layout.
  execFileSync("setxkbmap", ["-layout", "ru,us"]);
  t.after(() => execFileSync("setxkbmap", ["-layout", "us"]));
  await page.run(
    "window.codes = []; document.addEventListener('keydown', (e) => codes.push([e.key, e.code]), true)",
  );
  await page.type("ещё");
  await page.press("я", [KEYS.ctrl]);
  assert.equal(await textOf(id), before);
  await page.press("н", [KEYS.ctrl]);
  assert.equal(await textOf(id), `${before}ещё`);
  await page.press("я", [KEYS.ctrl]);
  await page.press("Я", [KEYS.ctrl, KEYS.shift]);
  assert.equal(await textOf(id), `${before}ещё`);
  const codes = await page.run("return codes.filter(([key]) => /[ян]/i.test(key))");
  // What the engine said is what a person's keyboard says: a Cyrillic key at a Latin place.
  assert.deepEqual(codes, [
    ["я", "KeyZ"],
    ["н", "KeyY"],
    ["я", "KeyZ"],
    ["Я", "KeyZ"],
  ]);
});

test("Enter, Tab, moves and joins make what they say, and undo gives the same JSON back", async () => {
  await open(30);
  const before = await json();
  await focus(directive(11));
  await page.press(KEYS.enter);
  await page.type("Обобщить опыт");
  await page.press(KEYS.enter);
  await page.type("школ");
  await page.press(KEYS.tab);
  await page.press(KEYS.enter);
  await page.type("детских садов");
  const items = await page.run(
    "return svod.editor().resolution.sections[0].groups[1].directives.slice(2, 4).map((d) => [d.lead, d.text])",
  );
  assert.deepEqual(items, [
    ["Обобщить опыт", "школ"],
    ["Обобщить опыт", "детских садов"],
  ]);
  await page.press(KEYS.down, [KEYS.alt]);
  await page.press(KEYS.tab, [KEYS.shift]);
  await focus(directive(15), 0, 0);
  await page.press("\uE003");
  await page.press(KEYS.up, [KEYS.alt]);
  await page.press(KEYS.enter, [KEYS.ctrl]);
  await page.type('"Школа" - дом');
  await page.press(KEYS.enter);
  await page.press(KEYS.enter);
  assert.ok((await json()) !== before, "something was done");
  for (let i = 0; i < 60 && (await page.run("return svod.editor().history.undo")); i++) {
    await page.press("z", [KEYS.ctrl]);
  }
  assert.ok((await json()) === before, "everything is as it was");
});

test("Ctrl+A, Ctrl+X and Ctrl+V bring the same words back", async () => {
  await page.run("svod.open(svod.sample)");
  const before = await json();
  const id = await page.run("return svod.sample.sections[0].groups[2].directives[0].id");
  const other = await page.run("return svod.sample.sections[0].groups[2].directives[1].id");
  const [first, second] = [await textOf(id), await textOf(other)];
  await focus(id, 0, first.length);
  await page.press("x", [KEYS.ctrl]);
  assert.equal(await textOf(id), "");
  await page.press("v", [KEYS.ctrl]);
  assert.equal(await textOf(id), first);
  assert.equal(await textOf(other), second);
  await page.press("a", [KEYS.ctrl]);
  await page.press("x", [KEYS.ctrl]);
  assert.equal(await page.run("return svod.editor().resolution.sections.length"), 1);
  await page.press("z", [KEYS.ctrl]);
  assert.ok((await json()) === before, "everything is as it was");
});

test("a directive is carried to another place by its handle", async () => {
  await open(20);
  await page.run("svod.editor().focus(arguments[0], [0, 0])", directive(0));
  await page.runAsync("setTimeout(arguments[0], 200)");
  await page.run("document.querySelector('#desk').scrollTop = 450");
  const box = (i) =>
    page.run(
      `const { left, top, bottom } = document.querySelector("[data-id='" + arguments[0] + "']").getBoundingClientRect();
       return { left, top, bottom }`,
      directive(i),
    );
  const from = await box(0);
  const to = await box(2);
  // The pointer comes over the text first, and the handle comes to it.
  await page.drag([[from.left + 120, from.top + 12]]);
  const grip = await page.run(
    `const box = document.querySelector(".ed-grip").getBoundingClientRect();
     return [box.left + box.width / 2, box.top + box.height / 2, box.width, box.height]`,
  );
  assert.ok(grip[2] >= 24 && grip[3] >= 24, "the handle is large enough to be hit");
  await page.drag([
    [grip[0], grip[1]],
    [grip[0], grip[1] + 20],
    [grip[0], to.bottom - 4],
  ]);
  const ids = await page.run(
    "return svod.editor().resolution.sections[0].groups[0].directives.slice(0, 3).map((d) => d.id)",
  );
  assert.deepEqual(ids, [directive(1), directive(2), directive(0)]);
});

test("every sample resolution comes back from its document as it was", async () => {
  const files = readdirSync(samples).filter((name) => /\.(docx|md|txt)$/.test(name) && name !== "README.md");
  assert.ok(files.length > 4);
  for (const name of files) {
    const read = JSON.parse(
      execFileSync(svod, ["read", join(samples, name), "--format", "json"], { maxBuffer: 2 ** 26 }),
    );
    const back = await page.run(
      "return svod.open(arguments[0]).resolution",
      read,
    );
    // Whom the words of a directive name is recognised in them, not kept beside them.
    const directives = read.sections.flatMap(({ groups }) => groups).flatMap((group) => group.directives);
    for (const directive of directives) {
      if (directive.addressee !== null && directive.text.includes(directive.addressee.trim())) directive.addressee = null;
    }
    assert.deepEqual(back, read, name);
  }
});

test("axe finds no fault in the text", async () => {
  await page.run("svod.open(svod.sample)");
  const axe = createRequire(import.meta.url).resolve("axe-core/axe.min.js");
  await page.run(`${readFileSync(axe, "utf8")}; window.axe = axe;`);
  const faults = await page.runAsync(
    `const done = arguments[arguments.length - 1];
     axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"] }).then((r) =>
       done(r.violations.map((v) => [v.id, v.nodes.length, v.nodes[0].html.slice(0, 200)])));`,
  );
  assert.deepEqual(faults, []);
});
