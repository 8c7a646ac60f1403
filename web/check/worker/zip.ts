import { Zip, ZipPassThrough } from "fflate";
import { GrowingBlob } from "./growing-blob.ts";

/** A ZIP of files, as they are. A name that comes a second time is put into a folder of its own. */
export async function zipOf(files: readonly File[]): Promise<Blob> {
  const blob = new GrowingBlob();
  const zip = new Zip((error, chunk) => {
    if (error !== null) throw error;
    blob.add(chunk);
  });
  const taken = new Set<string>();
  for (const file of files) {
    const entry = new ZipPassThrough(freeName(file.name, taken));
    zip.add(entry);
    const reader = file.stream().getReader();
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      entry.push(value);
    }
    entry.push(new Uint8Array(), true);
  }
  zip.end();
  return blob.end();
}

function freeName(name: string, taken: Set<string>): string {
  let free = name;
  for (let folder = 2; taken.has(free); folder++) free = `${folder}/${name}`;
  taken.add(free);
  return free;
}
