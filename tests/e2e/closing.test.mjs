// The window is closed by its cross while something is not on the disk yet.
import assert from "node:assert/strict";
import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { test } from "node:test";
import { ending, home, processes, svod } from "./app.mjs";
import { caret, opened } from "./draft.mjs";

const python = resolve(import.meta.dirname, "../../target/python/bin/python");

/** Closes the window of a library as a window manager does. */
function cross(library) {
  const script = resolve(import.meta.dirname, "close_window.py");
  execFileSync(python, [script, ...processes(library).map(String)]);
}

test("what was typed right before the window was closed is on the disk", async (t) => {
  const app = await home(t);
  const window = await app.start();
  const id = await opened(window);
  await caret(window, 0);
  await window.type(" щщщ");
  await ending(app.library, () => cross(app.library));
  const shown = execFileSync(svod, ["library", "show", id, "--format", "json", "--library", app.library], {
    encoding: "utf8",
  });
  assert.match(shown, /щщщ/);
  // In good order: nothing is told of as found again.
  const next = await app.start();
  await next.find("tr[data-id]");
  assert.equal(await next.run("return document.querySelector('[data-testid=recovered-open]')"), null);
});

test("what cannot be kept keeps the window open until the person decides", async (t) => {
  const app = await home(t);
  const window = await app.start();
  const id = await opened(window);
  // Another program holds the file; ours may not write.
  const hold = [
    "import sqlite3, sys",
    "held = sqlite3.connect(sys.argv[1], isolation_level=None)",
    "held.execute('BEGIN IMMEDIATE')",
    "print('held', flush=True)",
    "sys.stdin.read()",
  ].join("\n");
  const holder = spawn(python, ["-c", hold, app.library]);
  t.after(() => holder.kill());
  await once(holder.stdout, "data");
  await caret(window, 0);
  await window.type(" щщщ");
  cross(app.library);
  assert.match(await window.text('[data-testid="closing"]'), /Последние правки не сохранены/);
  if (process.env.SVOD_PICTURES) {
    writeFileSync(`${process.env.SVOD_PICTURES}/closing.png`, await window.screenshot());
  }
  holder.stdin.end();
  await once(holder, "exit");
  await ending(app.library, () => window.click('[data-testid="closing"] button[type="submit"]'));
  const shown = execFileSync(svod, ["library", "show", id, "--format", "json", "--library", app.library], {
    encoding: "utf8",
  });
  assert.match(shown, /щщщ/);
});
