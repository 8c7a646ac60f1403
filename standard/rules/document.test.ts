import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { rulesDocument } from "./document.ts";
import { rules } from "./rules.ts";

const committed = readFileSync(join(import.meta.dirname, "../../docs/rules.md"), "utf8");

describe("docs/rules.md", () => {
  it("is what write-rules-document.ts writes", async () => {
    expect(committed.replaceAll("\r\n", "\n")).toBe(await rulesDocument());
  });

  it.each(Object.keys(rules))("has %s with an example of what it says", (name) => {
    const row = committed.split("\n").find((line) => line.includes(`| \`${name}\` |`));
    expect(row?.split("|").at(-2)?.trim()).toMatch(/。/);
  });
});
