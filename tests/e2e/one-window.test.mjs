// One window and one library: a second start shows the first window, and where the systems cannot
// tell the two apart, the library itself refuses the second.
import assert from "node:assert/strict";
import { spawn, execFileSync } from "node:child_process";
import { once } from "node:events";
import { test } from "node:test";
import { binary, home, samples, svod } from "./app.mjs";
import { KEYS } from "./driver.mjs";

test("a second start ends by itself and leaves the first window working", async (t) => {
  const app = await home(t);
  const window = await app.start();
  const second = spawn(binary, [], { env: app.env(), stdio: "ignore" });
  const [status] = await once(second, "exit");
  assert.equal(status, 0);
  await window.press("3", [KEYS.ctrl]);
  await window.find(".choose");
});

test("a library that is open elsewhere is not opened twice, and says so", async (t) => {
  const app = await home(t);
  const first = await app.start();
  // Another bus, as on a system without one: the two starts know nothing of each other.
  const window = await app.start({ DBUS_SESSION_BUS_ADDRESS: "unix:path=/nonexistent" });
  const sentence = await window.text('[role="alert"]');
  assert.match(sentence, /Библиотека «.+» открыта в другой программе/);
  // The terminal program may look, but not write: one line and status 1.
  const sample = `${samples}/lugovskoy-2026.docx`;
  const run = () =>
    execFileSync(svod, ["library", "--library", app.library, "import", sample], {
      env: app.env({ LC_ALL: "ru_RU.UTF-8" }),
      stdio: "pipe",
      encoding: "utf8",
    });
  assert.throws(run, (error) => {
    assert.equal(error.status, 1);
    assert.match(error.stderr, /открыта в другой программе/);
    return true;
  });

  // Once the first window is closed, «Повторить» opens the library.
  await app.stop(first);
  // The lock goes with the process, which may outlive its window by a moment.
  await window.waitFor(
    `document.querySelector('[role="alert"] button')?.click();
     return document.querySelector("tr[data-id]") !== null`,
    "the library is open",
  );
});
