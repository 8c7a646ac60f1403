const longest = 200;
/** Control and invisible format characters, and what Windows keeps for itself. */
const forbidden = /[\p{Cc}\p{Cf}<>:"/\\|?*]/u;
const reserved = /^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(\.|$)/i;

/**
 * Whether a file can be written under this name on Windows, macOS and Linux alike, and reads as
 * what it is: no path, no device name, no characters that turn the direction of writing.
 */
export function isFileName(name: string): boolean {
  return (
    name !== "" &&
    name.isWellFormed() &&
    Buffer.byteLength(name, "utf8") <= longest &&
    !forbidden.test(name) &&
    !reserved.test(name) &&
    !/^ |[ .]$/.test(name)
  );
}

/** Names with the same key are one file to Windows or macOS. */
export const fileNameKey = (name: string): string => name.normalize("NFC").toLowerCase();
