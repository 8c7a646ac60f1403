import type { AcceptedReceipt, OpenedReceipt } from "../receipts/receipt.ts";

/** What the report says of each subject. */
export const sentences = {
  accepted: {
    failed: "センターの受付証を確認できません。",
    absent: "センターの受付証がありません。",
  },
  opened: {
    failed: "受信事業所の開封証を確認できません。",
    absent: "受信事業所の開封証がありません。まだ開封されていない可能性があります。",
  },
  signed: {
    failed: "送信事業所の電子署名を確認できません。",
    absent: "送信事業所の電子署名がついたデータがありません。",
  },
  "sealed-is-the-accepted": {
    ok: "封書は、センターが受け付けたものと同じです。",
    failed: "封書が、センターが受け付けたものと違います。",
    absent: "封書と受付証がそろっていないため、封書と受付証の照合はしていません。",
  },
  "opened-is-the-accepted": {
    ok: "開封されたものは、センターが受け付けたものと同じです。",
    failed: "開封されたものが、センターが受け付けたものと違います。",
    absent: "受付証と開封証がそろっていないため、受付証と開封証の照合はしていません。",
  },
  "signed-is-the-opened": {
    ok: "受信事業所が開封した内容は、送信事業所が署名した内容と同じです。",
    failed: "受信事業所が開封した内容が、送信事業所が署名した内容と違います。",
    absent: "署名データと開封証がそろっていないため、内容の照合はしていません。",
  },
} as const;

export const describeAccepted = ({ at, from, to }: AcceptedReceipt): string =>
  `${inTokyo(new Date(at))}、事業所${from}から事業所${to}への封書を、センターが受け付けました。`;

export const describeOpened = ({ at, to }: OpenedReceipt): string =>
  `${inTokyo(new Date(at))}、受信した事業所${to}が封書を開き、内容に誤りがないことを確認しました。`;

export const describeSigned = (officeNumber: string, signedAt: Date): string =>
  `${inTokyo(signedAt)}、事業所${officeNumber}が内容に署名しました。`;

const tokyo = new Intl.DateTimeFormat("ja-JP-u-ca-japanese", {
  timeZone: "Asia/Tokyo",
  era: "long",
  year: "numeric",
  month: "long",
  day: "numeric",
  hour: "numeric",
  minute: "2-digit",
  second: "2-digit",
  hourCycle: "h23",
});

/** 令和8年11月20日 12:00:00 */
function inTokyo(at: Date): string {
  return tokyo.format(at);
}
