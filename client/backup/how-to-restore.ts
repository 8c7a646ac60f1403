import { dateInEra, parseDate, setTimeOf } from "@tsunagi/standard";

interface CopyOf {
  readonly office: { readonly number: string; readonly name: string };
  /** When it was made. */
  readonly at: string;
  /** The folder that it was made of. */
  readonly folder: string;
}

/** What stands in the copy for whoever finds it: what it is, how to take it into use, and what to be careful of. */
export function howToRestore({ office, at, folder }: CopyOf): string {
  const day = dateInEra(parseDate(setTimeOf(new Date(at)).slice(0, 8)));
  return `${[
    "「つなぎ」のバックアップ",
    "",
    `事業所  ${office.name} (事業所番号 ${office.number})`,
    `作成日  ${day}`,
    "",
    "このフォルダーには、事業所の鍵、送受信の記録、受け取ったデータが入っています。",
    "利用者の個人情報を含みます。鍵のかかる場所に保管してください。",
    "",
    "■ 元に戻すとき (パソコンが壊れたとき、買い替えたとき)",
    "1. 新しいパソコンに「つなぎ」を入れます。まだ起動しません。",
    "2. このフォルダーの中身を、新しいパソコンの「つなぎ」のフォルダーに写します。",
    `   元のパソコンでは ${folder} でした。`,
    "   別の場所に置くときは、その場所を指定して起動します: tsunagi --folder その場所 desk",
    "3. 「つなぎ」を起動し、個人ユーザ、事業所ユーザの順にログインします。鍵のパスフレーズを決めていたときは、同じものが要ります。",
    "",
    "■ お気をつけください",
    "・元のパソコンと新しいパソコンの両方で使わないでください。",
    "・パソコンを失くしたときは、先に利用状況Webサイトで電子証明書を失効させてください。ログインすると「初期設定」になります。",
    "・作成日よりあとの送信と受信は、ここにはありません。受け取ったデータが要るときは、送信元に再送を依頼してください。",
    "・作成したときに送信の途中だったデータは、ログインすると送られます。二重に届くことはありません。",
  ].join("\r\n")}\r\n`;
}
