// Faults of a screen by axe, against WCAG 2.2 AA and its best practices.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** Puts axe into the page, past its content policy: the test's script is no page script. */
export async function inject(window) {
  await window.run(`${axe}; window.axe = axe;`);
  assert.ok(await window.run("return typeof window.axe?.run === 'function'"), "axe is in the page");
}

/** Waits until nothing moves: contrast of a half-shown dialog says nothing. */
export async function settled(window) {
  // A transition begins with a frame after the change that causes it, on a busy computer some frames later.
  await window.runAsync(
    `const done = arguments[0];
     let still = 0;
     const frame = () => {
       still = document.getAnimations().some((a) => a.playState === "running") ? 0 : still + 1;
       if (still < 10) requestAnimationFrame(frame);
       else done();
     };
     frame();`,
  );
  await window.waitFor(
    "return document.getAnimations().every(a => a.playState !== 'running') && document.fonts.status === 'loaded' && !document.querySelector('[aria-busy=true]')",
    "nothing moves",
  );
}

/** What axe finds wrong, a line for each kind of fault. */
export async function audit(window) {
  return window.runAsync(
    `const done = arguments[arguments.length - 1];
     axe.run(document, {
       runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
       resultTypes: ["violations"],
     }).then(
       ({ violations }) => done(violations.map(({ id, help, nodes }) =>
         id + ": " + help + " (" + nodes.length + ") " + nodes.slice(0, 3).map((n) =>
           n.target.join(" ") + " " + (n.any[0]?.message ?? n.html).slice(0, 160)).join(" | "))),
       (error) => done(["axe failed: " + error]),
     );`,
  );
}
