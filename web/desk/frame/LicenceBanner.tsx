import type { LicenceStanding } from "@tsunagi/contract/exchange";
import type { ReactNode } from "react";
import { Notice } from "../../parts/look/Notice.tsx";
import { dateOfDay } from "../../parts/words/japanese-date.ts";

const howToApply =
  "利用状況Webサイトに「KJ」から始まるIDでログインし、利用申請をしてください。申請が終わると、このお知らせは消えます。";

/** What the office cannot do without a licence in force, and what it still can. */
export function LicenceBanner({ licence }: { readonly licence: LicenceStanding }): ReactNode {
  if (licence === null) {
    return (
      <Notice tone="warn" title="利用申請がまだのため、送信と受信ができません。">
        <p>{howToApply}</p>
      </Notice>
    );
  }
  if (licence.state === "receiving") {
    return (
      <Notice
        tone="warn"
        title={`利用期間が${dateOfDay(licence.until)}に終わったため、送信できません。`}
      >
        <p>
          届いているデータは、{dateOfDay(licence.receivesUntil)}まで受け取れます。続けて使うには、
          {howToApply}
        </p>
      </Notice>
    );
  }
  if (licence.state === "ended") {
    return (
      <Notice
        tone="bad"
        title={`利用期間が${dateOfDay(licence.until)}に終わったため、送信も受信もできません。`}
      >
        <p>受け取ったデータは、これまでどおり見られます。続けて使うには、{howToApply}</p>
      </Notice>
    );
  }
  return null;
}
