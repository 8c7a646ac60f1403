import { day, type LetterHead, type LetterSheet } from "../accounts/letter/draw-letters.ts";
import type { CorporationLetter } from "./issue-corporation.ts";

/** The letter to a corporation with its ID and provisional password. */
export function corporationSheet(
  { corporation, corporationId, provisionalPassword, provisionalUntil }: CorporationLetter,
  { portalUrl }: LetterHead,
): LetterSheet {
  const portal = portalUrl ?? "利用状況サイト";
  const until = day(new Date(provisionalUntil));
  return {
    addressee: corporation,
    number: ["法人番号", corporation.number],
    secrets: [
      ["法人ユーザID", corporationId],
      ["仮パスワード", provisionalPassword],
    ],
    steps: [
      `${portal} を開き、法人ユーザIDと仮パスワードでログインします。`,
      `はじめに、これから使うパスワードを決めます (${until}まで。過ぎたときは発行し直します)。`,
      "法人の事業所の、利用期間、利用料、電子証明書の期限を一覧で見られます。",
      "利用申請や送受信は、このIDではできません。各事業所のIDをお使いください。",
    ],
  };
}
