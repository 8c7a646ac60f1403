import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { projectFolder } from "../scripts/pinned-node.mjs";

const run = promisify(execFile);

/** The shell commands of README.md that check evidence, as a reader would copy them. */
export async function evidenceCommands(): Promise<string> {
  const readme = await readFile(join(projectFolder, "README.md"), "utf8");
  const block = /<!-- evidence:.*?-->\n```sh\n(.*?)```/s.exec(readme)?.[1];
  if (!block) throw new Error("README.md has no block of evidence commands");
  return block;
}

/** Runs those commands in a folder of evidence; throws when one of them fails. */
export async function runEvidenceCommands(folder: string): Promise<void> {
  await run("sh", ["-e", "-c", await evidenceCommands()], { cwd: folder });
}
