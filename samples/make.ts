// Writes the samples: node samples/make.ts. They are committed; a test holds them to what this writes.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { sampleFiles } from "./sample-files.ts";

for (const { folder, name, bytes } of sampleFiles()) {
  const path = join(import.meta.dirname, folder);
  mkdirSync(path, { recursive: true });
  writeFileSync(join(path, name), bytes);
  console.log(join("samples", folder, name));
}
