import type { LicenceStanding } from "@tsunagi/contract/exchange";
import { dateOfDay } from "../../parts/words/japanese-date.ts";

/** How the office's licence stands; undefined before the centre was asked the first time. */
export function standingInWords(licence: LicenceStanding | undefined): string {
  if (licence === undefined) return "まだ分かりません。センターにつながると表示します。";
  if (licence === null) return "利用申請がまだです";
  const until = dateOfDay(licence.until);
  switch (licence.state) {
    case "active":
      return `${until}まで`;
    case "receiving":
      return `${until}に終わりました。受信だけが${dateOfDay(licence.receivesUntil)}までできます。`;
    case "ended":
      return `${until}に終わりました`;
    default:
      return licence.state satisfies never;
  }
}
