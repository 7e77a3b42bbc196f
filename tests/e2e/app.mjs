// The program in a folder of its own: nothing of one test reaches another, or the person's library.
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { mkdtemp, mkdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { openWindow, until } from "./driver.mjs";

const root = resolve(import.meta.dirname, "../..");

/** The built window program. */
export const binary = resolve(root, process.env.SVOD_DESKTOP ?? "target/debug/svod-desktop");
/** The built terminal program. */
export const svod = resolve(root, process.env.SVOD ?? "target/debug/svod");
/** The sample resolutions. */
export const samples = resolve(root, "assets/samples");

/** An own home for one test; `t.after` removes it when everything in it has ended. */
export async function home(t) {
  const folder = await mkdtemp(join(tmpdir(), "svod-e2e-"));
  const app = new Home(folder);
  t.after(async () => {
    await app.closeAll();
    await rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
  });
  for (const name of ["data", "config", "cache", "runtime"]) {
    await mkdir(join(folder, name), { mode: 0o700 });
  }
  return app;
}

/** The processes of the window program on a library. */
export const processes = (library) => {
  const all = execFileSync("sh", ["-c", "grep -lz '^SVOD_LIBRARY=" + library + "$' /proc/[0-9]*/environ 2>/dev/null || true"], {
    encoding: "utf8",
  });
  return all
    .split("\n")
    .map((path) => Number(path.split("/")[2]))
    .filter((pid) => pid > 0 && /svod-desktop/.test(commandOf(pid)));
};
const commandOf = (pid) => {
  try {
    return execFileSync("cat", [`/proc/${pid}/comm`], { encoding: "utf8" });
  } catch {
    return "";
  }
};

/** Does `end` and waits until the window's processes on a library are no more, with all they held. */
export async function ending(library, end) {
  // Named before: a process that is on its way out names its library no more, and still holds the
  // name by which a second start knows the first.
  const pids = processes(library);
  await end();
  await until(() => pids.every(hasEnded), "the program has ended");
}

function hasEnded(pid) {
  try {
    // «pid (name) state»: a zombie holds nothing any more.
    return /^\d+ \(.*\) [ZX] /.test(readFileSync(`/proc/${pid}/stat`, "utf8"));
  } catch {
    return true;
  }
}

class Home {
  #windows = [];

  constructor(folder) {
    this.folder = folder;
    this.library = join(folder, "library.svod");
  }

  /** A path inside the home. */
  path(...names) {
    return join(this.folder, ...names);
  }

  /** The environment of the program. */
  env(more = {}) {
    const { WEBKIT_DISABLE_DMABUF_RENDERER, WEBKIT_DISABLE_COMPOSITING_MODE, ...outer } =
      process.env;
    return {
      ...outer,
      XDG_DATA_HOME: this.path("data"),
      XDG_CONFIG_HOME: this.path("config"),
      XDG_CACHE_HOME: this.path("cache"),
      SVOD_LIBRARY: this.library,
      ...more,
    };
  }

  /** Starts the program and waits until it can be used. */
  async start(more = {}) {
    const window = await openWindow(binary, this.env(more), this.path("driver.log"));
    this.#windows.push(window);
    await window.resize(1440, 900);
    await window.waitFor(
      "return document.documentElement.dataset.ready === 'true'",
      "the window is ready",
    );
    return window;
  }

  /** Closes a window before the test ends. */
  async stop(window) {
    this.#windows = this.#windows.filter((each) => each !== window);
    if (this.#windows.length > 0) await window.close();
    else await ending(this.library, () => window.close());
  }

  async closeAll() {
    for (const window of this.#windows) await window.close();
    this.#windows = [];
  }
}
