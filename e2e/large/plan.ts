import { createHash, randomBytes } from "node:crypto";
import { createReadStream } from "node:fs";
import { mkdir, open, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { monthFiles } from "@tsunagi/samples";

/** A care plan's files, put into the folder. @returns where they are */
export async function writePlan(folder: string): Promise<string[]> {
  await mkdir(folder, { recursive: true });
  const plan = monthFiles().filter(({ name }) => !name.startsWith("UPJSK"));
  for (const { name, bytes } of plan) await writeFile(join(folder, name), bytes);
  return plan.map(({ name }) => join(folder, name));
}

/** Bytes that do not compress: a block far beyond what deflate looks back. @returns SHA-256 */
export async function writeNoise(path: string, bytes: number): Promise<string> {
  const block = randomBytes(1024 * 1024);
  const hash = createHash("sha256");
  const file = await open(path, "w");
  for (let at = 0; at < bytes; at += block.length) {
    const piece = block.subarray(0, Math.min(block.length, bytes - at));
    hash.update(piece);
    await file.write(piece);
  }
  await file.close();
  return hash.digest("hex");
}

export async function sha256Of(path: string): Promise<string> {
  const hash = createHash("sha256");
  for await (const piece of createReadStream(path)) hash.update(piece as Uint8Array);
  return hash.digest("hex");
}
