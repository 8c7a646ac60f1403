import { spawnSync } from "node:child_process";
import { createWriteStream, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { fileURLToPath } from "node:url";
import type { Imported } from "./imported.ts";

const caseFile = fileURLToPath(new URL("./case.ts", import.meta.url));
const sizes = [10_000, 1_000_000];
const services = ["訪問介護", "通所介護", "訪問看護", "福祉用具貸与"];

/**
 * How fast a register with two rows an office is imported, the first time and again, and how much memory that takes as
 * it grows. Each import is a process of its own; the database is the embedded one.
 */
export async function benchRegister(asJson: boolean): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "tsunagi-register-"));
  try {
    const results: Imported[] = [];
    for (const size of sizes) {
      const file = join(folder, `${size}.csv`);
      await pipeline(Readable.from(register(size)), createWriteStream(file));
      const dataFolder = join(folder, String(size));
      results.push(imported(dataFolder, file), imported(dataFolder, file));
    }
    console.log(asJson ? JSON.stringify(results) : results.map(inWords).join("\n"));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function* register(rows: number): Generator<string> {
  yield "都道府県名,事業所名,サービスの種類,住所,電話番号,事業所番号\r\n";
  for (let row = 0; row < rows; row += 1) {
    const office = Math.floor(row / 2);
    const number = `13${String(office).padStart(8, "0")}`;
    const service = services[row % services.length];
    yield `東京都,見本介護サービス第${office}事業所,${service},東京都見本区見本町${office % 9}丁目${office % 97}番,03-0000-0000,${number}\r\n`;
  }
}

function imported(dataFolder: string, file: string): Imported {
  const { status, stdout } = spawnSync(process.execPath, [caseFile, dataFolder, file], {
    encoding: "utf8",
    stdio: ["ignore", "pipe", "inherit"],
  });
  if (status !== 0) throw new Error("the import failed");
  // case.ts prints what it measured and nothing else.
  return JSON.parse(stdout) as Imported;
}

function inWords({ rows, added, unchanged, ...took }: Imported): string {
  return [
    `${rows} rows, ${added} offices added, ${unchanged} as they were:`,
    `${took.seconds.toFixed(1)} s, ${took.rowsPerSecond.toFixed(0)} rows a second,`,
    `peak ${took.peakMegabytes.toFixed(0)} MB`,
  ].join(" ");
}
