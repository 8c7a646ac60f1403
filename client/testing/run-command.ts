import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

/** What starts `tsunagi`. */
export const commandFile: string = fileURLToPath(new URL("../bin/tsunagi.mjs", import.meta.url));

export interface Outcome {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** `tsunagi` as a process of its own, with nothing but this and PATH in its environment. */
export async function runCommandFile(
  args: readonly string[],
  environment: NodeJS.ProcessEnv = {},
): Promise<Outcome> {
  try {
    const run = promisify(execFile)(process.execPath, [commandFile, ...args], {
      env: { PATH: process.env["PATH"], ...environment },
      maxBuffer: 64 * 1024 * 1024,
    });
    return { code: 0, ...(await run) };
  } catch (error) {
    return error as Outcome;
  }
}
