// A small W3C WebDriver client for WebKitWebDriver, the driver of the engine the window runs on.
// It opens the built program itself; nothing between it and the person's window is replaced.
import { spawn } from "node:child_process";
import { createWriteStream } from "node:fs";
import { createServer } from "node:net";

const ELEMENT = "element-6066-11e4-a52e-4f735466cecf";
/** No call may hang a run: a page that does not answer is a failure. */
const CALL_LIMIT = 30_000;
/** How long a condition may take to come true. */
const WAIT_LIMIT = 20_000;

/** Brings an element into sight and waits until it stands still: what loads above it moves it away from the pointer. */
const STANDS = `
  const [element, done] = arguments;
  const end = performance.now() + 2000;
  let before = "";
  let still = 0;
  const look = () => {
    element.scrollIntoView({ block: "center" });
    const { x, y, width, height } = element.getBoundingClientRect();
    const now = [x, y, width, height].join();
    still = now === before ? still + 1 : 0;
    before = now;
    if (still >= 4 || !element.isConnected || performance.now() > end) done();
    else setTimeout(look, 25);
  };
  look();`;

/** Notes in the page whether the pointer comes down on an element. */
const WATCHES = `
  const [element] = arguments;
  window.reached = false;
  const note = (event) => {
    if (!event.composedPath().includes(element)) return;
    window.reached = true;
    window.removeEventListener("pointerdown", note, true);
  };
  window.addEventListener("pointerdown", note, true);`;

/** What the page says: first what it tells of on its own. */
const SHOWS = `
  const told = [...document.querySelectorAll('[role="alert"], [data-testid="toast"]')];
  return [location.hash, ...told.map((each) => each.innerText), document.body.innerText].join("\\n");`;

/** Ends every driver that is left, whatever ended this process. */
const running = new Set();
process.on("exit", () => {
  for (const child of running) kill(child, "SIGKILL");
});
for (const signal of ["SIGTERM", "SIGINT"]) process.on(signal, () => process.exit(1));

/** Starts the program `binary` with `env` and gives its window. */
export async function openWindow(binary, env, log, args = []) {
  const port = await freePort();
  const child = spawn("WebKitWebDriver", ["--host=127.0.0.1", `--port=${port}`], {
    env: { ...env, TAURI_WEBVIEW_AUTOMATION: "true" },
    detached: true,
    stdio: ["ignore", "pipe", "pipe"],
  });
  running.add(child);
  const file = createWriteStream(log, { flags: "a" });
  child.stdout.pipe(file, { end: false });
  child.stderr.pipe(file, { end: false });
  const ended = new Promise((resolve) => child.once("exit", resolve));
  const base = `http://127.0.0.1:${port}`;
  const end = async () => {
    kill(child, "SIGTERM");
    const late = setTimeout(() => kill(child, "SIGKILL"), 5_000);
    await ended;
    clearTimeout(late);
    running.delete(child);
    file.end();
  };
  try {
    await until(async () => (await call(base, "GET", "/status")).ready, "the driver answers");
    const browser = { binary, args };
    const { sessionId } = await call(base, "POST", "/session", {
      capabilities: { alwaysMatch: { "webkitgtk:browserOptions": browser } },
    });
    return new Window(base, sessionId, end);
  } catch (error) {
    // A driver that is left would keep this process, and so the whole run, from ever ending.
    await end();
    throw error;
  }
}

/** A window under control. */
class Window {
  #base;
  #session;
  #end;

  constructor(base, session, end) {
    this.#base = base;
    this.#session = `/session/${session}`;
    this.#end = end;
  }

  /** Goes to an address; the program's own window never needs it. */
  async go(url) {
    await this.#call("POST", "/url", { url });
  }

  /** Runs a script in the page; its `return` comes back. */
  async run(script, ...args) {
    return this.#call("POST", "/execute/sync", { script, args });
  }

  /** Runs a script that answers through its last argument. */
  async runAsync(script, ...args) {
    return this.#call("POST", "/execute/async", { script, args });
  }

