import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { Measured } from "./measured.ts";

const caseFile = fileURLToPath(new URL("./case.ts", import.meta.url));

/** Runs a case of case.ts in a process of its own. */
export function runCase(name: string, argument: string | number): Measured {
  const { status, stdout } = spawnSync(process.execPath, [caseFile, name, String(argument)], {
    encoding: "utf8",
    stdio: ["ignore", "pipe", "inherit"],
  });
  if (status !== 0) throw new Error(`the case ${name} ${argument} failed`);
  // case.ts prints what it measured and nothing else.
  return JSON.parse(stdout) as Measured;
}
