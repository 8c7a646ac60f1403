import type { Keeping } from "@tsunagi/contract/exchange";
import { type ReactNode, useState } from "react";
import { Page } from "../../parts/frame/Page.tsx";
import { Card } from "../../parts/look/Card.tsx";
import { Facts } from "../../parts/look/Facts.tsx";
import { Failure } from "../../parts/look/Failure.tsx";
import { Loading } from "../../parts/look/Loading.tsx";
import { Notice } from "../../parts/look/Notice.tsx";
import { centre, theCentre } from "../api.ts";
import { usePortalResource } from "../portal-context.ts";
import { KeepingForm } from "./KeepingForm.tsx";
import { forDays } from "./keeping-words.ts";

/** 保存期間: how long what the office received stays at the centre after its receipt. */
export function KeepingPage(): ReactNode {
  const { resource, reload } = usePortalResource(loadKeeping);
  return (
    <Page
      title="保存期間"
      lead="受け取ったデータを、受領のあとセンターに残しておく日数です。"
      width="narrow"
    >
      {resource.state === "loading" ? <Loading /> : null}
      {resource.state === "failed" ? (
        <Failure
          title="保存期間を読み込めませんでした"
          error={resource.error}
          otherSide={theCentre}
          onAgain={reload}
        />
      ) : null}
      {resource.state === "ready" ? <KeepingCard before={resource.value} /> : null}
    </Page>
  );
}

function loadKeeping(signal: AbortSignal): Promise<Keeping> {
  return centre.keeping(undefined, { signal });
}

function KeepingCard({ before }: { readonly before: Keeping }): ReactNode {
  const [keeping, setKeeping] = useState(before);
  const changed = keeping !== before;
  return (
    <Card>
      <p>
        残っているあいだは、端末が壊れたときなどに、もう一度受け取れます。データは封をしたまま残り、センターが中を読むことはできません。足どりと受領書は、この日数にかかわらず残ります。
      </p>
      <Facts
        facts={[
          ["いまの保存期間", forDays(keeping.days)],
          ["決め方", keeping.chosen === null ? "センターの標準" : "この事業所で決めた日数"],
        ]}
      />
      {changed ? <Notice tone="good" title="保存期間を変えました" live="status" /> : null}
      <KeepingForm keeping={keeping} onChosen={setKeeping} />
    </Card>
  );
}
