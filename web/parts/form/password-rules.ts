/** The rules of a new password that can be seen here; the centre has the last word. */
export function newPasswordFault(password: string): string | undefined {
  if (password === "") return "新しいパスワードを入力してください。";
  const length = Array.from(password).length;
  if (length < 8) return `新しいパスワードは8文字以上にしてください。いまは${length}文字です。`;
  if (length > 128) return "新しいパスワードは128文字以内にしてください。";
  if (!/[A-Za-z]/.test(password)) return "新しいパスワードに英字を入れてください。";
  if (!/[0-9]/.test(password)) return "新しいパスワードに数字を入れてください。";
  return undefined;
}

/** Whether the second typing is the same as the first. */
export function newPasswordAgainFault(again: string, password: string): string | undefined {
  if (again === "") return "確認のため、新しいパスワードをもう一度入力してください。";
  if (again !== password) return "新しいパスワードと確認用が一致していません。";
  return undefined;
}
