// What axe finds on the page as it stands, against WCAG 2.2 AA.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** The faults of the page in words; none is what a test wants. */
export async function faultsOf(window) {
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
    "return document.getAnimations().every(a => a.playState !== 'running') && document.fonts.status === 'loaded'",
    "nothing moves",
  );
  if (!(await window.run("return window.axe !== undefined"))) {
    await window.run(`${axe}; window.axe = axe;`);
  }
  return window.runAsync(
    `const done = arguments[arguments.length - 1];
     axe.run(document, {
       runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
       resultTypes: ["violations"],
     }).then(
       ({ violations }) => done(violations.map(({ id, help, nodes }) =>
         id + ": " + help + " " + nodes.slice(0, 3).map((n) =>
           n.target.join(" ") + " " + (n.any[0]?.message ?? n.html).slice(0, 160)).join(" | "))),
       (error) => done(["axe failed: " + error]),
     );`,
  );
}

/** Puts the window into one of the themes. */
export async function theme(window, name) {
  await window.run("document.documentElement.dataset.theme = arguments[0]", name);
}

/** Calls a command of the program as the page does. */
export async function command(window, name, request) {
  const answer = await window.runAsync(
    `const done = arguments[arguments.length - 1];
     window.__TAURI_INTERNALS__.invoke(arguments[0], { request: arguments[1] }).then(
       (value) => done({ value }), (error) => done({ error: JSON.stringify(error) }));`,
    name,
    request,
  );
  if (answer.error) throw new Error(`${name}: ${answer.error}`);
  return answer.value;
}
