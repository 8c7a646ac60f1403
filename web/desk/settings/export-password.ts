import { exportPasswordForm, shortestExportPassword } from "@tsunagi/contract/desk";

/** What stands against a password of the file with key and certificate. */
export function exportPasswordFault(password: string): string | undefined {
  if (password === "") return "ファイルのパスワードを入力してください。";
  if (!/^[ -~]+$/.test(password)) {
    return "ファイルのパスワードは、半角の英字、数字、記号だけにしてください。";
  }
  const { length } = password;
  if (length < shortestExportPassword) {
    return `ファイルのパスワードは${shortestExportPassword}文字以上にしてください。いまは${length}文字です。`;
  }
  if (!exportPasswordForm.test(password)) {
    return "ファイルのパスワードは128文字以内にしてください。";
  }
  return undefined;
}

/** Whether the second typing is the same as the first. */
export function exportPasswordAgainFault(again: string, password: string): string | undefined {
  if (again === "") return "確認のため、ファイルのパスワードをもう一度入力してください。";
  if (again !== password) return "ファイルのパスワードと確認用が一致していません。";
  return undefined;
}

/** From so many characters on it is out of reach of whoever tries passwords by machine. */
const strongLength = 16;
/** Fewer different characters than this are soon tried. */
const fewest = 8;

/** How strong a password is that will do, and that in plain words. */
export interface Strength {
  readonly degree: "weak" | "fair" | "strong";
  readonly sentence: string;
}

/** Undefined while the password will not do. */
export function strengthOf(password: string): Strength | undefined {
  if (exportPasswordFault(password) !== undefined) return undefined;
  if (/^[0-9]+$/.test(password)) {
    return weak("数字だけでなく、英字や記号も混ぜてください。");
  }
  if (new Set(password).size < fewest) {
    return weak("同じ文字の繰り返しを減らしてください。");
  }
  if (password.length < strongLength) {
    const sentence = `使えるパスワードです。${strongLength}文字以上にすると、さらに安全です。`;
    return { degree: "fair", sentence };
  }
  return { degree: "strong", sentence: "強いパスワードです。" };
}

function weak(advice: string): Strength {
  return { degree: "weak", sentence: `推測されやすいパスワードです。${advice}` };
}
