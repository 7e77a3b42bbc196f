// What the runners share: saying what happens, running programs, looking for them.
import { spawn, spawnSync } from "node:child_process";
import { accessSync, constants } from "node:fs";
import { delimiter, join, resolve } from "node:path";

/** The project's folder. */
export const root = resolve(import.meta.dirname, "../..");

/** Says something about the run itself, set apart from what the programs print. */
export function say(text) {
  console.log(`» ${text}`);
}

/** Ends the run with a reason. */
export function fail(text) {
  console.error(`✗ ${text}`);
  process.exit(1);
}

/** Runs a program to its end with its output shown; gives its exit status. */
export function run(program, args, { env = {}, cwd = root } = {}) {
  return new Promise((done) => {
    const child = spawn(program, args, {
      cwd,
      env: { ...process.env, ...env },
      stdio: "inherit",
      // npm and npx are scripts on Windows.
      shell: process.platform === "win32",
    });
    child.on("error", (error) => {
      console.error(`✗ ${program}: ${error.message}`);
      done(127);
    });
    child.on("exit", (status, signal) => done(status ?? (signal ? 128 : 1)));
  });
}

/** Runs a program and gives what it printed; `null` if it failed or is absent. */
export function ask(program, args) {
  const { status, stdout } = spawnSync(program, args, { encoding: "utf8" });
  return status === 0 ? stdout : null;
}

/** Whether a program is on the path. */
export function has(program) {
  return (process.env.PATH ?? "").split(delimiter).some((folder) => {
    try {
      accessSync(join(folder, program), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}

/** A duration for people. */
export function seconds(since) {
  const all = Math.round((Date.now() - since) / 1000);
  return all < 60 ? `${all} s` : `${Math.floor(all / 60)} min ${all % 60} s`;
}
