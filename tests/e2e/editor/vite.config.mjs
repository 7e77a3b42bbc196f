// The bare page of the editor: `tests/e2e/editor/page.mjs` builds and serves it.
import { join, resolve } from "node:path";
import { defineConfig } from "vite";

const root = resolve(import.meta.dirname, "../../..");

export default defineConfig({
  root: import.meta.dirname,
  base: "./",
  logLevel: "warn",
  build: {
    outDir: join(root, "out/editor-page"),
    emptyOutDir: true,
    target: "safari16.4",
    reportCompressedSize: false,
  },
});
