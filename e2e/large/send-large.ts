import { execFile } from "node:child_process";
import { createHash, randomBytes } from "node:crypto";
import { createReadStream, readFileSync } from "node:fs";
import { mkdir, open, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { monthFiles } from "@tsunagi/samples";
import type { TestPlace } from "../../center/testing/databases.ts";
import { type CenterProcess, startCenterProcess } from "../../center/testing/process.ts";
import { memoryEnvironment } from "../../scripts/pinned-node.mjs";
import { enrolOffice, logInFirstPerson } from "../month/desk.ts";
import { careManagement, homeHelp, type MonthOffice } from "../month/offices.ts";
import { applyForLicence, changeProvisionalPassword } from "../month/portal.ts";
import type { Said } from "./office-child.ts";

/** How a large message went. */
export interface LargeSent {
  /** Of the attachment. */
  readonly bytes: number;
  /** From the command to the centre's receipt, and from the first byte to the receiver's receipt at the centre. */
  readonly seconds: { readonly send: number; readonly receive: number };
  /** Most memory of each process, in MB; the database has its own. */
  readonly peakMb: { readonly centre: number; readonly sender: number; readonly receiver: number };
  /** Whether it came as it was sent, and whether the receiver's evidence is complete. */
  readonly whole: boolean;
  readonly proved: boolean;
}

/** As `tsunagi` runs (client/bin/tsunagi.mjs). */
const clientFlags = ["--max-semi-space-size=1"];
const runFile = promisify(execFile);
const child = fileURLToPath(new URL("office-child.ts", import.meta.url));

/**
 * Sends a plan with an attachment of this size from one office to another, each in a process of its own as is the
 * centre, over real sockets. Leaves the files in `folder`.
 */
export async function sendLarge(
  place: TestPlace,
  folder: string,
  bytes: number,
): Promise<LargeSent> {
  const center = await startCenterProcess({ ...place, environment: memoryEnvironment });
  try {
    const sender = await joinExchange(center, join(folder, "sender"), careManagement);
    const receiver = await joinExchange(center, join(folder, "receiver"), homeHelp);
    const files = await writePlan(folder);
    const attachment = join(folder, "図面.pdf");
    const sha256 = await writeNoise(attachment, bytes);

    const sent = await runOffice(sender, ...files, attachment);
    const received = await runOffice(receiver);
    const [id = ""] = sent.messageIds;
    const delivered = join(receiver, "received", id, "図面.pdf");
    return {
      bytes,
      seconds: { send: sent.seconds, receive: received.seconds },
      peakMb: {
        centre: peakOf(center.pid),
        sender: sent.peakMb,
        receiver: received.peakMb,
      },
      whole: received.messageIds.includes(id) && (await sha256Of(delivered)) === sha256,
      proved: received.proved,
    };
  } finally {
    await center.end("SIGTERM");
  }
}

/** @returns the office's folder, in which somebody has logged in */
async function joinExchange(
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

async function runOffice(folder: string, ...files: readonly string[]): Promise<Said> {
  const { stdout } = await runFile(process.execPath, [...clientFlags, child, folder, ...files], {
    env: { ...process.env, ...memoryEnvironment },
  });
  return JSON.parse(stdout) as Said;
}

async function writePlan(folder: string): Promise<string[]> {
  await mkdir(folder, { recursive: true });
  const plan = monthFiles().filter(({ name }) => !name.startsWith("UPJSK"));
  for (const { name, bytes } of plan) await writeFile(join(folder, name), bytes);
  return plan.map(({ name }) => join(folder, name));
}

/** Bytes that do not compress: a block far beyond what deflate looks back. @returns SHA-256 */
async function writeNoise(path: string, bytes: number): Promise<string> {
  const block = randomBytes(1024 * 1024);
  const hash = createHash("sha256");
  const file = await open(path, "w");
  for (let at = 0; at < bytes; at += block.length) {
    const piece = block.subarray(0, Math.min(block.length, bytes - at));
    hash.update(piece);
    await file.write(piece);
  }
  await file.close();
  return hash.digest("hex");
}

async function sha256Of(path: string): Promise<string> {
  const hash = createHash("sha256");
  for await (const piece of createReadStream(path)) hash.update(piece as Uint8Array);
  return hash.digest("hex");
}

/** Most memory that a process that still runs has had, in MB. */
function peakOf(pid: number): number {
  const status = readFileSync(`/proc/${pid}/status`, "utf8");
  return Number(/VmHWM:\s+([0-9]+)/.exec(status)?.[1] ?? Number.NaN) / 1024;
}
