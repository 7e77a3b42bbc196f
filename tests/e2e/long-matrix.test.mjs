// A matrix of more rows than a screen has.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { test } from "node:test";
import { home, svod } from "./app.mjs";
import { settled } from "./axe.mjs";
import { KEYS } from "./driver.mjs";
import { picture, place, resolution } from "./region.mjs";

test("of a long matrix the rows on the screen are made, and the arrows reach all; it stays as it was left", async (t) => {
  const app = await home(t);
  const folder = app.path("region");
  mkdirSync(folder);
  for (let district = 0; district < 58; district += 1) {
    const letters = ["бвгдзк"[district % 6], "лмнпрст"[Math.floor(district / 6) % 7], "аоу"[Math.floor(district / 42)]];
    const name = `${letters[0].toUpperCase()}о${letters[1]}${letters[2]}вск`;
    writeFileSync(`${folder}/${name}.txt`, resolution([name, `${name}ого`], district % 12, 2026));
  }
  execFileSync(svod, ["library", "--library", app.library, "import", folder], { stdio: "ignore" });
  const window = await app.start();
  await place(window);
  await window.find("[data-cell]");
  const made = () => window.run("return document.querySelectorAll('tbody tr[aria-rowindex]').length");
  await window.waitFor("return document.querySelectorAll('tbody tr[aria-rowindex]').length > 10", "the rows on the screen");
  const all = Number(await window.run("return document.querySelector('table').getAttribute('aria-rowcount')")) - 3;
  assert.ok(all > 45 && (await made()) < all, `${await made()} of ${all} rows`);
  const heights = await window.run("return [...document.querySelectorAll('tbody tr[aria-rowindex]')].map((row) => row.getBoundingClientRect().height)");
  assert.deepEqual([...new Set(heights)], [37]);
  await window.run("document.querySelector('[data-cell=\"0-1\"]').focus()");
  for (let row = 1; row < all; row += 1) await window.press(KEYS.down);
  assert.equal(await window.run("return document.activeElement.dataset.cell"), `${all - 1}-1`);
  assert.ok((await made()) < all);
  // Upwards the focus does not go behind the headings that stay.
  for (let row = 1; row < 30; row += 1) await window.press(KEYS.up);
  const [top, edge] = await window.run("return [document.activeElement.getBoundingClientRect().top, document.querySelector('thead').getBoundingClientRect().bottom]");
  assert.ok(top >= edge, `${top} under ${edge}`);
  // Far below the cell that had the focus, the Tab key finds one that is made.
  await window.run("document.activeElement.blur(); document.querySelector('.desk').scrollTop = 0");
  await window.waitFor("return document.querySelector('[data-cell=\"0-1\"]')", "the first row");
  await settled(window);
  assert.equal(await window.run("return document.querySelectorAll('tbody [data-cell][tabindex=\"0\"]').length"), 1);
  await picture(window, "long");

  // A document is looked at, and the matrix is found as it was left.
  const scrolled = "return document.querySelector('.desk').scrollTop";
  await window.run("document.querySelector('.desk').scrollTop = 900");
  await window.waitFor("return document.querySelector('[data-cell=\"30-1\"]')", "rows far below");
  const depth = await window.run(scrolled);
  await window.run("location.hash = '#/library'");
  await window.find("tr[data-id]");
  // Away from its place it is no part of the page, for the Tab key and a screen reader either.
  assert.equal(await window.run("return document.querySelector('[data-cell]')"), null);
  await place(window);
  await window.find('[data-cell="30-1"]');
  assert.equal(await window.run(scrolled), depth);
  await window.run("document.querySelector('.desk').scrollTop = 0");
  await window.waitFor("return document.querySelector('[data-cell=\"2--1\"]')", "the first rows again");
  const only = "return document.querySelectorAll('tbody tr').length";
  await window.run("document.querySelector('[data-cell=\"2--1\"]').click()");
  await window.waitFor(`${only} === 1`, "one district is left");
  await window.run("location.hash = '#/library'");
  await window.find("tr[data-id]");
  await place(window);
  await window.find('[data-testid="district-only"]');
  assert.equal(await window.run(only), 1);
});
