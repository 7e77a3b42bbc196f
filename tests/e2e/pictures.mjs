// The pictures of the README, taken from the real window: `npm run pictures` after a build.
import { mkdirSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { withDisplay } from "../run/display.mjs";
import { run } from "../run/lib.mjs";
import { home } from "./app.mjs";
import { KEYS } from "./driver.mjs";

const folder = resolve(import.meta.dirname, "../../assets/pictures");

if (process.env.SVOD_PICTURES === undefined) {
  // Once more, with a display of its own.
  process.exitCode = await withDisplay((env) =>
    run(process.execPath, [import.meta.filename], { env: { ...env, SVOD_PICTURES: "1" } }),
  );
} else {
  await take();
}

async function take() {
  const endings = [];
  const app = await home({ after: (ending) => endings.push(ending) });
  mkdirSync(folder, { recursive: true });
  const window = await app.start();
  const picture = async (name) => {
    await window.waitFor(
      "return document.getAnimations().every(a => a.playState !== 'running') && document.fonts.status === 'loaded'",
      "nothing moves",
    );
    // What was drawn last may still be the screen before.
    await window.runAsync("requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(arguments[0], 300)))");
    writeFileSync(join(folder, `${name}.png`), await window.screenshot());
  };
  const rows = await window.run(
    "return [...document.querySelectorAll('tr[data-id]')].map(r => [r.dataset.id, r.innerText])",
  );
  const id = (...words) => rows.find(([, text]) => words.every((word) => text.includes(word)))[0];
  const go = (hash) => window.run("location.hash = arguments[0]", hash);

  await window.run("document.documentElement.dataset.theme = 'light'");
  await window.find("table");
  await picture("library");

  await go(`#/document/${id("Тихореченск", "2026")}`);
  await window.find(".paper ol li");
  await window.run("document.querySelectorAll('.paper ol li .number')[1].click()");
  await window.run("document.querySelector('.paper [data-part] h3, .paper [data-part] h4').scrollIntoView()");
  await window.run("document.querySelectorAll('[role=tab]')[1].click()");
  await window.find(".tabs-panel li");
  await picture("document");

  await go(`#/comparison/${id("Тихореченск", "2025")}/${id("Тихореченск", "2026")}`);
  await window.find(".duo");
  await window.press(KEYS.f8);
  await window.press(KEYS.f8);
  await window.find(".duo .current");
  await picture("comparison");

  await go(`#/draft/${id("Тихореченск", "2026")}`);
  await window.find("[data-testid=checks] li");
  await window.run("document.querySelectorAll('.ed-directive')[1].scrollIntoView({ block: 'center' })");
  await window.press(KEYS.f7);
  await picture("drafting");

  await go(`#/document/${id("Тихореченск", "2026")}`);
  await window.find(".paper ol li");
  await window.press(KEYS.f12);
  await window.waitFor(
    "return document.querySelector('[data-page] img')?.naturalWidth > 0 && document.querySelector('[data-page] img').complete",
    "the first page is set",
  );
  // A large picture is decoded after it is there.
  await window.runAsync("document.querySelector('[data-page] img').decode().then(() => setTimeout(arguments[0], 500))");
  await picture("release");
  await window.press(KEYS.escape);

  await go("#/districts");
  await window.find("tbody td");
  await picture("districts");

  const today = "2026-11-26";
  const invoke = (name, request) =>
    window.runAsync(
      "const done = arguments[2]; window.__TAURI_INTERNALS__.invoke(arguments[0], { request: arguments[1] }).then(done, done)",
      name,
      { ...request, today },
    );
  const followed = id("Тихореченск", "2026");
  const { items } = await invoke("control_adopt", { id: followed, on: "2026-08-26" });
  const days = ["2026-09-28", "2026-10-12", "2026-11-10", "2026-11-20"];
  const marks = items.slice(10, 22).map(({ directive }, n) => ({
    directive,
    mark: { status: "done", on: days[n % days.length], evidence: `справка № ${n + 3}` },
  }));
  await invoke("control_mark", { id: followed, marks });
  await go("#/control");
  await window.run("location.reload()");
  await window.find("[data-directive]");
  await picture("control");
  await go(`#/draft/${id("Тихореченск", "2026")}`);
  await window.find("[data-testid=checks] li");

  // Last year's text taken over as far as the sixth directive.
  await window.press("n", [KEYS.ctrl]);
  await window.click('label:has(input[value="last_year"])');
  await window.find("[data-document]");
  await window.run("document.querySelector('[data-testid=document-search]').focus()");
  await window.type("тихореченск 2025");
  await window.waitFor("return document.querySelectorAll('[data-document]').length === 1", "it is found");
  await window.press(KEYS.enter);
  await window.find('[data-testid="carry-card"]');
  for (const key of ["1", "1", "3", "1", "1"]) {
    const before = await window.text(".done b");
    await window.press(key);
    await window.press(KEYS.enter);
    await window.waitFor("return document.querySelector('.done b').innerText !== arguments[0]", "it is decided", before);
  }
  await picture("carrying");

  await go(`#/comparison/${id("Тихореченск", "2025")}/${id("Тихореченск", "2026")}`);
  await window.find(".duo");
  await window.run("document.documentElement.dataset.theme = 'dark'");
  await picture("comparison-dark");
  for (const ending of endings) await ending();
}
