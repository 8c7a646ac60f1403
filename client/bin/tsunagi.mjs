#!/usr/bin/env node
// Plain JavaScript: it has to run under whatever Node called it.
import { fileURLToPath } from "node:url";
import { runUnderPinnedNode } from "../../scripts/pinned-node.mjs";

runUnderPinnedNode(fileURLToPath(new URL("main.ts", import.meta.url)), process.argv.slice(2));
