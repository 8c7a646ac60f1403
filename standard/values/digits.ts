/** The number that the half-width digits of a text from `from` to `to` write; -1 when there is anything else. */
export function digitsIn(text: string, from: number, to: number): number {
  let number = 0;
  for (let at = from; at < to; at++) {
    const digit = text.charCodeAt(at) - zero;
    // Past the end charCodeAt is NaN, which is no digit either.
    if (!(digit >= 0 && digit <= 9)) return -1;
    number = number * 10 + digit;
  }
  return number;
}

/** Whether a text is half-width digits and nothing else, one at least. */
export function isDigits(text: string): boolean {
  return text !== "" && digitsIn(text, 0, text.length) >= 0;
}

const zero = 0x30;
