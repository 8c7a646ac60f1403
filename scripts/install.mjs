// Plain JavaScript: see pinned-node.mjs.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { projectFolder } from "./pinned-node.mjs";

const stamp = join(projectFolder, "node_modules", ".tsunagi-installed");

/** Runs `npm ci` when node_modules is missing or does not belong to the lock file that stands here. */
export function installIfNeeded() {
  const lock = createHash("sha256")
    .update(readFileSync(join(projectFolder, "package-lock.json")))
    .digest("hex");
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === lock) return;
  console.error("Installing the project's packages (npm ci) …");
  const npm = process.env["npm_execpath"];
  const done = npm
    ? spawnSync(process.execPath, [npm, ...ci], options)
    : spawnSync("npm", ci, { ...options, shell: process.platform === "win32" });
  if (done.status !== 0) {
    console.error("npm ci failed. Its own words are above; is the npm registry reachable?");
    process.exit(done.status ?? 1);
  }
  writeFileSync(stamp, lock);
}

const ci = ["ci", "--no-audit", "--no-fund", "--loglevel=error"];

/** npm's own output goes to standard error, so that standard output holds what the command was asked for. */
const options = { cwd: projectFolder, stdio: ["ignore", 2, 2] };
