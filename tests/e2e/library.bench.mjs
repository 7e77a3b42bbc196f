// How long the window takes for what a person does in a library of thousands of documents: from the click to the
// frame that shows it. Prints times, fails nothing: `node tests/e2e/library.bench.mjs [COUNT]` after a build.
import { execFileSync } from "node:child_process";
import { resolve } from "node:path";
import { withDisplay } from "../run/display.mjs";
import { run } from "../run/lib.mjs";
import { home } from "./app.mjs";
import { settled } from "./axe.mjs";

const root = resolve(import.meta.dirname, "../..");
const count = process.argv[2] ?? "5000";

/** A step in the page, and the wait for the frame after what it asks for is there. */
const step = (act, shown) => `
  const done = arguments[0];
  const from = performance.now();
  ${act};
  const look = () => {
    if (${shown}) requestAnimationFrame(() => done(performance.now() - from));
    else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);`;

const value = (selector, text) =>
  `const e = document.querySelector(${JSON.stringify(selector)}); e.value = ${JSON.stringify(text)};` +
  `e.dispatchEvent(new Event("input", { bubbles: true })); e.dispatchEvent(new Event("change", { bubbles: true }));`;
const click = (selector) => `document.querySelector(${JSON.stringify(selector)}).click()`;
const rows = "document.querySelectorAll('tr[data-id]').length";
/** The best of so many rounds: a busy machine says nothing of the program. */
const ROUNDS = 4;
const pane = "document.querySelector('.desk')";

const STEPS = [
  ["narrow to a year", click('[data-testid="year-2020"]'), "document.querySelector('[aria-pressed=true]')"],
  ["all years again", click('[data-testid="filters-clear"]'), "!document.querySelector('[aria-pressed=true]')"],
  [
    "narrow to a district",
    "const s = document.querySelector('[data-testid=filter-place]'); s.value = s.options[s.options.length - 5].value;" +
      "s.dispatchEvent(new Event('change', { bubbles: true }))",
    `${rows} < 20`,
  ],
  ["all districts again", click('[data-testid="filters-clear"]'), `${rows} > 20`],
  ["scroll to the middle", `${pane}.scrollTop = ${pane}.scrollHeight / 2`, `${rows} > 20 && document.querySelector('tr[aria-hidden]')`],
  ["scroll to the end", `${pane}.scrollTop = ${pane}.scrollHeight`, `${rows} > 10`],
  ["go to another shelf", click("nav .draft button"), "document.querySelector('nav .draft [aria-current]')"],
  ["and back", click("nav .all button"), `${rows} > 20`],
  ["letters in the search (and the pause after them)", value('input[type="search"]', "музеев"), "document.querySelector('label:has(input[value=directives])')"],
  ["directives that have them", click('label:has(input[value="directives"]) input'), "document.querySelector('[data-testid=hits] mark')"],
  ["an empty search", value('input[type="search"]', ""), `${rows} > 20`],
  ["mark a document", click("tr[data-id]:not(.marked) input"), "document.querySelector('tr.marked')"],
];

/** Steps that change the library, done once. */
const ONCE = [
  ["open the menu", "document.querySelector('[data-testid=library-more]').dispatchEvent(new PointerEvent('pointerdown', { bubbles: true, button: 0 }))", "document.querySelector('.menu-item')"],
  ["the status is changed", "[...document.querySelectorAll('.menu-item')].find(i => i.innerText.trim() === 'Убрать в архив').click()", "document.querySelector('nav .archived .count').innerText !== '0'"],
];

async function measure() {
  const endings = [];
  const app = await home({ after: (ending) => endings.push(ending) });
  const cargo = ["run", "-q", "-p", "svod-tests", "--example", "country", "--", count, app.library];
  execFileSync("cargo", cargo, { cwd: root, stdio: "inherit" });
  const started = performance.now();
  const window = await app.start();
  await window.find("tr[data-id]");
  console.log(`start of the program, ${count} documents: ${Math.round(performance.now() - started)} ms`);
  await settled(window);
  const best = new Map();
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [what, act, shown] of round === 0 ? [...STEPS, ...ONCE] : STEPS) {
      const took = await window.runAsync(step(act, shown));
      best.set(what, [...(best.get(what) ?? []), Math.round(took)]);
    }
  }
  for (const [what, took] of best) {
    console.log(`${what}: ${Math.min(...took)} ms (first ${took[0]})`);
  }
  for (const ending of endings) await ending();
}

if (process.env.SVOD_BENCH === undefined) {
  // Once more, with a display of its own.
  process.exitCode = await withDisplay((env) =>
    run(process.execPath, [import.meta.filename, count], { env: { ...env, SVOD_BENCH: "1" } }),
  );
} else {
  await measure();
}
