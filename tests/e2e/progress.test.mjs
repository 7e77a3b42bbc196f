// A long import says how far it is, can be stopped, and keeps what it has done.
import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { delimiter } from "node:path";
import { test } from "node:test";
import { home } from "./app.mjs";
import { KEYS } from "./driver.mjs";

test("a long import is stopped half-way and keeps whole documents", async (t) => {
  const app = await home(t);
  const paths = Array.from({ length: 600 }, (_, at) => {
    const path = app.path(`файл ${at}.txt`);
    const text = `РЕЗОЛЮЦИЯ\nфорума № ${at}\n\nШколам:\n- провести смотр ${at} музеев;\n- утвердить план ${at}.\n`;
    writeFileSync(path, text);
    return path;
  });
  const window = await app.start({ SVOD_E2E_OPEN: paths.join(delimiter) });
  await window.press("o", [KEYS.ctrl]);
  const progress = await window.waitFor(
    "const p = document.querySelector('[data-testid=progress] progress'); return p && [p.value, p.max]",
    "progress is shown",
  );
  assert.equal(progress[1], 600);
  // Work elsewhere goes on meanwhile.
  await window.press(KEYS.f1);
  await window.find("kbd");
  await window.click('[data-testid="progress"] button');
  await window.waitFor(
    "return !document.querySelector('[data-testid=progress]')",
    "the task has ended",
  );
  assert.match(await window.text('[data-testid="toast"]'), /Остановлено/);
  await window.press("1", [KEYS.ctrl]);
  await window.find("table");
  const rows = await window.run(
    "return [...document.querySelectorAll('tr[data-id] td.number')].map(cell => cell.innerText)",
  );
  assert.ok(rows.length > 8 && rows.length < 608, `${rows.length} documents`);
  // Every document that was kept has both its directives.
  assert.equal(rows.filter((count) => count === "2").length, rows.length - 8);
});

test("a long comparison says how far it is and stops at once", async (t) => {
  const app = await home(t);
  const document = (year) =>
    `РЕЗОЛЮЦИЯ\nфорума\n«Школа у реки»\n26 августа ${year} года\n\nШколам:\n` +
    Array.from(
      { length: 1500 },
      (_, at) => `- провести смотр музеев и комнат славы № ${at} в ${(at * year) % 97} школах до 1 мая ${year} года;\n`,
    ).join("");
  const paths = [2025, 2026].map((year) => {
    const path = app.path(`${year}.txt`);
    writeFileSync(path, document(year));
    return path;
  });
  const window = await app.start({ SVOD_E2E_OPEN: paths.join(delimiter) });
  await window.press("o", [KEYS.ctrl]);
  await window.find('[data-testid="import-report"]');
  const ids = await window.waitFor(
    `const rows = [...document.querySelectorAll("tr[data-id]")].filter((row) => row.textContent.includes("Школа у реки"));
     return rows.length === 2 && rows.map((row) => row.dataset.id)`,
    "both documents are in the list",
  );
  await window.run("location.hash = arguments[0]", `#/comparison/${ids[0]}/${ids[1]}`);
  const progress = await window.waitFor(
    "const p = document.querySelector('.waiting progress'); return p && [p.value, p.max]",
    "progress is shown",
  );
  assert.equal(progress[1], 100);
  const took = await window.runAsync(
    `const done = arguments[0];
     const began = performance.now();
     new MutationObserver((_, observer) => {
       if (document.querySelector(".waiting")) return;
       observer.disconnect();
       done(performance.now() - began);
     }).observe(document.body, { childList: true, subtree: true });
     document.querySelector(".waiting button").click();`,
  );
  t.diagnostic(`stopped after ${took.toFixed(0)} ms`);
  assert.ok(took < 1000, `${took} ms`);
  assert.match(await window.text(".view"), /Сравнение остановлено/);
});
