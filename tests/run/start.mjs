// Starts Свод: the window with the sample library, or, without a display, the same main job in the
// terminal. Debug builds: they compile in a third of the time and start as fast.
import { mkdirSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fail, root, run, say } from "./lib.mjs";
import { setUp } from "./setup.mjs";

const hasDisplay =
  process.platform !== "linux" ||
  Boolean(process.env.DISPLAY) ||
  Boolean(process.env.WAYLAND_DISPLAY);

await (hasDisplay ? openWindow() : workInTerminal());

async function openWindow() {
  await setUp(["svod", "window"]);
  await must("npm", ["run", "--silent", "build:ui"]);
  const features = ["--features", "svod-desktop/custom-protocol"];
  say("Building the window: the first time takes several minutes.");
  await must("cargo", ["build", "--quiet", "-p", "svod-desktop", ...features]);
  say("Opening the window. The first start fills the library with examples.");
  process.exitCode = await run(join(root, "target/debug/svod-desktop"), []);
}

async function workInTerminal() {
  say("There is no display, so no window can be opened: the same work is done in the terminal.");
  await setUp(["svod"]);
  say("Building svod: the first time takes a few minutes.");
  await must("cargo", ["build", "--quiet", "-p", "svod-cli"]);
  const svod = join(root, "target/debug/svod");
  const out = join(root, "out");
  rmSync(out, { recursive: true, force: true });
  mkdirSync(out);
  const samples = join(root, "assets/samples");
  const files = readdirSync(samples).filter((name) => /-\d{4}\.(docx|md|txt)$/.test(name));
  const library = ["library", "--library", join(out, "library.svod")];
  const [old, now] = ["2025", "2026"].map((year) =>
    join(samples, `tihorechensky-${year}.docx`),
  );

  say("Importing the sample resolutions into a library:");
  await must(svod, [...library, "import", ...files.map((name) => join(samples, name))]);
  say("The library now:");
  await must(svod, [...library, "list"]);
  say("Comparing two years of one district, exporting documents:");
  await must(svod, ["compare", old, now, "--format", "docx", "-o", join(out, "comparison.docx")]);
  await must(svod, ["compare", old, now, "--format", "html", "-o", join(out, "comparison.html")]);
  await must(svod, ["export", now, "--to", "docx", "-o", join(out, "resolution.docx")]);
  await must(svod, ["export", now, "--to", "html", "-o", join(out, "resolution.html")]);
  say("The results are in the folder out:");
  for (const name of readdirSync(out).filter((each) => /\.(docx|html|svod)$/.test(each))) {
    say(`  out/${name}`);
  }
}

async function must(program, args) {
  const status = await run(program, args);
  if (status !== 0) fail(`${program} ended with status ${status}: see its message above.`);
}
