import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { GivenFile } from "../tray/given-file.ts";

const folder = fileURLToPath(new URL("../../samples", import.meta.url));

/** Files of a folder of `samples/` whose names begin so. */
export function samples(place: string, beginning = ""): GivenFile[] {
  return readdirSync(`${folder}/${place}`)
    .filter((name) => name.startsWith(beginning))
    .map((name) => ({ name, bytes: new Uint8Array(readFileSync(`${folder}/${place}/${name}`)) }));
}

/** 予定: UPPLAN, UPSIKYU, UPHOSOKU from the care manager's office. */
export function plan(): GivenFile[] {
  return samples("month").filter(({ name }) => !name.startsWith("UPJSK"));
}

/** 実績, back to the care manager's office. */
export function results(): GivenFile[] {
  return samples("month", "UPJSK");
}

/** The files as if one office in them were another: its number in their names and rows. */
export function withOffice(files: readonly GivenFile[], was: string, is: string): GivenFile[] {
  return files.map(({ name, bytes }) => ({
    name: name.replaceAll(was, is),
    bytes: Buffer.from(Buffer.from(bytes).toString("latin1").replaceAll(was, is), "latin1"),
  }));
}

/** The plan as if exported at another time: a set of its own. */
export function planAt(setTime: string): GivenFile[] {
  return plan().map(({ name, bytes }) => ({
    name: name.replace(/_\d{14}\.CSV$/, `_${setTime}.CSV`),
    bytes,
  }));
}
