#!/usr/bin/env node
// Plain JavaScript: it has to run under whatever Node called it.
import { fileURLToPath } from "node:url";
import { runUnderPinnedNode } from "../../scripts/pinned-node.mjs";

// An office's machine has other work: memory is given back early, for some time of the processor.
runUnderPinnedNode(fileURLToPath(new URL("main.ts", import.meta.url)), process.argv.slice(2), [
  "--max-semi-space-size=1",
]);
