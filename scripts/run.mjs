// Plain JavaScript: see pinned-node.mjs.
// node scripts/run.mjs FILE [ARGUMENT…]: installs what is missing, then runs FILE under the pinned Node.
import { resolve } from "node:path";
import { installIfNeeded } from "./install.mjs";
import { projectFolder, runUnderPinnedNode } from "./pinned-node.mjs";

const [file, ...args] = process.argv.slice(2);
if (!file) {
  console.error("usage: node scripts/run.mjs FILE [ARGUMENT…]");
  process.exit(2);
}
installIfNeeded();
runUnderPinnedNode(resolve(projectFolder, file), args);
