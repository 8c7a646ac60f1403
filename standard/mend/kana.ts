import type { FieldRow } from "../layout/field.ts";
import type { Mend } from "./mend.ts";

/**
 * How half-width kana 半角カナ in a text becomes full-width; undefined when there is none. Certain in fields of
 * readings フリガナ, where only the width changes; elsewhere a proposal, for it may have been meant so.
 */
export function mendKana([, key, , , , format]: FieldRow, value: string): Mend | undefined {
  if (format !== "text" || !halfWidth.test(value)) return undefined;
  const wide = fullWidthKana(value);
  return { certain: key === "nameKana", says: "半角のカナを全角にする", value: wide };
}

/** A text with its half-width kana as full-width kana, voicing marks joined: ｶﾞ becomes ガ. */
export function fullWidthKana(text: string): string {
  return text.replaceAll(/[\uff61-\uff9f]+/g, (kana) =>
    kana.normalize("NFKC").replaceAll("\u3099", "゛").replaceAll("\u309a", "゜"),
  );
}

const halfWidth = /[\uff61-\uff9f]/;
