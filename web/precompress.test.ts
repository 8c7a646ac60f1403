import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { afterAll, expect, it } from "vitest";
import { precompress } from "./precompress.ts";

const folder = mkdtempSync(join(tmpdir(), "tsunagi-pages-"));
afterAll(() => rmSync(folder, { recursive: true }));

it("puts compressed texts beside those that are long, and leaves the rest", async () => {
  const text = "つなぎ ".repeat(1000);
  mkdirSync(join(folder, "assets"));
  writeFileSync(join(folder, "assets/index-a.js"), text);
  writeFileSync(join(folder, "assets/font.ttf"), text);
  writeFileSync(join(folder, "index.html"), "<title>つなぎ</title>");

  await precompress(folder);

  expect(readdirSync(folder).sort()).toEqual(["assets", "index.html"]);
  const made = ["font.ttf", "index-a.js", "index-a.js.br", "index-a.js.gz"];
  expect(readdirSync(join(folder, "assets")).sort()).toEqual(made);
  const read = (name: string): Buffer => readFileSync(join(folder, "assets", name));
  expect(brotliDecompressSync(read("index-a.js.br")).toString()).toBe(text);
  expect(gunzipSync(read("index-a.js.gz")).toString()).toBe(text);
});
