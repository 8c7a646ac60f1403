import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { memoryEnvironment } from "../../scripts/pinned-node.mjs";
import type { Printed } from "./printed.ts";

const caseFile = fileURLToPath(new URL("./case.ts", import.meta.url));

const sizes = [100, 1000, 4000];

/** Megabytes of Node's old space in which a thousand forms are printed, to show that they do not pile up. */
const narrow = 64;

/**
 * How fast forms of all kinds become pages of one PDF file with contents, and how much memory that takes as the file
 * grows. Each case runs in a process of its own, with the settings that `tsunagi` has.
 */
export async function benchPrint(asJson: boolean): Promise<void> {
  const cases = sizes.map((forms) => printed(forms));
  const inNarrowSpace = { megabytes: narrow, ...printed(1000, [`--max-old-space-size=${narrow}`]) };
  const result = { cases, inNarrowSpace };
  console.log(asJson ? JSON.stringify(result) : [...cases, inNarrowSpace].map(inWords).join("\n"));
}

function printed(forms: number, flags: readonly string[] = []): Printed {
  const { status, stdout } = spawnSync(
    process.execPath,
    ["--max-semi-space-size=1", ...flags, caseFile, String(forms)],
    {
      encoding: "utf8",
      stdio: ["ignore", "pipe", "inherit"],
      env: { ...memoryEnvironment, ...process.env },
    },
  );
  if (status !== 0) throw new Error(`printing ${forms} forms failed`);
  // case.ts prints what it measured and nothing else.
  return JSON.parse(stdout) as Printed;
}

function inWords({ forms, pages, bytes, seconds, cpuSeconds, peakMegabytes }: Printed): string {
  return [
    `${forms} forms, ${pages} pages, ${(bytes / 1e6).toFixed(1)} MB:`,
    `${(pages / seconds).toFixed(0)} pages a second,`,
    `${(pages / cpuSeconds).toFixed(0)} a second of the processor,`,
    `peak ${peakMegabytes.toFixed(0)} MB`,
  ].join(" ");
}
