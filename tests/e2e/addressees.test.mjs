// The register of addressees: a body is typed, its dative confirmed, it is renamed, deleted and
// taken back; those the documents name are taken over.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { test } from "node:test";
import { home, svod } from "./app.mjs";
import { command, faultsOf, theme } from "./audit.mjs";
import { KEYS } from "./driver.mjs";

const rows = (window) =>
  window.run("return [...document.querySelectorAll('tr[data-id]')].map(row => row.innerText.replace(/\\s+/g, ' '))");
const value = (window, name) => window.run(`return document.querySelector('[data-testid="${name}"]').value`);

async function fill(window, name, text) {
  await window.find(`[data-testid="${name}"]`);
  await window.run(`const f = document.querySelector('[data-testid="${name}"]'); f.focus(); f.select()`);
  await window.type(text);
}

async function clean(window, where) {
  for (const name of ["light", "dark"]) {
    await theme(window, name);
    assert.deepEqual(await faultsOf(window), [], `${where}, ${name}`);
  }
}

test("a body is added, renamed, deleted and taken back", async (t) => {
  const app = await home(t);
  const window = await app.start();
  await window.run("location.hash = '#/addressees'");
  await window.find(".message");
  await clean(window, "empty");

  // Typed in the dative, shown in both cases, confirmed by saving.
  await window.click('[data-testid="addressee-add"]');
  await fill(window, "addressee-typed", "Управлению образования Озёрного района");
  await window.waitFor(
    "return document.querySelector('[data-testid=addressee-name]')?.value === 'Управление образования Озёрного района'",
    "the nominative is proposed",
  );
  assert.equal(await value(window, "addressee-dative"), "Управлению образования Озёрного района");
  await fill(window, "addressee-short", "УО");
  await clean(window, "new body");
  await window.press(KEYS.enter);
  await window.find("tr[data-id]");
  assert.match((await rows(window))[0], /Управление образования Озёрного района.*УО Управление образованием/);

  // The district became an okrug: the former name stays with its day.
  await window.click(".menu-trigger");
  await window.click(".menu-item:nth-of-type(2)");
  await fill(window, "addressee-typed", "Управление образования Озёрного округа");
  await window.waitFor(
    "return document.querySelector('[data-testid=addressee-dative]')?.value === 'Управлению образования Озёрного округа'",
    "the new dative is proposed",
  );
  await fill(window, "former-until", "01.01.2025");
  await clean(window, "renamed body");
  await window.click('[data-testid="addressee-keep"]');
  await window.waitFor("return document.querySelector('tr[data-id]').innerText.includes('до 01.01.2025')", "it is renamed");
  const [kept] = await command(window, "addressees_list", {});
  assert.deepEqual([kept.dative, kept.confirmed, kept.aliases[0].until], ["Управлению образования Озёрного округа", true, "2025-01-01"]);

  // Deleted at once, and taken back from the message.
  await window.click(".menu-trigger");
  await window.click(".menu-item:nth-of-type(3)");
  await window.waitFor("return !document.querySelector('tr[data-id]')", "it is deleted");
  await window.takeBack("удалено из реестра");
  await window.find("tr[data-id]");
  await clean(window, "table");
});

test("whom the own documents name is taken over in one go", async (t) => {
  const app = await home(t);
  const file = app.path("решение.txt");
  writeFileSync(
    file,
    "РЕШЕНИЕ\nсовещания Озёрного района\n\nУправлению образования Озёрного района:\n- провести смотр кабинетов.\n\n" +
      "Руководителям школ:\n- открыть кружки;\n- обновить стенды.\n",
  );
  execFileSync(svod, ["library", "import", file, "--library", app.library]);
  const window = await app.start();
  await window.run("location.hash = '#/addressees'");
  await window.click('[data-testid="addressee-found"]');
  await window.find('[data-testid="addressee-found-dialog"] li');
  await clean(window, "found");
  const told = await window.text('[data-testid="addressee-found-dialog"] ul');
  assert.match(told.replace(/\s+/g, " "), /Руководители школ Кому: Руководителям школ 2 поручения в 1 документе/);
  await window.click('[data-testid="addressee-found-dialog"] li:nth-of-type(2) input');
  await window.press(KEYS.enter);
  await window.waitFor("return document.querySelectorAll('tr[data-id]').length === 1", "one is taken over");
  assert.match((await rows(window))[0], /Руководители школ.*Руководителям школ/);
  await window.takeBack("В реестр добавлен");
  await window.find(".message");
  assert.deepEqual(await command(window, "addressees_list", {}), []);
});
