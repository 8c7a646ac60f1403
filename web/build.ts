import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { build, type InlineConfig } from "vite";
import { precompress } from "./precompress.ts";

/** The pages, each a folder with its own index.html, built to `dist/` under the same name. */
const pages = ["desk", "portal", "site", "check"] as const;

/**
 * How a page is built: for a static folder under any path (relative addresses), and for a policy of
 * `default-src 'self'`, so nothing is inlined.
 */
function settings(page: (typeof pages)[number]): InlineConfig {
  return {
    configFile: false,
    root: fileURLToPath(new URL(page, import.meta.url)),
    base: "./",
    worker: { format: "es" },
    publicDir: fileURLToPath(new URL("public", import.meta.url)),
    plugins: [react()],
    logLevel: "warn",
    build: {
      outDir: outputOf(page),
      emptyOutDir: true,
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      target: "es2022",
      chunkSizeWarningLimit: 1000,
    },
  };
}

function outputOf(page: (typeof pages)[number]): string {
  return fileURLToPath(new URL(`dist/${page}`, import.meta.url));
}

/** Builds every page. */
export async function buildPages(): Promise<void> {
  for (const page of pages) {
    await build(settings(page));
    // The desk comes from the same computer.
    if (page !== "desk") await precompress(outputOf(page));
    console.error(`built web/dist/${page}`);
  }
}

if (import.meta.main) await buildPages();
