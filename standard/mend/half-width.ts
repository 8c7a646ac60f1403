/**
 * A value as it would be typed half-width and bare: full-width digits, letters and signs as ASCII, every kind of dash
 * as `-`, without space around it and without what spreadsheets put there to keep it a text (`'0123`, `="0123"`).
 */
export function typedPlainly(value: string): string {
  const narrow = value
    .replaceAll(/[！-～]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replaceAll(/[−‐‑‒–—―ーｰ]/g, "-")
    .replaceAll(/[\p{Default_Ignorable_Code_Point}]/gu, "")
    .trim();
  return (/^="(.*)"$/.exec(narrow)?.[1] ?? narrow.replace(/^'/, "")).trim();
}
