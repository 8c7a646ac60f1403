/** What is wrong with a 事業所ユーザID as mended; `HD…` is said by name, as offices with an agent often try it. */
export function officeIdFault(id: string): string | undefined {
  if (id === "") return "事業所ユーザIDを入力してください。";
  if (id.startsWith("HD")) {
    return "HDから始まるIDは代理請求用のため使えません。KJから始まる14文字のIDをお使いください。";
  }
  if (!id.startsWith("KJ")) return "事業所ユーザIDは、KJから始まるIDです。通知書をご確認ください。";
  if (id.length !== 14) {
    return `事業所ユーザIDは、KJから始まる14文字です。いまは${id.length}文字です。`;
  }
  if (!/^KJ[0-9]{2}[0-9A-Z]{10}$/.test(id)) {
    return "事業所ユーザIDに使えない文字があります。KJのあとは半角の数字と英大文字です。";
  }
  return undefined;
}

/** What is wrong with an ID for the portal as mended: of an office, or of a corporation (法人ユーザID, `HJ…`). */
export function portalIdFault(id: string): string | undefined {
  if (!id.startsWith("HJ")) return officeIdFault(id);
  if (/^HJ[0-9]{13}$/.test(id)) return undefined;
  return `法人ユーザIDは、HJと13桁の法人番号です。いまは${id.length}文字です。`;
}

/** What is wrong with a 個人ユーザID as mended. */
export function personIdFault(id: string): string | undefined {
  if (id === "") return "個人ユーザIDを入力してください。";
  if (id.startsWith("kj") || id.startsWith("hd")) {
    return "これは事業所ユーザIDのようです。ここにはcから始まる個人ユーザIDを入力してください。";
  }
  if (!/^c[0-9]{9}$/.test(id)) {
    return "個人ユーザIDは、cと9桁の数字です。管理者から受け取った書面をご確認ください。";
  }
  return undefined;
}
