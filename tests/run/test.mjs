// Every test: formatting, lints, Rust, the pages, the real window. Set-up first, so that a fresh
// machine with Rust and Node needs nothing else. A step that fails does not hide the next one.
import { spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { fail, root, run, say, seconds } from "./lib.mjs";
import { setUp } from "./setup.mjs";
import { withDisplay } from "./display.mjs";

/** One feature set for everything: another one would compile the window's libraries again. */
const FEATURES = ["--features", "svod-desktop/custom-protocol"];

/** No window test may keep the run from ending: a file that takes longer than this, in ms, has failed. */
const LIMITS = ["--test-timeout=600000", "--test-force-exit"];

await setUp(["svod", "window", "tests"]);

const windowTests = readdirSync(join(root, "tests/e2e"))
  .filter((name) => name.endsWith(".test.mjs"))
  .sort()
  .map((name) => join("tests/e2e", name));
if (windowTests.length === 0) fail("No window test was found in tests/e2e.");

const steps = [
  // First: the shell takes the built pages into its binary, so nothing of it compiles without them.
  ["pages", () => run("npm", ["run", "--silent", "build:ui"]), "stop"],
  ["format", () => run("cargo", ["fmt", "--all", "--check"])],
  [
    "lints",
    () =>
      run("cargo", [
        "clippy",
        "--workspace",
        "--all-targets",
        ...FEATURES,
        "--",
        "-D",
        "warnings",
      ]),
  ],
  ["rust tests", () => run("cargo", ["nextest", "run", "--workspace", ...FEATURES])],
  ["a really full disk", () => fullDisk()],
  ["examples in documentation", () => run("cargo", ["test", "--workspace", "--doc", ...FEATURES])],
  ["types of the pages", () => run("npm", ["run", "--silent", "check:ui"])],
  ["tests of the pages", () => run("npm", ["run", "--silent", "test:ui"])],
  [
    "programs",
    () => run("cargo", ["build", "-p", "svod-desktop", "-p", "svod-cli", ...FEATURES]),
    "stop",
  ],
  [
    "real window",
    () =>
      withDisplay((env) =>
        run("node", ["--test", "--test-concurrency=1", ...LIMITS, ...windowTests], { env }),
      ),
  ],
];

/** A disk with no room left wants leave to mount one; where nobody may, a limit on files stands for it. */
function fullDisk() {
  const own = ["--user", "--map-root-user", "--mount"];
  if (spawnSync("unshare", [...own, "sh", "-c", "mount -t tmpfs none /mnt"]).status !== 0) {
    say("a really full disk: NOT TRIED, the system lets nobody mount one");
    return 0;
  }
  const one = ["-E", "test(a_really_full_file_system)", "--run-ignored", "only"];
  return run("cargo", ["nextest", "run", "--workspace", ...FEATURES, ...one]);
}

const failed = [];
const began = Date.now();
for (const [name, step, ifFails] of steps) {
  say(`${name} …`);
  const start = Date.now();
  const status = await step();
  say(`${name}: ${status === 0 ? "passed" : `FAILED (status ${status})`}, ${seconds(start)}`);
  if (status === 0) continue;
  failed.push(name);
  if (ifFails === "stop") break;
}
if (failed.length > 0) fail(`Failed: ${failed.join(", ")}. All in ${seconds(began)}.`);
say(`Everything passed in ${seconds(began)}.`);
