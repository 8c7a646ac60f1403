import type { WrittenFile } from "@tsunagi/standard";

/** The bytes of a file as base64, for JSON. */
export function base64Of({ bytes }: WrittenFile): string {
  let text = "";
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text);
}

/** Has the browser save a file, as a download. */
export function saveFile({ name, bytes }: WrittenFile): void {
  const address = URL.createObjectURL(new Blob([Uint8Array.from(bytes)], { type: "text/csv" }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  // The download has begun by then; until it has, the address must stand.
  setTimeout(() => {
    URL.revokeObjectURL(address);
  }, 60_000);
}
