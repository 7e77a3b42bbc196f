// The window program is killed while a person types: at most the last second is lost, and the next
// start says what was found again. `SVOD_KILLS=200` makes the long run of it.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { test } from "node:test";
import { ending, home, processes, svod } from "./app.mjs";

const KILLS = Number(process.env.SVOD_KILLS ?? 4);
/** What may be lost: a second of typing. */
const LAST_SECOND = 1_000;

test("typing goes on until the program is killed, and all but the last second is there", async (t) => {
  const app = await home(t);
  let window = await app.start();
  await window.run("location.hash = '#/new'");
  await window.click('label:has(input[value="blank"])');
  await window.click('[data-testid="start-blank"]');
  await window.find(".ed-text");
  const id = await window.run("return location.hash.split('/')[2].split('?')[0]");
  let before = 0;
  for (let kill = 0; kill < KILLS; kill += 1) {
    await window.run("document.querySelector('.ed-text').focus()");
    // Each letter says when it was typed.
    const typed = [];
    const end = Date.now() + 400 + Math.floor(Math.random() * 2_500);
    while (Date.now() < end) {
      await window.type("ж");
      typed.push(Date.now());
    }
    const killed = Date.now();
    await ending(app.library, () => {
      for (const pid of processes(app.library)) process.kill(pid, "SIGKILL");
    });
    await app.stop(window);

    window = await app.start();
    const shown = execFileSync(svod, ["library", "show", id, "--format", "json", "--library", app.library], {
      encoding: "utf8",
    });
    const found = (shown.match(/ж/g) ?? []).length;
    const sure = before + typed.filter((at) => at < killed - LAST_SECOND).length;
    assert.ok(found >= sure && found <= before + typed.length, `kill ${kill}: ${found} found, ${sure} to be found`);
    if (found > before) {
      await window.find('[data-testid="recovered-open"]');
      await window.click('[data-testid="recovered-seen"]');
    }
    before = found;
    await window.run("location.hash = arguments[0]", `#/draft/${id}`);
    await window.find(".ed-text");
  }
});
