import { fileURLToPath } from "node:url";
import { paraglideVitePlugin } from "@inlang/paraglide-js";
import { svelte } from "@sveltejs/vite-plugin-svelte";
import { svelteTesting } from "@testing-library/svelte/vite";
import { defineConfig } from "vitest/config";

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  root: here("."),
  // Addresses relative to the page: the shell serves it from a scheme of its own.
  base: "./",
  plugins: [
    paraglideVitePlugin({
      project: here("project.inlang"),
      outdir: here("src/i18n/paraglide"),
      // The locale is a setting kept in the library; nothing else may decide it.
      strategy: ["globalVariable", "baseLocale"],
      isServer: "false",
      emitGitIgnore: false,
      emitPrettierIgnore: false,
    }),
    svelte({ configFile: here("svelte.config.js") }),
    svelteTesting(),
  ],
  server: { host: "127.0.0.1", port: 5173, strictPort: true },
  build: {
    outDir: here("dist"),
    emptyOutDir: true,
    // The oldest engine of the supported Linux systems; WebView2 is newer.
    target: "safari16.4",
    // Fonts as files: a data: address would need a weaker content policy.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    rolldownOptions: { checks: { pluginTimings: false } },
  },
  test: {
    environment: "jsdom",
    include: ["src/**/*.test.ts"],
    setupFiles: [here("src/lib/test-setup.ts")],
    restoreMocks: true,
  },
});
