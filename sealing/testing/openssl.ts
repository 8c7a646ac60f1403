import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";

/** A folder of one test with files in it, to run the real `openssl` (the oracle) and others on. */
export interface Workshop {
  put(name: string, content: string | Uint8Array): void;
  get(name: string): Uint8Array;
  /** Runs a command that must succeed; gives what it wrote to standard output. */
  run(command: string, ...args: string[]): string;
  /** Runs a command that may fail. */
  attempt(command: string, ...args: string[]): { status: number | null; text: string };
}

export function openWorkshop(): Workshop {
  const folder = mkdtempSync(join(tmpdir(), "sealing-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return {
    put: (name, content) => writeFileSync(join(folder, name), content),
    get: (name) => readFileSync(join(folder, name)),
    run: (command, ...args) =>
      execFileSync(command, args, { cwd: folder, encoding: "utf8", stdio: "pipe" }),
    attempt: (command, ...args) => {
      const { status, stdout, stderr } = spawnSync(command, args, {
        cwd: folder,
        encoding: "utf8",
      });
      return { status, text: stdout + stderr };
    },
  };
}
