import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import type { CenterProcess } from "../../center/testing/process.ts";
import { memoryEnvironment } from "../../scripts/pinned-node.mjs";
import { enrolOffice, logInFirstPerson } from "../month/desk.ts";
import type { MonthOffice } from "../month/offices.ts";
import { applyForLicence, changeProvisionalPassword } from "../month/portal.ts";
import type { Said } from "./office-child.ts";

/** As `tsunagi` runs (client/bin/tsunagi.mjs). */
export const clientFlags = ["--max-semi-space-size=1"];
const runFile = promisify(execFile);
const child = fileURLToPath(new URL("office-child.ts", import.meta.url));

/** @returns the office's folder, in which somebody has logged in */
export async function joinExchange(
  center: CenterProcess,
  folder: string,
  who: MonthOffice,
): Promise<string> {
  const letter = await center.issueOffice(who.office);
  await changeProvisionalPassword(center.webUrl, letter, who);
  await applyForLicence(center.webUrl, letter, who);
  const engine = await enrolOffice(center, folder, who, letter);
  await logInFirstPerson(engine, who, letter);
  await engine.close();
  return folder;
}

/** Sends the files, or receives what waits, in a process of its own. */
export async function runOffice(folder: string, ...files: readonly string[]): Promise<Said> {
  const { stdout } = await runFile(process.execPath, [...clientFlags, child, folder, ...files], {
    env: { ...process.env, ...memoryEnvironment },
  });
  return JSON.parse(stdout) as Said;
}

/** Most memory that a process that still runs has had, in MB. */
export function peakOf(pid: number): number {
  const status = readFileSync(`/proc/${pid}/status`, "utf8");
  return Number(/VmHWM:\s+([0-9]+)/.exec(status)?.[1] ?? Number.NaN) / 1024;
}
