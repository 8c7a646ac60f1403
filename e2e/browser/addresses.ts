import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { projectFolder } from "../../scripts/pinned-node.mjs";

/** A place of a site, as its code writes it: a word stands for itself, null for whatever is put in. */
export type AddressShape = readonly (string | null)[];

/**
 * Every address that the code of a site writes (`addressOf("sent", id, "contents")`), so that a test that visits pages
 * can say which it has left out.
 */
export function addressShapes(site: "site" | "portal" | "desk"): readonly AddressShape[] {
  const folder = join(projectFolder, "web", site);
  const shapes = new Map<string, AddressShape>();
  for (const file of globSync("**/*.{ts,tsx}", { cwd: folder })) {
    if (file.endsWith(".test.ts")) continue;
    for (const [, written = ""] of readFileSync(join(folder, file), "utf8").matchAll(call)) {
      const shape = partsOf(written);
      // Where even the first part is put in, other calls say what it may be.
      if (shape[0] !== null && shape.length > 0) shapes.set(JSON.stringify(shape), shape);
    }
  }
  return [...shapes.values()];
}

const call = /addressOf\(((?:[^()]|\([^()]*\))*)\)/g;

/** `...parts` may be nothing. */
function partsOf(written: string): AddressShape {
  return written
    .split(",")
    .map((part) => part.trim())
    .filter((part) => part !== "" && !part.startsWith("..."))
    .map((part) => /^"([^"]*)"$/.exec(part)?.[1] ?? null);
}

/** Whether a place is one of those that the shape stands for. */
export function hasShape(place: readonly string[], shape: AddressShape): boolean {
  return (
    place.length === shape.length && shape.every((part, at) => part === null || part === place[at])
  );
}
