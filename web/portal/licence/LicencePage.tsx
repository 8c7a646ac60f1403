import type { Licence, LicenceOverview } from "@tsunagi/contract/exchange";
import type { ReactNode } from "react";
import { Page } from "../../parts/frame/Page.tsx";
import { Badge } from "../../parts/look/Badge.tsx";
import { Card } from "../../parts/look/Card.tsx";
import { EmptyState } from "../../parts/look/EmptyState.tsx";
import { Facts } from "../../parts/look/Facts.tsx";
import { Failure } from "../../parts/look/Failure.tsx";
import { LinkButton } from "../../parts/look/LinkButton.tsx";
import { Loading } from "../../parts/look/Loading.tsx";
import { Moment } from "../../parts/look/Moment.tsx";
import { Notice } from "../../parts/look/Notice.tsx";
import { addressOf } from "../../parts/state/hash-route.ts";
import { dateOfDay } from "../../parts/words/japanese-date.ts";
import { theCentre } from "../api.ts";
import { usePortalResource } from "../portal-context.ts";
import { deduction, period, yen } from "./licence-words.ts";
import { loadOverview } from "./load-licence.ts";
import { RenewalCard } from "./RenewalCard.tsx";
import { YearsCard } from "./YearsCard.tsx";

/** ライセンス: whether the office may use the system, until when, and what it costs. */
export function LicencePage(): ReactNode {
  const { resource, put, reload } = usePortalResource(loadOverview);
  return (
    <Page title="ライセンス" lead="この事業所番号での利用の状態です。">
      {resource.state === "loading" ? <Loading /> : null}
      {resource.state === "failed" ? (
        <Failure
          title="ライセンスを読み込めませんでした"
          error={resource.error}
          otherSide={theCentre}
          onAgain={reload}
        />
      ) : null}
      {resource.state === "ready" ? <Overview overview={resource.value} onChanged={put} /> : null}
    </Page>
  );
}

function Overview({
  overview: { licence, renewal, history },
  onChanged,
}: {
  readonly overview: LicenceOverview;
  readonly onChanged: (overview: LicenceOverview) => void;
}): ReactNode {
  if (licence === null) return <BeforeApplication />;
  return (
    <div className="stack">
      <LicenceCard licence={licence} />
      {renewal === null ? null : (
        <RenewalCard licence={licence} renewal={renewal} onChanged={onChanged} />
      )}
      <YearsCard years={history} />
    </div>
  );
}

function BeforeApplication(): ReactNode {
  return (
    <EmptyState icon="document" title="利用申請はまだです">
      <p>
        利用申請をすると、データを送れるようになり、ここに利用期間と料金が表示されます。申請は3つの手順で、5分ほどで終わります。
      </p>
      <LinkButton href={addressOf("application")} look="primary">
        利用申請へ
      </LinkButton>
    </EmptyState>
  );
}

/** What goes on for a while, what does not, and the way back. */
function AfterTheEnd({ licence }: { readonly licence: Licence }): ReactNode {
  const receiving = licence.state === "receiving";
  return (
    <>
      <Notice
        tone={receiving ? "warn" : "bad"}
        title={receiving ? "送信はできません。" : "送信も受信もできません。"}
      >
        <p>
          {receiving
            ? `届いているデータは、${dateOfDay(licence.receivesUntil)}まで受け取れます。`
            : "端末に受け取ったデータは、これまでどおり見られます。"}
          続けて使うには、もう一度利用申請をしてください。申請した日から使えます。
        </p>
      </Notice>
      <div>
        <LinkButton href={addressOf("application")} look="primary">
          利用申請へ
        </LinkButton>
      </div>
    </>
  );
}

function LicenceCard({ licence }: { readonly licence: Licence }): ReactNode {
  return (
    <Card>
      <div className="spread">
        <h2>{licence.state === "active" ? "利用できます" : "利用期間が終わっています"}</h2>
        {licence.state === "active" ? (
          <Badge tone="good" icon="check">
            有効
          </Badge>
        ) : (
          <Badge tone="bad" icon="alert">
            終了
          </Badge>
        )}
      </div>
      {licence.state === "active" ? null : <AfterTheEnd licence={licence} />}
      <Facts
        facts={[
          [
            "申請番号",
            <span key="number" className="code">
              {licence.applicationNumber}
            </span>,
          ],
          ["申請した日時", <Moment key="at" at={licence.appliedAt} />],
          ["利用期間", period(licence)],
          ["利用料", `${yen(licence.feeYen)} (税込・1年分)`],
          ["お支払い", deduction(licence)],
          ["同意した利用規約", `${licence.termsEdition} 版`],
        ]}
      />
    </Card>
  );
}
