// How long a key takes until it is painted, in the engine the window runs on: `npm run bench:editor`.
// Times depend on the machine; the ratios between the sizes, and to everything drawn, do not.
import { withDisplay } from "../run/display.mjs";
import { run } from "../run/lib.mjs";
import { KEYS } from "./driver.mjs";
import { openPage } from "./editor/page.mjs";

const SIZES = [20, 300, 1500];
const TIMES = 25;

if (process.env.SVOD_BENCH === undefined) {
  process.exitCode = await withDisplay((env) =>
    run(process.execPath, [import.meta.filename], { env: { ...env, SVOD_BENCH: "1" } }),
  );
} else {
  const endings = [];
  try {
    await measure(await openPage({ after: (ending) => endings.push(ending) }));
  } finally {
    for (const ending of endings) await ending();
  }
}

async function measure(page) {
  const rows = [];
  for (const drawn of [false, true]) {
    await page.run("svod.drawAll(arguments[0])", drawn);
    for (const size of SIZES) {
      const opened = await page.runAsync(
        `const [size, done] = arguments;
         const made = svod.made(size);
         const start = performance.now();
         svod.open(made);
         requestAnimationFrame(() => setTimeout(() => done(performance.now() - start)));`,
        size,
      );
      const middle = `d${size >> 1}`.padStart(32, "0");
      await page.run("svod.editor().focus(arguments[0])", middle);
      rows.push({
        drawn: drawn ? "everything" : "near the caret",
        directives: size,
        open: Math.round(opened),
        letter: await time(page, "q"),
        enter: await time(page, KEYS.enter, "q"),
        down: await time(page, KEYS.down),
        "move ↓": await time(page, [KEYS.down, KEYS.alt]),
        undo: await time(page, ["z", KEYS.ctrl]),
      });
    }
  }
  const base = rows[0];
  for (const row of rows) row["letter, times 20"] = Number((row.letter / base.letter).toFixed(1));
  console.log("Milliseconds from the key to the painted page, the middle one of", TIMES);
  console.table(rows);
}

/** The middle time of a key; `between` is pressed after it and not counted. */
async function time(page, key, between) {
  const [name, ...modifiers] = [key].flat();
  const all = [];
  for (let i = 0; i < TIMES; i++) {
    await page.run("svod.times.length = 0");
    await page.press(name, modifiers);
    // A list, since a time of nought is an answer too.
    const [painted] = await page.waitFor(
      "return svod.times.length > 0 ? svod.times.slice(-1) : null",
      "the key is painted",
    );
    all.push(painted);
    if (between) await page.press(between);
  }
  return Math.round(all.sort((a, b) => a - b)[TIMES >> 1]);
}
