/** What the page finds out by itself about the terminal it is opened on. */
export interface Checked {
  readonly standing: "good" | "warn" | "bad";
  /** What was found, and what to do where something is not right. */
  readonly says: string;
}

/** @param userAgent as the browser calls itself */
export function checkBrowser(userAgent: string): Checked {
  const known = /Edg\//.test(userAgent)
    ? "Microsoft Edge"
    : /OPR\/|SamsungBrowser|YaBrowser/.test(userAgent)
      ? undefined
      : /Chrome\//.test(userAgent)
        ? "Google Chrome"
        : undefined;
  if (known !== undefined) return { standing: "good", says: `${known} をお使いです。` };
  return {
    standing: "warn",
    says: "Microsoft Edge か Google Chrome で開くことをおすすめします。ほかのブラウザでは、表示が崩れることがあります。",
  };
}

/** @param userAgent as the browser calls itself */
export function checkTerminal(userAgent: string): Checked {
  if (/iPhone|iPad|Android/.test(userAgent)) {
    return {
      standing: "warn",
      says: "スマートフォンやタブレットでご覧のようです。アプリを入れるパソコンで、もう一度この画面を開いてください。",
    };
  }
  const [, old] = /Windows NT (6\.\d|5\.\d)/.exec(userAgent) ?? [];
  if (old !== undefined) {
    return {
      standing: "bad",
      says: "古いWindowsをお使いです。Windows 10 か 11 のパソコンをご用意ください。",
    };
  }
  if (userAgent.includes("Windows NT")) {
    return {
      standing: "good",
      says: "Windowsのパソコンです。Windows Update で最新の状態にしておくと安心です。",
    };
  }
  return {
    standing: "warn",
    says: "Windows ではないようです。アプリの動作を確かめているのは Windows 10 と 11 です。",
  };
}

/** What a person may be off without any harm. */
const smallSeconds = 60;
/** Beyond this, logins and certificates may be refused. */
const largeSeconds = 300;

/**
 * @param mine the time of this terminal
 * @param theirs the time of the centre at that moment
 */
export function checkClock(mine: Date, theirs: Date): Checked {
  const off = Math.round((mine.getTime() - theirs.getTime()) / 1000);
  const far = Math.abs(off);
  if (far <= smallSeconds) return { standing: "good", says: "時計は合っています。" };
  const amount = far < 3600 ? `${Math.round(far / 60)}分` : `${Math.round(far / 3600)}時間ほど`;
  const says = `時計が${amount}${off > 0 ? "進んで" : "遅れて"}います。Windowsの「日付と時刻」で「今すぐ同期」を押してください。`;
  return { standing: far <= largeSeconds ? "warn" : "bad", says };
}

/** @param calendar as `Intl` names the calendar in use */
export function checkCalendar(calendar: string): Checked {
  if (calendar === "gregory") return { standing: "good", says: "西暦になっています。" };
  return {
    standing: "warn",
    says: "カレンダーが西暦になっていません。Windowsの「地域」の設定で、カレンダーの種類を「西暦(日本語)」にしてください。",
  };
}

/** @param enabled whether the browser shows PDF by itself, `navigator.pdfViewerEnabled` */
export function checkPdf(enabled: boolean | undefined): Checked {
  if (enabled === true) return { standing: "good", says: "PDFをブラウザで開けます。" };
  return {
    standing: "warn",
    says: "PDFをブラウザで開けないようです。Adobe Acrobat Reader などを入れておくと、帳票や手引きを見られます。",
  };
}

export const noAnswer: Checked = {
  standing: "bad",
  says: "センターから返事がありません。インターネットにつながっているか、事業所のネットワークで止められていないかをご確認ください。",
};

export const answers: Checked = { standing: "good", says: "センターとつながっています。" };
