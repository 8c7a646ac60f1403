/** What is wrong with a mail address as mended. */
export function emailFault(address: string): string | undefined {
  if (address === "") return "メールアドレスを入力してください。";
  if (address.length > 254 || !/^[^@\s]+@[^@\s.]+(\.[^@\s.]+)+$/.test(address)) {
    return "メールアドレスの形になっていません。例: hanako@example.jp";
  }
  return undefined;
}
