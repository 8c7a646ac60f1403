// Plain JavaScript: see pinned-node.mjs.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { projectFolder } from "./pinned-node.mjs";

const stamp = join(projectFolder, "node_modules", ".tsunagi-installed");

/** Runs `npm install` (it keeps to the lock file, and also fetches platform packages an npm left out of it) when node_modules is missing or does not belong to the lock file that stands here. */
export function installIfNeeded() {
  const lock = createHash("sha256")
    .update(readFileSync(join(projectFolder, "package-lock.json")))
    .digest("hex");
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === lock) return;
  console.error("Installing the project's packages (npm install) …");
  const npm = process.env["npm_execpath"];
  const done = npm
    ? spawnSync(
        process.execPath,
        [npm, "install", "--no-save", "--no-audit", "--no-fund", "--loglevel=error"],
        options,
      )
    : spawnSync("npm", ["install", "--no-save", "--no-audit", "--no-fund", "--loglevel=error"], {
        ...options,
        shell: process.platform === "win32",
      });
  if (done.status !== 0) {
    console.error("npm install failed. Its own words are above; is the npm registry reachable?");
    process.exit(done.status ?? 1);
  }
  writeFileSync(stamp, lock);
}

/** npm's own output goes to standard error, so that standard output holds what the command was asked for. */
const options = { cwd: projectFolder, stdio: ["ignore", 2, 2] };
