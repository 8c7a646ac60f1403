/** A size as people say it: `812バイト`, `12.4KB`, `3.1MB` (1 KB is 1,024 bytes, as Windows counts). */
export function byteSize(bytes: number): string {
  if (bytes < 1024) return `${bytes}バイト`;
  const kilobytes = bytes / 1024;
  if (kilobytes < 1023.95) return `${oneDecimal(kilobytes)}KB`;
  return `${oneDecimal(kilobytes / 1024)}MB`;
}

function oneDecimal(value: number): string {
  return value.toLocaleString("ja-JP", { maximumFractionDigits: 1 });
}
