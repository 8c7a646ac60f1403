// Plain JavaScript: this file must run under whatever Node called npm, before anything is installed.
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { constants } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The folder of the project. */
export const projectFolder = dirname(dirname(fileURLToPath(import.meta.url)));

/** The oldest Node that runs this project's TypeScript as it stands. */
const needed = 24;

/**
 * The Node that the project is pinned to: the binary that npm installed for this platform, else the Node that is
 * running when it is new enough.
 * @returns {string} path of the binary
 * @throws {Error} with what to do, when there is neither
 */
export function pinnedNode() {
  const binary = process.platform === "win32" ? "node.exe" : "node";
  const installed = join(
    projectFolder,
    "node_modules",
    `node-${process.platform === "win32" ? "win" : process.platform}-${process.arch}`,
    "bin",
    binary,
  );
  if (existsSync(installed)) return installed;
  if (Number(process.versions.node.split(".")[0]) >= needed) return process.execPath;
  throw new Error(
    `No Node ${needed} for ${process.platform}-${process.arch} is installed with the project, and this is Node ${process.versions.node}. ` +
      `Run 'npm ci', or run the command with Node ${needed} or later.`,
  );
}

/**
 * glibc keeps what Node gives back of large buffers unless it is told otherwise; other systems do not look at this.
 * @type {Readonly<Record<string, string>>}
 */
export const memoryEnvironment = {
  MALLOC_ARENA_MAX: "1",
  MALLOC_MMAP_THRESHOLD_: "131072",
  MALLOC_TRIM_THRESHOLD_: "131072",
};

/**
 * Runs a file under the pinned Node with this process's terminal, passes signals on, and ends as it ended.
 * @param {string} file absolute path
 * @param {readonly string[]} args
 * @param {readonly string[]} flags of Node
 */
export function runUnderPinnedNode(file, args, flags = []) {
  const node = pinnedNode();
  const child = spawn(node, ["--disable-warning=ExperimentalWarning", ...flags, file, ...args], {
    stdio: "inherit",
    env: {
      ...memoryEnvironment,
      ...process.env,
      PATH: `${dirname(node)}${delimiter}${process.env["PATH"] ?? ""}`,
    },
  });
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"])
    process.on(signal, () => child.kill(signal));
  child.on("error", (error) => {
    console.error(error.message);
    process.exit(1);
  });
  child.on("exit", (code, signal) => {
    process.exit(code ?? 128 + (signal ? constants.signals[signal] : 0));
  });
}
