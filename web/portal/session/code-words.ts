import { mendWidth } from "../../parts/words/mend-input.ts";

/** A code as the centre reads it: half-width, without blanks and hyphens. */
function read(typed: string): string {
  return mendWidth(typed).replace(/[-‐‑‒–—―−ー\s]/g, "");
}

/** What is wrong with a code of a mail or an app, as it was typed. */
export function codeFault(typed: string): string | undefined {
  const code = read(typed);
  if (code === "") return "コードを入力してください。";
  return /^[0-9]{6}$/.test(code) ? undefined : "コードは6桁の数字です。";
}

/** What is wrong with a recovery code, as it was typed. */
export function recoveryCodeFault(typed: string): string | undefined {
  const code = read(typed);
  if (code === "") return "回復コードを入力してください。";
  return /^[A-Za-z0-9]{12}$/.test(code)
    ? undefined
    : "回復コードは、英字と数字を合わせて12文字です。";
}
