import type { CorporationOffice } from "@tsunagi/contract/exchange";
import { licenceRenewalDays } from "@tsunagi/contract/exchange";
import { dateOfDay, dateOfInstant, daysUntil } from "../../parts/words/japanese-date.ts";
import { stateOf } from "../certificates/certificate-words.ts";

/** Something that an office has to see to. `bad`: it cannot work until then. */
export interface Concern {
  readonly tone: "bad" | "warn";
  readonly text: string;
}

/** What has to be seen to at an office, the gravest first. */
export function concernsOf(office: CorporationOffice, now: Date): readonly Concern[] {
  const all = [...ofLicence(office, now), ...ofCertificate(office, now)];
  return all.toSorted((a, b) => gravity[a.tone] - gravity[b.tone]);
}

const gravity = { bad: 0, warn: 1 } as const;

function ofLicence(
  { account, licence, next, termsWait }: CorporationOffice,
  now: Date,
): readonly Concern[] {
  if (account === "none") return [warn("事業所ユーザIDがまだ発行されていません")];
  if (licence === null) return [warn("利用申請がまだです")];
  if (licence.state === "receiving") {
    return [
      bad(`利用期間が終わり、送信できません (受け取りは${dateOfDay(licence.receivesUntil)}まで)`),
    ];
  }
  if (licence.state === "ended") return [bad("利用期間が終わり、送信も受信もできません")];
  if (termsWait) {
    const until = dateOfDay(licence.until);
    return [warn(`新しい利用規約への同意が必要です (${until}までに同意がないと更新されません)`)];
  }
  const daysLeft = daysUntil(`${licence.until}T15:00:00.000Z`, now);
  if (!licence.automaticRenewal && next === null && daysLeft <= licenceRenewalDays) {
    return [warn(`次の1年の申し込みが必要です (${dateOfDay(licence.until)}まで)`)];
  }
  return [];
}

/** An office that has not applied needs no certificate yet. */
function ofCertificate(
  { licence, certificateUntil }: CorporationOffice,
  now: Date,
): readonly Concern[] {
  if (licence === null) return [];
  if (certificateUntil === null) return [warn("電子証明書がまだありません")];
  const state = stateOf({ revokedAt: null, notAfter: certificateUntil }, now);
  if (state === "expired") return [bad("電子証明書の期限が切れています")];
  if (state !== "ends-soon") return [];
  const days = daysUntil(certificateUntil, now);
  return [warn(`電子証明書の期限まであと${days}日です (${dateOfInstant(certificateUntil)})`)];
}

const bad = (text: string): Concern => ({ tone: "bad", text });
const warn = (text: string): Concern => ({ tone: "warn", text });
