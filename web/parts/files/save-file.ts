interface SavedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Media type. */
  readonly type?: string;
}

/** Has the browser save a file, as a download. */
export function saveFile({ name, bytes, type = "application/octet-stream" }: SavedFile): void {
  const address = URL.createObjectURL(new Blob([Uint8Array.from(bytes)], { type }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  // The download has begun by then; until it has, the address must stand.
  setTimeout(() => {
    URL.revokeObjectURL(address);
  }, 60_000);
}
