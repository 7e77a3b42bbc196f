// The program opens no network socket. The kernel is asked, not the program: while it works, the
// sockets of all its processes are looked up in the kernel's tables fifty times a second.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync, readdirSync, readlinkSync } from "node:fs";
import { test } from "node:test";
import { binary, home, samples } from "./app.mjs";
import { KEYS, until } from "./driver.mjs";

/** Families of sockets that reach beyond this computer; AF_UNIX and AF_NETLINK do not. */
const TABLES = ["tcp", "tcp6", "udp", "udp6", "udplite", "raw", "raw6", "icmp", "icmp6"];

test("no process of the program holds a network socket at any moment of a start", async (t) => {
  const app = await home(t);
  // Without a driver: the driver itself talks to the window through a socket.
  const child = spawn(binary, [], { env: app.env(), stdio: "ignore", detached: true });
  const ended = once(child, "exit");
  t.after(async () => {
    process.kill(-child.pid, "SIGTERM");
    await ended;
  });
  const seen = new Set();
  let pages = false;
  const end = Date.now() + 8_000;
  while (Date.now() < end) {
    for (const each of family(child.pid)) {
      if (each.name.startsWith("WebKitWebProces")) pages = true;
      for (const socket of networkSockets(each.pid)) seen.add(`${each.name}: ${socket}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  assert.ok(pages, "the window has shown its page");
  assert.ok(existsSync(app.library), "the library is there");
  assert.deepEqual([...seen], []);
});

test("importing, comparing and saving open no socket but the driver's own", async (t) => {
  const app = await home(t);
  const window = await app.start({
    SVOD_E2E_OPEN: `${samples}/lugovskoy-2026.docx`,
    SVOD_E2E_SAVE: app.path("готово.html"),
  });
  const main = await until(() => pidOf(binary), "the program runs");
  // What the driver opened to the window before anything was done.
  const before = new Set(everySocket(main));
  const seen = new Set();
  const watch = setInterval(() => {
    for (const socket of everySocket(main)) seen.add(socket);
  }, 20);
  t.after(() => clearInterval(watch));

  await window.press("o", [KEYS.ctrl]);
  await window.find('[data-testid="import-report"]');
  const ids = await window.run(
    "return [...document.querySelectorAll('tr[data-id]')].map(r => r.dataset.id)",
  );
  await window.run("location.hash = arguments[0]", `#/comparison/${ids[0]}/${ids[1]}`);
  await window.find(".duo");
  await window.run("location.hash = arguments[0]", `#/document/${ids[0]}`);
  await window.find(".paper ol li");
  await window.press(KEYS.f12);
  await window.find("dialog[open]");
  await window.run(
    `const select = document.querySelector('[data-testid="export-rare"]');
     select.value = "html";
     select.dispatchEvent(new Event("change", { bubbles: true }));`,
  );
  await window.click('dialog[open] button[type="submit"]');
  await until(() => existsSync(app.path("готово.html")), "the page is saved");
  clearInterval(watch);
  // Only connections of the driver: from and to this computer itself.
  const others = [...seen].filter((each) => !before.has(each) && !/127\.0\.0\.1/.test(each));
  assert.deepEqual(others, []);
  // The saved page fetches nothing either.
  const page = readFileSync(app.path("готово.html"), "utf8");
  assert.doesNotMatch(page, /(?:src|href)\s*=\s*["']?(?:https?:)?\/\//i);
});

function everySocket(pid) {
  return family(pid).flatMap((each) =>
    networkSockets(each.pid).map((socket) => `${each.name}: ${socket}`),
  );
}

/** A process and all that it started, directly or not. */
function family(pid) {
  const parents = new Map();
  const names = new Map();
  for (const each of readdirSync("/proc").filter((name) => /^\d+$/.test(name))) {
    const stat = read(`/proc/${each}/stat`);
    const found = /^\d+ \((.*)\) \S (\d+)/s.exec(stat);
    if (!found) continue;
    names.set(Number(each), found[1]);
    parents.set(Number(each), Number(found[2]));
  }
  const belongs = (each) => {
    for (let at = each; at; at = parents.get(at)) if (at === pid) return true;
    return false;
  };
  return [...names].filter(([each]) => belongs(each)).map(([each, name]) => ({ pid: each, name }));
}

/** The network sockets a process holds: their table and addresses. */
function networkSockets(pid) {
  const inodes = new Set();
  try {
    for (const name of readdirSync(`/proc/${pid}/fd`)) {
      const inode = /^socket:\[(\d+)\]$/.exec(link(`/proc/${pid}/fd/${name}`))?.[1];
      if (inode) inodes.add(inode);
    }
  } catch {
    return []; // It has ended meanwhile.
  }
  if (inodes.size === 0) return [];
  return TABLES.flatMap((table) =>
    read(`/proc/${pid}/net/${table}`)
      .split("\n")
      .slice(1)
      .map((line) => line.trim().split(/\s+/))
      .filter((columns) => inodes.has(columns[9]))
      .map((columns) => `${table} ${address(columns[1])} → ${address(columns[2])}`),
  );
}

/** «0100007F:1F90» as the kernel writes it, as people do. */
function address(text) {
  const [host, port] = text.split(":");
  if (host.length !== 8) return text;
  const bytes = host.match(/../g).map((byte) => parseInt(byte, 16));
  return `${bytes.reverse().join(".")}:${parseInt(port, 16)}`;
}

function pidOf(program) {
  const pid = readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .find((name) => link(`/proc/${name}/exe`) === program);
  return pid ? Number(pid) : null;
}

function read(path) {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return "";
  }
}

function link(path) {
  try {
    return readlinkSync(path);
  } catch {
    return "";
  }
}