  /** The first element of a selector that is shown, once there is one. */
  async find(selector) {
    return this.#until(async () => {
      const found = await this.#call("POST", "/elements", {
        using: "css selector",
        value: selector,
      });
      for (const each of found) {
        const id = each[ELEMENT];
        if (await this.#call("GET", `/element/${id}/displayed`)) return id;
      }
      return null;
    }, `${selector} is shown`);
  }

  /** Clicks an element as a person would: who misses because the page moved clicks again. */
  async click(selector) {
    await this.#until(async () => {
      const id = await this.find(selector);
      const element = { [ELEMENT]: id };
      await this.runAsync(STANDS, element);
      await this.run(WATCHES, element);
      await this.#call("POST", `/element/${id}/click`, {});
      // A page that went away with the click was reached.
      return this.run("return window.reached !== false").catch(() => true);
    }, `${selector} is clicked`);
  }

  /** Types into the focused element, or presses keys; chords are `{ctrl: true, keys: "k"}`. */
  async type(text) {
    const id = await this.#call("GET", "/element/active");
    await this.#call("POST", `/element/${id[ELEMENT]}/value`, { text });
  }

  /** Presses a key with modifiers: `press(KEYS.f6, [KEYS.shift])`. */
  async press(key, modifiers = []) {
    const down = (value) => ({ type: "keyDown", value });
    const up = (value) => ({ type: "keyUp", value });
    const actions = [
      ...modifiers.map(down),
      down(key),
      up(key),
      ...modifiers.toReversed().map(up),
    ];
    await this.#call("POST", "/actions", { actions: [{ type: "key", id: "keyboard", actions }] });
    await this.#call("DELETE", "/actions");
  }

  /** Drags with the mouse from one point of the page over others to the last one. */
  async drag([start, ...points]) {
    const move = ([x, y]) => ({ type: "pointerMove", x: Math.round(x), y: Math.round(y) });
    const actions = [
      move(start),
      { type: "pointerDown", button: 0 },
      ...points.map((point) => ({ ...move(point), duration: 50 })),
      { type: "pointerUp", button: 0 },
    ];
    const pointer = { type: "pointer", id: "mouse", parameters: { pointerType: "mouse" }, actions };
    await this.#call("POST", "/actions", { actions: [pointer] });
    await this.#call("DELETE", "/actions");
  }

  /** Waits until a script gives something, and gives that. */
  async waitFor(script, what, ...args) {
    return this.#until(() => this.run(script, ...args), what);
  }

  /** Takes back what the message with `words` tells of, once it is there. */
  async takeBack(words) {
    await this.waitFor(
      `const told = [...document.querySelectorAll('[data-testid="toast"]')].findLast((each) => each.innerText.includes(arguments[0]));
       const undo = told?.querySelector('[data-testid="toast-undo"]');
       undo?.click();
       return Boolean(undo)`,
      `«${words}» can be taken back`,
      words,
    );
  }

  /** Polls, and says what the page showed when it was in vain. */
  async #until(check, what) {
    try {
      return await until(check, what);
    } catch (error) {
      const page = await this.run(SHOWS).catch((refused) => String(refused));
      throw new Error(`${error.message}; the page showed:\n${page.slice(0, 1500)}`, {
        cause: error.cause,
      });
    }
  }

  /** The text of the first match as it is shown. */
  async text(selector) {
    const id = await this.find(selector);
    return this.run("return arguments[0].innerText", { [ELEMENT]: id });
  }

  /** The page as a PNG. */
  async screenshot() {
    return Buffer.from(await this.#call("GET", "/screenshot"), "base64");
  }

  /** Sets the size of the window. */
  async resize(width, height) {
    await this.#call("POST", "/window/rect", { x: 0, y: 0, width, height });
  }

  /** Closes the window and waits until its processes are gone. */
  async close() {
    await this.#call("DELETE", "").catch(() => undefined);
    await this.#end();
  }

  #call(method, path, body) {
    return call(this.#base, method, this.#session + path, body);
  }
}

/** Keys as WebDriver names them. */
export const KEYS = {
  tab: "\uE004",
  enter: "\uE007",
  shift: "\uE008",
  ctrl: "\uE009",
  alt: "\uE00A",
  escape: "\uE00C",
  space: "\uE00D",
  end: "\uE010",
  home: "\uE011",
  left: "\uE012",
  up: "\uE013",
  right: "\uE014",
  down: "\uE015",
  delete: "\uE017",
  f1: "\uE031",
  f6: "\uE036",
  f7: "\uE037",
  f8: "\uE038",
  f12: "\uE03C",
};

/** Polls until `check` gives something; a refusal meanwhile counts as «not yet». */
export async function until(check, what) {
  const end = Date.now() + WAIT_LIMIT;
  let last;
  while (Date.now() < end) {
    try {
      const value = await check();
      if (value) return value;
      last = undefined;
    } catch (error) {
      last = error;
    }
    await new Promise((resolve) => setTimeout(resolve, 60));
  }
  throw new Error(`waited in vain until ${what}`, { cause: last });
}

async function call(base, method, path, body) {
  const response = await fetch(base + path, {
    method,
    body: body && JSON.stringify(body),
    headers: { "content-type": "application/json" },
    signal: AbortSignal.timeout(CALL_LIMIT),
  });
  const { value } = await response.json();
  if (!response.ok) throw new Error(`${method} ${path}: ${value.error}: ${value.message}`);
  return value;
}

function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

function kill(child, signal) {
  try {
    process.kill(-child.pid, signal);
  } catch {
    // It has gone already.
  }
}
