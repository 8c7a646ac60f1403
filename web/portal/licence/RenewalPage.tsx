import type { LicenceOverview, Renewal, Terms } from "@tsunagi/contract/exchange";
import { type ReactNode, useEffect } from "react";
import { Page } from "../../parts/frame/Page.tsx";
import { Card } from "../../parts/look/Card.tsx";
import { Facts } from "../../parts/look/Facts.tsx";
import { Failure } from "../../parts/look/Failure.tsx";
import { Loading } from "../../parts/look/Loading.tsx";
import { Notice } from "../../parts/look/Notice.tsx";
import { addressOf, goTo } from "../../parts/state/hash-route.ts";
import { dateOfDay } from "../../parts/words/japanese-date.ts";
import { centre, theCentre } from "../api.ts";
import { AgreeAndGo } from "../application/AgreeAndGo.tsx";
import { TermsText } from "../application/TermsText.tsx";
import { usePortalAction, usePortalResource } from "../portal-context.ts";
import { yen } from "./licence-words.ts";
import { loadOverview } from "./load-licence.ts";

/** `terms`: accept the edition of the next year. `renewal`: apply for that year. */
type Way = "terms" | "renewal";

interface ToRead {
  readonly renewal: Renewal;
  readonly terms: Terms;
}

/** The terms of the next year, to be accepted, and with `renewal` the year applied for. */
export function RenewalPage({ way }: { readonly way: Way }): ReactNode {
  const { resource, reload } = usePortalResource(loadTermsOfNext);
  const nothing = resource.state === "ready" && resource.value === null;
  useEffect(() => {
    if (nothing) goTo(addressOf("licence"), "replace");
  }, [nothing]);
  return (
    <Page
      title={way === "terms" ? "新しい利用規約" : "次の1年の申し込み"}
      back={{ href: addressOf("licence"), label: "ライセンスに戻る" }}
      width="narrow"
    >
      {resource.state === "loading" ? <Loading /> : null}
      {resource.state === "failed" ? (
        <Failure
          title="利用規約を読み込めませんでした"
          error={resource.error}
          otherSide={theCentre}
          onAgain={reload}
        />
      ) : null}
      {resource.state === "ready" && resource.value !== null ? (
        <ReadAndAgree way={way} toRead={resource.value} />
      ) : null}
    </Page>
  );
}

/** Null where no year follows, or it is applied for already. */
async function loadTermsOfNext(signal: AbortSignal): Promise<ToRead | null> {
  const { licence, renewal } = await loadOverview(signal);
  if (licence === null || renewal === null || renewal.done) return null;
  const edition = renewal.termsToAccept ?? licence.termsEdition;
  return { renewal, terms: await centre.termsEdition({ params: { edition } }, { signal }) };
}

function ReadAndAgree({ way, toRead }: { readonly way: Way; readonly toRead: ToRead }): ReactNode {
  const { terms, renewal } = toRead;
  const finish = usePortalAction(async () => {
    await finishing[way](terms.edition);
    goTo(addressOf("licence"));
  });
  return (
    <>
      <TermsText terms={terms} />
      <Card title={way === "terms" ? "同意" : "申し込みの確認"}>
        {way === "terms" ? null : <WhatIsAppliedFor renewal={renewal} />}
        <AgreeAndGo
          action={way === "terms" ? "同意する" : "次の1年を申し込む"}
          failed="手続きできませんでした"
          pending={finish.pending}
          error={finish.error}
          onAgreed={finish.run}
        />
      </Card>
    </>
  );
}

const finishing: Readonly<Record<Way, (edition: string) => Promise<LicenceOverview>>> = {
  terms: (edition) => centre.acceptTerms({ body: { edition } }),
  renewal: (termsEdition) => centre.renewLicence({ body: { termsEdition } }),
};

function WhatIsAppliedFor({ renewal }: { readonly renewal: Renewal }): ReactNode {
  return (
    <>
      <Facts
        facts={[
          ["利用期間", `${dateOfDay(renewal.from)}から1年間`],
          ["利用料", `${yen(renewal.feeYen)} (税込)`],
        ]}
      />
      <Notice tone="warn" title="申し込みの後の取消しやキャンセルはできません。" />
    </>
  );
}
