import { execFile, spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { projectFolder } from "../scripts/pinned-node.mjs";

const run = promisify(execFile);

/** The system's own Node, older than the pinned one where there is one; else the one that runs this. */
const anyNode = existsSync("/usr/bin/node") ? "/usr/bin/node" : process.execPath;
const client = join(projectFolder, "client/bin/tsunagi.mjs");
const centre = join(projectFolder, "center/bin/tsunagi-center.mjs");
const sample = (path: string) => join(projectFolder, "samples", path);
const planOfUse = ["UPPLAN", "UPSIKYU", "UPHOSOKU"].map((kind) =>
  sample(`month/${kind}_202612_1370000011_43_1370000029_11_20261120100000.CSV`),
);
const noHeader = sample(
  "broken/header-row/UPPLAN_202612_1370000011_43_1370000029_11_20261120110000.CSV",
);

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "tsunagi-commands-"));
});

afterAll(() => rm(folder, { recursive: true, force: true }));

/** Exit code and what was printed; no throwing. */
async function call(
  file: string,
  ...args: string[]
): Promise<{ code: number; out: string; err: string }> {
  try {
    const { stdout, stderr } = await run(anyNode, [file, ...args], { maxBuffer: 64 * 1024 * 1024 });
    return { code: 0, out: stdout, err: stderr };
  } catch (error) {
    const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string };
    return { code, out: stdout, err: stderr };
  }
}

describe("the commands, called by whatever Node is on the machine", () => {
  it.each([
    ["tsunagi", client, "send"],
    ["tsunagi-center", centre, "serve"],
  ])("%s shows its help", async (_, file, command) => {
    const { code, out } = await call(file, "--help");

    expect(code).toBe(0);
    expect(out).toContain(command);
  });

  it.each([
    ["tsunagi", client],
    ["tsunagi-center", centre],
  ])("%s exits 2 for a word it does not know", async (_, file) => {
    expect((await call(file, "no-such-word")).code).toBe(2);
  });

  it("tsunagi check names file, row and what to do", async () => {
    const good = await call(client, "check", ...planOfUse);
    const broken = await call(client, "check", noHeader);

    expect(good.code).toBe(0);
    expect(broken.code).toBe(1);
    expect(broken.out + broken.err).toContain("見出し");
  });

  it("tsunagi makes a region, finds nothing wrong with it, has nothing to mend, and shows it", async () => {
    const region = join(folder, "region");
    const mended = join(folder, "mended");
    const size = "--offices 8 --users 6 --month 202612".split(" ");
    const made = await call(client, "sample", ...size, "--out", region, "--json");
    const checked = await call(client, "check", region, "--json");
    const again = await call(client, "mend", region, "--out", mended, "--json");
    const shown = await call(client, "show", mended, "--json");

    const { files } = JSON.parse(made.out) as { files: number };
    const report = JSON.parse(checked.out) as { files: []; sets: []; errors: number };
    const mending = JSON.parse(again.out) as { files: { mended: [] }[] };
    expect([made.code, checked.code, again.code, shown.code]).toEqual([0, 0, 0, 0]);
    expect([report.files.length, report.errors]).toEqual([files, 0]);
    expect(mending.files.flatMap(({ mended: done }) => done)).toEqual([]);
    expect(JSON.parse(shown.out)).toHaveLength(report.sets.length);
  });

  it("tsunagi-center serves, and ends by SIGTERM", async () => {
    const data = join(folder, "center");
    const server = spawn(anyNode, [centre, "--data", data, "serve"], {
      env: { ...process.env, TSUNAGI_EXCHANGE_PORT: "0", TSUNAGI_WEB_PORT: "0" },
      stdio: ["ignore", "pipe", "inherit"],
    });
    const ended = new Promise((resolve) => server.once("exit", resolve));
    const lines: string[] = [];
    await new Promise<void>((resolve, reject) => {
      server.once("exit", () => reject(new Error(lines.join("\n"))));
      server.stdout.on("data", (chunk: Buffer) => {
        lines.push(chunk.toString());
        if (lines.join("").includes("https://")) resolve();
      });
    });
    const office = "--number 12A3456789 --prefecture 12 --name 見本事業所 --service 11";
    const added = await call(centre, "--data", data, "office", "add", ...office.split(" "));
    server.kill("SIGTERM");

    expect(added.err + added.out).toContain("KJ1212A3456789");
    expect(await ended).toBe(0);
  });
});
