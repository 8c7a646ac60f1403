import { mkdir, mkdtemp, realpath, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { checkArrows, rooms } from "./arrows.ts";

let house: string | undefined;

afterEach(async () => {
  if (house) await rm(house, { recursive: true });
  house = undefined;
});

async function build(files: Record<string, string>): Promise<string> {
  house = await realpath(await mkdtemp(join(tmpdir(), "tsunagi-arrows-")));
  await mkdir(join(house, "node_modules/@tsunagi"), { recursive: true });
  for (const room of rooms) {
    await mkdir(join(house, room));
    await symlink(join(house, room), join(house, "node_modules/@tsunagi", room));
    await writeFile(
      join(house, room, "package.json"),
      JSON.stringify({
        name: `@tsunagi/${room}`,
        type: "module",
        exports: { ".": "./index.ts", "./open": "./open.ts" },
      }),
    );
    await writeFile(join(house, room, "index.ts"), "export const here = 1;\n");
  }
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(house, path)), { recursive: true });
    await writeFile(join(house, path), text);
  }
  return house;
}

describe("the arrows between the rooms", () => {
  it("stand in this project, and the check sees them", { timeout: 60_000 }, async () => {
    const report = await checkArrows();

    expect(report.broken).toEqual([]);
    expect(report.modules).toBeGreaterThan(100);
    expect(report.crossings).toBeGreaterThan(20);
  });

  it("may go from the centre to the contract and to sealing", async () => {
    const folder = await build({
      "center/mailbox.ts":
        'import { here } from "@tsunagi/sealing";\nimport { here as there } from "@tsunagi/contract";\nexport const sum = here + there;\n',
    });

    expect(await checkArrows(folder)).toMatchObject({ broken: [], crossings: 2 });
  });

  it("break when the centre can open a message, however far round", async () => {
    const folder = await build({
      "sealing/open.ts": "export const open = 1;\n",
      "sealing/deep/way.ts": 'export { open } from "../open.ts";\n',
      "sealing/index.ts": 'export { open } from "./deep/way.ts";\n',
      "center/mailbox.ts":
        'import { open } from "@tsunagi/sealing";\nexport const stolen = open;\n',
    });

    expect((await checkArrows(folder)).broken).toContainEqual(
      expect.stringContaining("center-cannot-open-a-message: center/mailbox.ts → sealing/open.ts"),
    );
  });

  it("break when a page writes PDF", async () => {
    const folder = await build({
      "forms/pdf/write.ts": "export const write = 1;\n",
      "forms/pages.ts": 'export { write } from "./pdf/write.ts";\n',
    });

    expect((await checkArrows(folder)).broken).toEqual([
      "pages-do-not-write-pdf: forms/pages.ts → forms/pdf/write.ts",
    ]);
  });

  it("break when the second reader leans on anything of the house", async () => {
    const folder = await build({
      "e2e/month.ts": "export const month = 12;\n",
      "e2e/second-reader/value.ts": "export const value = 1;\n",
      "e2e/second-reader/read.ts":
        'import { here } from "@tsunagi/standard";\nimport { month } from "../month.ts";\nimport { value } from "./value.ts";\nexport const sum = here + month + value;\n',
    });

    expect((await checkArrows(folder)).broken.toSorted()).toEqual([
      "the-second-reader-knows-nobody: e2e/second-reader/read.ts → e2e/month.ts",
      "the-second-reader-knows-nobody: e2e/second-reader/read.ts → standard/index.ts",
    ]);
  });

  it.each([
    ["standard", "contract"],
    ["sealing", "standard"],
    ["contract", "standard"],
    ["center", "standard"],
    ["center", "client"],
    ["client", "center"],
    ["forms", "contract"],
    ["web", "sealing"],
    ["web", "client"],
    ["samples", "contract"],
  ])("break when %s knows %s", async (from, to) => {
    const folder = await build({
      [`${from}/curious.ts`]: `import { here } from "@tsunagi/${to}";\nexport const seen = here;\n`,
    });

    expect((await checkArrows(folder)).broken).toHaveLength(1);
  });

  it.each(["standard", "contract", "forms"])("break when %s needs Node", async (room) => {
    const folder = await build({
      [`${room}/reader.ts`]:
        'import { readFileSync } from "node:fs";\nexport const read = readFileSync;\n',
    });

    expect((await checkArrows(folder)).broken).toContainEqual(
      expect.stringContaining(`${room}/reader.ts → fs`),
    );
  });
});
