import { certainly, type Guess, likely } from "./guess.ts";

/** What was meant by a whole number with signs of thousands, a money sign, a unit behind it, or as ▲24. */
export function guessInteger(typed: string, length: number): Guess | undefined {
  const [, unsigned = "", unit] = /^(.*?)(円|単位|回|日)?$/.exec(typed) ?? [];
  const digits = withoutThousands(
    unsigned
      .replace(/^[▲△]/, "-")
      .replace(/^\+/, "")
      .replace(/^[¥￥\\]/, ""),
  );
  if (!/^-?\d+$/.test(digits)) return undefined;
  const value = digits.length > length ? digits.replace(/^(-?)0+(?=\d)/, "$1") : digits;
  if (value.length > length) return undefined;
  return unit === undefined
    ? certainly(value, "半角の数字だけで")
    : likely(value, `「${unit}」を取って`);
}

/** What was meant by an amount with other than two decimals. */
export function guessDecimal(typed: string, length: number): Guess | undefined {
  const match = /^(\d*)(?:\.(\d*))?$/.exec(withoutThousands(typed.replace(/^[¥￥\\]/, "")));
  const [, whole = "", fraction = ""] = match ?? [];
  if (whole + fraction === "" || /[1-9]/.test(fraction.slice(2))) return undefined;
  const value = `${whole === "" ? "0" : whole}.${fraction.slice(0, 2).padEnd(2, "0")}`;
  return value.length > length ? undefined : certainly(value, "小数点以下2桁で");
}

function withoutThousands(text: string): string {
  return /^-?\d{1,3}(?:,\d{3})+(?:\.\d*)?$/.test(text) ? text.replaceAll(",", "") : text;
}
