// Set-up: system packages, JavaScript packages, the test runner. Does only what is missing.
//
//   node tests/run/setup.mjs            everything, for working on the project
//   import { setUp } from "./setup.mjs" what one command needs
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { ask, fail, has, root, run, say } from "./lib.mjs";
import { FAMILIES, PACKAGES } from "./packages.mjs";

/** Makes sure that what is needed for `needs` is there. */
export async function setUp(needs) {
  toolchain();
  if (process.platform === "linux") await systemPackages(needs);
  if (needs.includes("window")) await javaScriptPackages();
  if (needs.includes("tests")) {
    await testRunner();
    await pythonPackages();
  }
}

/** Rust and Node are the two things a person brings along. */
function toolchain() {
  if (!has("cargo") && process.platform !== "win32") {
    fail("Rust is missing: install it from rustup.rs and open a new terminal.");
  }
  const [major, minor] = process.versions.node.split(".").map(Number);
  if (major < 20 || (major === 20 && minor < 19)) {
    fail(`Node ${process.versions.node} is too old: install 20.19 or newer.`);
  }
}

async function systemPackages(needs) {
  const name = familyName();
  if (name === null) {
    say("This system is not known: install a C compiler, WebKitGTK 4.1 and pkg-config by hand.");
    return;
  }
  const family = FAMILIES[name];
  const missing = PACKAGES.filter(({ need }) => needs.includes(need))
    .map((each) => ({ package: each[name], why: each.why }))
    .filter((each) => !family.isInstalled(ask, each.package));
  if (missing.length === 0) return;
  say("System packages to install:");
  for (const each of missing) say(`  ${each.package}: ${each.why}`);
  const commands = family.commands(missing.map((each) => each.package));
  const isRoot = process.getuid() === 0;
  if (!isRoot && !has("sudo")) {
    const lines = commands.map(([program, args]) => `  ${program} ${args.join(" ")}`);
    fail(`Root is needed for that. Run as root, then start again:\n${lines.join("\n")}`);
  }
  if (!isRoot) say("Root is needed for that: sudo may ask for your password.");
  for (const [program, args] of commands) {
    const environment = { DEBIAN_FRONTEND: "noninteractive" };
    const status = isRoot
      ? await run(program, args, { env: environment })
      : await run("sudo", ["env", "DEBIAN_FRONTEND=noninteractive", program, ...args]);
    if (status !== 0) fail(`${program} ended with status ${status}: see its message above.`);
  }
}

/** The family of this system; ALT has rpm packages and apt-get. */
function familyName() {
  if (has("dpkg-query") && has("apt-get")) return "apt";
  if (has("apt-get") && has("rpm")) return "alt";
  return has("dnf") ? "dnf" : null;
}

/** `npm ci` once for each state of the lock file. */
async function javaScriptPackages() {
  const hash = createHash("sha256").update(readFileSync(join(root, "package-lock.json")));
  const state = hash.digest("hex");
  const stamp = join(root, "node_modules", ".svod-lock");
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === state) return;
  say("JavaScript packages: npm ci");
  const status = await run("npm", ["ci", "--no-audit", "--no-fund"]);
  if (status !== 0) fail(`npm ci ended with status ${status}: see its message above.`);
  writeFileSync(stamp, state);
}

/** Python packages of the tests, in an environment of their own, once for each state of their list. */
async function pythonPackages() {
  const list = join(root, "tests", "run", "python.txt");
  const state = createHash("sha256").update(readFileSync(list)).digest("hex");
  const folder = join(root, "target", "python");
  const stamp = join(folder, ".svod-list");
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === state) return;
  say("Python packages: into target/python");
  const python = process.platform === "win32" ? "python" : "python3";
  const own = join(folder, process.platform === "win32" ? "Scripts/python.exe" : "bin/python");
  for (const [program, args] of [
    [python, ["-m", "venv", "--clear", folder]],
    [own, ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "-r", list]],
  ]) {
    const status = await run(program, args);
    if (status !== 0) fail(`${program} ended with status ${status}: see its message above.`);
  }
  writeFileSync(stamp, state);
}

/** cargo-nextest runs each test in a process of its own; it comes from crates.io. */
async function testRunner() {
  if (ask("cargo", ["nextest", "--version"]) !== null) return;
  say("cargo-nextest is missing: it is compiled once, which takes several minutes.");
  const status = await run("cargo", ["install", "--locked", "cargo-nextest"]);
  if (status !== 0) fail(`cargo-nextest was not installed (status ${status}).`);
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  await setUp(["svod", "window", "tests"]);
  say("Everything is in place.");
}
