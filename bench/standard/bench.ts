import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { writeRegion } from "@tsunagi/samples";
import { runCase } from "./child.ts";
import type { Measured } from "./measured.ts";

/** About 100 MB: the month of a region of seven thousand care users. */
const regionSize = { seed: 1, offices: 60, users: 7000 };

const rounds = 5;

const memorySizes = [10, 50, 200];

const hostileCases = ["open-quote", "nuls", "columns", "million-faults", "line-ends"];

/**
 * How fast `checkFiles` checks the month of a region, everything checked, against csv-parse merely parsing the same
 * text; and how much memory checking one file of any length takes. Each case runs in a process of its own, in turns.
 */
export async function benchStandard(asJson: boolean): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "tsunagi-bench-"));
  try {
    const { files, bytes } = await writeRegion(regionSize, ({ name, bytes: content }) =>
      writeFile(join(folder, name), content),
    );
    const check: Measured[] = [];
    const parse: Measured[] = [];
    for (let round = 0; round < rounds; round++) {
      check.push(runCase("check", folder));
      parse.push(runCase("parse", folder));
    }
    const memory = memorySizes.map((size) => ({
      megabytes: size,
      sameUsers: runCase("memory-same", size),
      newUsers: runCase("memory-new", size),
    }));
    const hostile = hostileCases.map((what) => ({ what, ...runCase("hostile", what) }));
    const result = {
      region: { files, megabytes: bytes / 1e6, rows: check[0]?.rows ?? 0 },
      check: speedOf(check, bytes),
      parse: speedOf(parse, bytes),
      ratio: median(check.map((one, at) => (parse[at]?.cpuSeconds ?? 0) / one.cpuSeconds)),
      ratioByClock: median(check.map((one, at) => (parse[at]?.seconds ?? 0) / one.seconds)),
      memory,
      hostile,
    };
    console.log(asJson ? JSON.stringify(result) : described(result));
  } finally {
    await rm(folder, { recursive: true });
  }
}

type Speed = {
  readonly rowsPerSecond: number;
  readonly megabytesPerSecond: number;
  readonly peakMegabytes: number;
};

type Result = {
  readonly region: { readonly files: number; readonly megabytes: number; readonly rows: number };
  readonly check: Speed;
  readonly parse: Speed;
  readonly ratio: number;
  readonly ratioByClock: number;
  readonly memory: readonly {
    readonly megabytes: number;
    readonly sameUsers: Measured;
    readonly newUsers: Measured;
  }[];
  readonly hostile: readonly (Measured & { readonly what: string })[];
};

/** By seconds of the processor, which other programs on the machine disturb least. */
function speedOf(measured: readonly Measured[], bytes: number): Speed {
  const seconds = median(measured.map(({ cpuSeconds }) => cpuSeconds));
  return {
    rowsPerSecond: Math.round((measured[0]?.rows ?? 0) / seconds),
    megabytesPerSecond: bytes / 1e6 / seconds,
    peakMegabytes: median(measured.map(({ peakMegabytes }) => peakMegabytes)),
  };
}

function median(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN;
}

function described({ region, check, parse, ratio, ratioByClock, memory, hostile }: Result): string {
  const { files, megabytes, rows } = region;
  return [
    `The month of a region: ${files} files, ${megabytes.toFixed(1)} MB, ${rows} rows`,
    speedSaid("checkFiles, everything checked", check),
    speedSaid("csv-parse, merely parsing", parse),
    `checkFiles is ${ratio.toFixed(2)} times as fast (${ratioByClock.toFixed(2)} by the clock)`,
    ...memory.map(
      ({ megabytes: size, sameUsers, newUsers }) =>
        `one file of ${size} MB: peak ${sameUsers.peakMegabytes.toFixed(0)} MB with the same hundred users, ${newUsers.peakMegabytes.toFixed(0)} MB with ever new ones`,
    ),
    ...hostile.map(
      (one) => `${one.what}: ${one.seconds.toFixed(1)} s, peak ${one.peakMegabytes.toFixed(0)} MB`,
    ),
  ].join("\n");
}

function speedSaid(
  what: string,
  { rowsPerSecond, megabytesPerSecond, peakMegabytes }: Speed,
): string {
  return `${what}: ${rowsPerSecond} rows/s, ${megabytesPerSecond.toFixed(1)} MB/s, peak ${peakMegabytes.toFixed(0)} MB`;
}
