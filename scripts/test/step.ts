import { spawn } from "node:child_process";
import { projectFolder } from "../pinned-node.mjs";

/** How a part of the test ended; a part that is not made of counted tests counts as one. */
export interface Outcome {
  readonly passed: number;
  readonly failed: number;
}

/** One part of the test: its name, and what does it. */
export interface Step {
  readonly name: string;
  readonly run: () => Promise<Outcome>;
}

/** Runs a program of the project with its output shown; resolves with its exit code. */
export function runProgram(
  file: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv = {},
): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(file, args, {
      cwd: projectFolder,
      stdio: ["ignore", "inherit", "inherit"],
      env: { ...process.env, ...env },
    });
    child.on("error", reject);
    child.on("exit", (code) => resolve(code ?? 1));
  });
}

/** A step that is one program: passed when it exits 0. */
export function programStep(name: string, file: string, args: readonly string[]): Step {
  return {
    name,
    run: async () =>
      (await runProgram(file, args)) === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 },
  };
}
