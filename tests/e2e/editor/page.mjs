// Opens the editor alone in the engine the window runs on. The page is built, served on this
// computer only, and shown in the engine's own small browser; keys come from its driver.
import { createReadStream, existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { extname, join, resolve } from "node:path";
import { build } from "vite";
import { openWindow } from "../driver.mjs";

const root = resolve(import.meta.dirname, "../../..");
const page = join(root, "out/editor-page");

/** Where systems keep the engine's browser. */
const BROWSERS = [
  process.env.SVOD_MINIBROWSER,
  ...["x86_64-linux-gnu", "aarch64-linux-gnu"].map(
    (machine) => `/usr/lib/${machine}/webkit2gtk-4.1/MiniBrowser`,
  ),
  "/usr/libexec/webkit2gtk-4.1/MiniBrowser",
  "/usr/lib64/webkit2gtk-4.1/MiniBrowser",
  "/usr/lib/webkit2gtk-4.1/MiniBrowser",
];

const KINDS = { ".html": "text/html", ".js": "text/javascript", ".css": "text/css" };

/** The built page in a window; `t.after` takes everything away again. */
export async function openPage(t) {
  const browser = BROWSERS.find((each) => each && existsSync(each));
  if (!browser) throw new Error("MiniBrowser of WebKitGTK 4.1 is missing; set SVOD_MINIBROWSER.");
  await build({ configFile: join(import.meta.dirname, "vite.config.mjs") });
  const server = createServer((request, response) => {
    const name = request.url === "/" ? "/index.html" : request.url.split("?")[0];
    const file = join(page, name);
    if (name.includes("..") || !existsSync(file)) {
      response.writeHead(404).end();
      return;
    }
    response.setHeader("content-type", KINDS[extname(file)] ?? "application/octet-stream");
    createReadStream(file).pipe(response);
  });
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  const folder = await mkdtemp(join(tmpdir(), "svod-editor-"));
  // The two variables are for people with blank windows; pictures cannot be taken with them.
  const { WEBKIT_DISABLE_DMABUF_RENDERER, WEBKIT_DISABLE_COMPOSITING_MODE, ...outer } = process.env;
  const env = { ...outer, XDG_CACHE_HOME: folder, XDG_DATA_HOME: folder, XDG_CONFIG_HOME: folder };
  const window = await openWindow(browser, env, join(folder, "driver.log"), ["--automation"]);
  t.after(async () => {
    await window.close();
    server.close();
    await rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
  });
  await window.resize(1000, 800);
  await window.go(`http://127.0.0.1:${server.address().port}/`);
  await window.waitFor("return document.documentElement.dataset.ready === 'true'", "the page is ready");
  return window;
}
