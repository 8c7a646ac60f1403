import type { Listing } from "@tsunagi/contract/exchange";
import type { ReactNode } from "react";
import { Page } from "../../parts/frame/Page.tsx";
import { Card } from "../../parts/look/Card.tsx";
import { Failure } from "../../parts/look/Failure.tsx";
import { Loading } from "../../parts/look/Loading.tsx";
import { centre, theCentre } from "../api.ts";
import { ChoiceForm } from "../ChoiceForm.tsx";
import { usePortalResource } from "../portal-context.ts";

/** 名前の公開: whether the office's name stands among the members on the support site. */
export function ListingPage(): ReactNode {
  const { resource, reload } = usePortalResource<Listing>(loadListing);
  return (
    <Page
      title="名前の公開"
      lead="サポートサイトの「参加事業所」に、この事業所の名前を載せるかを決めます。"
      width="narrow"
    >
      {resource.state === "loading" ? <Loading /> : null}
      {resource.state === "failed" ? (
        <Failure
          title="いまの設定を読み込めませんでした"
          error={resource.error}
          otherSide={theCentre}
          onAgain={reload}
        />
      ) : null}
      {resource.state === "ready" ? <ListingCard before={resource.value} /> : null}
    </Page>
  );
}

function loadListing(signal: AbortSignal): Promise<Listing> {
  return centre.listing(undefined, { signal });
}

function ListingCard({ before }: { readonly before: Listing }): ReactNode {
  return (
    <Card>
      <p>
        名前を載せると、これから始める事業所が、送れる相手として見つけられます。載せなくても、送り合っている相手とはそのまま送り合え、宛先としても探せます。数には、どちらでも入ります。
      </p>
      <ChoiceForm
        label="名前の公開"
        choice="参加事業所の一覧に"
        before={before.named ? "named" : "unnamed"}
        ways={[
          {
            value: "named",
            label: "名前を載せる",
            hint: "事業所名、事業所番号、都道府県、サービス種類が出ます。",
            kept: "名前を載せます。",
          },
          { value: "unnamed", label: "名前を載せない", kept: "名前を載せません。" },
        ]}
        button="この設定にする"
        look="primary"
        keep={async (way) => {
          await centre.chooseListing({ body: { named: way === "named" } });
        }}
      />
    </Card>
  );
}
