/**
 * Whether it is a number of a corporation (法人番号): twelve digits and, in front of them, their check digit
 * (法人番号の指定等に関する省令 第2条): 9 less the remainder by 9 of the digits' sum, of which every second from the
 * right counts twice.
 */
export function isCorporationNumber(text: string): boolean {
  if (!/^[1-9][0-9]{12}$/.test(text)) return false;
  const [check = 0, ...digits] = Array.from(text, Number);
  const sum = digits.reduceRight((before, digit, at) => before + digit * (at % 2 === 0 ? 2 : 1), 0);
  return check === 9 - (sum % 9);
}

/** As people and spreadsheets write it: full-width digits, hyphens and blanks among them. */
export function plainCorporationNumber(written: string): string {
  return written.normalize("NFKC").replace(/[\s-]/g, "");
}

/** The number in what somebody typed as the ID of a corporation's account; undefined where it is none. */
export function numberOfId(typed: string): string | undefined {
  return /^HJ([0-9]{13})$/.exec(plainCorporationNumber(typed).toUpperCase())?.[1];
}

/** The ID of the corporation's account (法人ユーザID): `HJ` and its number, 15 characters. */
export function corporationId(number: string): string {
  return `HJ${number}`;
}
