// Packages for Linux: deb and rpm, each with both programs (svod-desktop and svod).
//
// The release build takes long; the bundler itself only packs what was built.
import { copyFileSync, mkdirSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { fail, root, run, say } from "./lib.mjs";
import { setUp } from "./setup.mjs";

await setUp(["svod", "window"]);
await must("npm", ["run", "--silent", "build:ui"]);
await must("cargo", [
  "build",
  "--release",
  "-p",
  "svod-desktop",
  "-p",
  "svod-cli",
  "--features",
  "svod-desktop/custom-protocol",
]);
await must("npx", ["tauri", "bundle", "--bundles", "deb,rpm", "--ci"]);

const out = join(root, "out", "packages");
mkdirSync(out, { recursive: true });
for (const kind of ["deb", "rpm"]) {
  const folder = join(root, "target/release/bundle", kind);
  for (const name of readdirSync(folder).filter((each) => each.endsWith(`.${kind}`))) {
    copyFileSync(join(folder, name), join(out, name));
    say(`out/packages/${name}`);
  }
}

async function must(program, args) {
  const status = await run(program, args);
  if (status !== 0) fail(`${program} ended with status ${status}: see its message above.`);
}
