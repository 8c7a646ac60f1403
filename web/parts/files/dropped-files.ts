import type { DropZoneProps } from "react-aria-components/DropZone";

/** What the browser gives for a drop or a paste: a file, a folder, or text. */
export type DropItem = Parameters<NonNullable<DropZoneProps["onDrop"]>>[0]["items"][number];

/** Files that computers leave in folders by themselves; nobody means to send them. */
const leftovers = new Set(["thumbs.db", "desktop.ini", ".ds_store"]);

/** Whether a file is one that the user means to send. */
export function isMeant(name: string): boolean {
  return !leftovers.has(name.toLowerCase()) && !name.startsWith("._");
}

/** Every file that was dropped, those inside folders included. */
export async function filesIn(
  items: Iterable<DropItem> | AsyncIterable<DropItem>,
): Promise<File[]> {
  const files: File[] = [];
  for await (const item of items) {
    if (item.kind === "file") files.push(await item.getFile());
    if (item.kind === "directory") files.push(...(await filesIn(item.getEntries())));
  }
  return files.filter((file) => isMeant(file.name));
}
