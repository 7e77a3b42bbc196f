// Looks at pages on paper: what one file shows is what another shows.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";

/** The printer that writes a file is called in the system's language; the tests know its English name. */
export const PRINTING = { LANGUAGE: "en" };
/** Dots an inch: a line of text is four dots high, so one that is moved shows. */
const DENSITY = 40;
/** How alike two pages are at least: the two files draw letters differently (0.87), other pages of one paper are not alike at all (0.2). */
const ALIKE = 0.7;

/** Asserts that two PDF files have the same pages, of the given size in points, to the eye. */
export function samePages(printed, expected, size) {
  const info = execFileSync("pdfinfo", [printed], { encoding: "utf8" });
  assert.match(info, new RegExp(`Page size: +${size} pts`));
  const [pages, wanted] = [printed, expected].map(shades);
  assert.equal(pages.length, wanted.length, "as many pages");
  for (const [at, page] of pages.entries()) {
    assert.equal(page.length, wanted[at].length, "as large");
    const alike = correlation(page, wanted[at]);
    assert.ok(alike > ALIKE, `page ${at + 1} is not the same: ${alike.toFixed(2)}`);
  }
}

/** How far two pages are dark in the same places, 1 at most. */
function correlation(one, other) {
  const mean = (page) => page.reduce((sum, shade) => sum + shade, 0) / page.length;
  const [ofOne, ofOther] = [mean(one), mean(other)];
  let [both, first, second] = [0, 0, 0];
  for (const [dot, shade] of one.entries()) {
    const [a, b] = [shade - ofOne, other[dot] - ofOther];
    both += a * b;
    first += a * a;
    second += b * b;
  }
  return both / Math.sqrt(first * second);
}

/** The dots of each page. */
function shades(file) {
  const images = execFileSync("pdftoppm", ["-gray", "-r", String(DENSITY), file], { maxBuffer: 1 << 28 });
  const pages = [];
  for (let at = 0; at < images.length; ) {
    const head = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(images.subarray(at, at + 40).toString("latin1"));
    assert.ok(head, "a grey picture");
    const start = at + head[0].length;
    at = start + Number(head[1]) * Number(head[2]);
    pages.push(images.subarray(start, at));
  }
  return pages;
}
