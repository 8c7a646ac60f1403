import type { Licence } from "@tsunagi/contract/exchange";
import type { ReactNode } from "react";
import { Page } from "../../parts/frame/Page.tsx";
import { Card } from "../../parts/look/Card.tsx";
import { Facts } from "../../parts/look/Facts.tsx";
import { LinkButton } from "../../parts/look/LinkButton.tsx";
import { Notice } from "../../parts/look/Notice.tsx";
import { addressOf } from "../../parts/state/hash-route.ts";
import { deduction, period, yen } from "../licence/licence-words.ts";
import { ApplicationSteps } from "./ApplicationSteps.tsx";

/** Step 3, 利用申請完了. */
export function DonePage({ licence }: { readonly licence: Licence }): ReactNode {
  return (
    <Page title="利用申請 (3/3 利用申請完了)" width="narrow">
      <ApplicationSteps current={2} />
      <Notice tone="good" title="利用申請が正常に完了しております。" live="status" />
      <Card title="申請の内容">
        <Facts
          facts={[
            [
              "申請番号",
              <span key="number" className="code">
                {licence.applicationNumber}
              </span>,
            ],
            ["利用期間", period(licence)],
            ["利用料", `${yen(licence.feeYen)} (税込・1年分)`],
            ["お支払い", deduction(licence)],
          ]}
        />
      </Card>
      <Card title="次にすること">
        <p>送受信をする職員の個人ユーザを作り、つなぎのアプリで初期設定をしてください。</p>
        <div className="row">
          <LinkButton href={addressOf("persons")} look="primary">
            個人ユーザへ
          </LinkButton>
          <LinkButton href={addressOf("licence")}>ライセンスを見る</LinkButton>
        </div>
      </Card>
    </Page>
  );
}
