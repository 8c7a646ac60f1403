import type { AddressedLetter } from "../issue-office.ts";
import { day, type LetterHead, type LetterSheet } from "./draw-letters.ts";

/** The letter to an office with its new ID and passwords (利用者ID・パスワード通知書). */
export function officeSheet(letter: AddressedLetter, { portalUrl }: LetterHead): LetterSheet {
  const { office, officeId, provisionalPassword, provisionalUntil, issuePassword } = letter;
  const portal = portalUrl ?? "利用状況サイト";
  const until = day(new Date(provisionalUntil));
  return {
    addressee: office,
    number: ["介護保険事業所番号", office.number],
    secrets: [
      ["事業所ユーザID", officeId],
      ["仮パスワード", provisionalPassword],
      ["証明書発行用パスワード", issuePassword],
    ],
    steps: [
      `${portal} を開き、事業所ユーザIDと仮パスワードでログインします。`,
      `はじめに、これから使うパスワードを決めます (${until}まで。過ぎたときは発行し直します)。`,
      "画面の案内にそって利用申請をし、アプリにログインする職員 (個人ユーザ) を追加します。",
      "アプリを入れ、証明書発行用パスワードで電子証明書を受け取ると、送受信を始められます。",
    ],
  };
}
