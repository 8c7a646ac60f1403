import { fork } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Ready } from "./center-child.ts";

/** A centre with its offices, in a process of its own. */
export interface CenterUnderLoad extends Ready {
  readonly pid: number;
  readonly dataFolder: string;
  stop(): Promise<void>;
}

/**
 * @param messagesTogether that one statement takes in at most
 * @param databaseUrl of an empty database; without it the centre runs its own
 */
export async function startCenterUnderLoad(
  messagesTogether: number,
  databaseUrl?: string,
): Promise<CenterUnderLoad> {
  const dataFolder = mkdtempSync(join(tmpdir(), "tsunagi-bench-"));
  const child = fork(fileURLToPath(new URL("center-child.ts", import.meta.url)), [
    dataFolder,
    String(messagesTogether),
    ...(databaseUrl === undefined ? [] : [databaseUrl]),
  ]);
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  const ready = await Promise.race([
    new Promise<Ready>((resolve) => child.once("message", (message) => resolve(message as Ready))),
    ended.then(() => Promise.reject(new Error("the centre did not start"))),
  ]);
  return {
    ...ready,
    pid: child.pid ?? 0,
    dataFolder,
    async stop() {
      child.send("stop");
      await ended;
      rmSync(dataFolder, { recursive: true, force: true });
    },
  };
}
