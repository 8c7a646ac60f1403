import type { Licence, LicenceOverview, Renewal } from "@tsunagi/contract/exchange";
import type { ReactNode } from "react";
import { Card } from "../../parts/look/Card.tsx";
import { LinkButton } from "../../parts/look/LinkButton.tsx";
import { Notice } from "../../parts/look/Notice.tsx";
import { addressOf } from "../../parts/state/hash-route.ts";
import { dateOfDay } from "../../parts/words/japanese-date.ts";
import { centre } from "../api.ts";
import { ChoiceForm } from "../ChoiceForm.tsx";
import { renewalStanding, yen } from "./licence-words.ts";
import { todayInTokyo } from "./today.ts";

interface RenewalCardProps {
  readonly licence: Licence;
  readonly renewal: Renewal;
  readonly onChanged: (overview: LicenceOverview) => void;
}

/** 更新: by itself or by hand, when, and what the next year costs. */
export function RenewalCard({ licence, renewal, onChanged }: RenewalCardProps): ReactNode {
  return (
    <Card title="更新">
      {renewal.done ? (
        <Notice tone="good" title={`${dateOfDay(renewal.from)}からの1年を申し込み済みです。`} />
      ) : (
        <p>
          次の1年は{dateOfDay(renewal.from)}からで、利用料は{yen(renewal.feeYen)} (税込) です。
        </p>
      )}
      {renewal.termsToAccept !== null && licence.automaticRenewal ? (
        <TermsWait until={licence.until} />
      ) : null}
      <RenewalChoice before={licence.automaticRenewal} onChanged={onChanged} />
      {licence.automaticRenewal ? null : <ByHand renewal={renewal} />}
    </Card>
  );
}

function TermsWait({ until }: { readonly until: string }): ReactNode {
  return (
    <>
      <Notice tone="warn" title="利用規約が新しくなります。更新の前に、同意が必要です。">
        <p>{dateOfDay(until)}までに同意がないと、自動で更新されず、送信ができなくなります。</p>
      </Notice>
      <div>
        <LinkButton href={addressOf("licence", "terms")} look="primary">
          新しい利用規約を読む
        </LinkButton>
      </div>
    </>
  );
}

function RenewalChoice({
  before,
  onChanged,
}: {
  readonly before: boolean;
  readonly onChanged: (overview: LicenceOverview) => void;
}): ReactNode {
  return (
    <ChoiceForm
      label="更新の方法"
      choice="利用期間が終わるとき"
      before={before ? "automatic" : "by-hand"}
      ways={[
        {
          value: "automatic",
          label: "自動で1年更新する",
          hint: "更新した利用料は、介護給付費から差し引かれます。更新の取消しはできません。",
          kept: "自動で更新します。",
        },
        {
          value: "by-hand",
          label: "自動では更新しない",
          hint: "終わる60日前から、この画面で申し込めます。申し込まないと、送信ができなくなります。",
          kept: "自動では更新しません。",
        },
      ]}
      button="この方法にする"
      keep={async (way) => {
        onChanged(await centre.chooseRenewal({ body: { automatic: way === "automatic" } }));
      }}
    />
  );
}

function ByHand({ renewal }: { readonly renewal: Renewal }): ReactNode {
  const standing = renewalStanding(renewal, todayInTokyo());
  if (standing === "done") return null;
  if (standing === "early")
    return <p>更新の申し込みは、{dateOfDay(renewal.opensOn)}からできます。</p>;
  return (
    <div>
      <LinkButton href={addressOf("licence", "renewal")} look="primary">
        次の1年を申し込む
      </LinkButton>
    </div>
  );
}
