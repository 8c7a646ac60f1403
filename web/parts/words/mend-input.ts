/**
 * What people type with a Japanese input method, mended to what the form needs. Nothing is guessed: only width,
 * case, blanks and the hyphens of a telephone number change. Each is applied when a field is left, and shown.
 */

/** Full-width letters, digits and signs become half-width; blanks at both ends go. */
export function mendWidth(typed: string): string {
  return typed.normalize("NFKC").trim();
}

/** 電話番号: half-width, without hyphens of any kind, blanks and brackets. */
export function mendTelephone(typed: string): string {
  return mendWidth(typed).replace(/[-‐‑‒–—―−ー－ｰ\s()]/g, "");
}

/** 事業所ユーザID: half-width capitals without blanks and hyphens, so that `ｋｊ13-…` is `KJ13…`. */
export function mendOfficeId(typed: string): string {
  return mendWidth(typed)
    .replace(/[-‐‑‒–—―−ー\s]/g, "")
    .toUpperCase();
}

/** 個人ユーザID: half-width and small, so that `Ｃ１２３…` is `c123…`. */
export function mendPersonId(typed: string): string {
  return mendWidth(typed)
    .replace(/[-‐‑‒–—―−ー\s]/g, "")
    .toLowerCase();
}

/** 姓, 名: blanks at both ends go; the width of letters is the person's own. */
export function mendName(typed: string): string {
  return typed.trim();
}
