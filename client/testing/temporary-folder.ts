import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll } from "vitest";

const folders: string[] = [];

/** A folder that is there until the tests of the file are over, or the program. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "tsunagi-client-"));
  folders.push(folder);
  return folder;
}

function removeAll(): void {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
}

// A program that is no test (the soak) has no end of tests.
if (process.env["VITEST"] === undefined) process.once("exit", removeAll);
else afterAll(removeAll);
