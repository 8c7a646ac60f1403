import type { InquirySubject } from "@tsunagi/contract/exchange";

/** What inquiries are about, in words. */
export const subjectWords: Readonly<Record<InquirySubject, string>> = {
  start: "はじめかた・準備",
  application: "利用申請・ライセンス",
  certificate: "IDと電子証明書",
  sending: "送信・受信",
  software: "介護ソフトとの取り込み・書き出し",
  other: "そのほか",
};
