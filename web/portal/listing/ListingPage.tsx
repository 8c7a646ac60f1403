import type { Listing } from "@tsunagi/contract/exchange";
import { type ReactNode, useState } from "react";
import { Choice } from "../../parts/form/Choice.tsx";
import { Form } from "../../parts/form/Form.tsx";
import { Page } from "../../parts/frame/Page.tsx";
import { Button } from "../../parts/look/Button.tsx";
import { Card } from "../../parts/look/Card.tsx";
import { Failure } from "../../parts/look/Failure.tsx";
import { Loading } from "../../parts/look/Loading.tsx";
import { Notice } from "../../parts/look/Notice.tsx";
import { centre, theCentre } from "../api.ts";
import { usePortalAction, usePortalResource } from "../portal-context.ts";

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

type Way = "named" | "unnamed";

function ListingCard({ before }: { readonly before: Listing }): ReactNode {
  const [way, setWay] = useState<Way>(before.named ? "named" : "unnamed");
  const [kept, setKept] = useState<Way>();
  const choose = usePortalAction(async (chosen: Way) => {
    setKept(undefined);
    await centre.chooseListing({ body: { named: chosen === "named" } });
    setKept(chosen);
  });
  return (
    <Card>
      <p>
        名前を載せると、これから始める事業所が、送れる相手として見つけられます。載せなくても、送り合っている相手とはそのまま送り合え、宛先としても探せます。数には、どちらでも入ります。
      </p>
      <Form
        label="名前の公開"
        onSubmit={() => {
          choose.run(way);
        }}
      >
        <Failure title="変えられませんでした" error={choose.error} otherSide={theCentre} />
        {kept === undefined ? null : (
          <Notice
            tone="good"
            title={kept === "named" ? "名前を載せます。" : "名前を載せません。"}
            live="status"
          />
        )}
        <Choice
          label="参加事業所の一覧に"
          value={way}
          onChange={setWay}
          options={[
            {
              value: "named",
              label: "名前を載せる",
              hint: "事業所名、事業所番号、都道府県、サービス種類が出ます。",
            },
            { value: "unnamed", label: "名前を載せない" },
          ]}
        />
        <div className="form-actions">
          <Button look="primary" type="submit" pending={choose.pending}>
            この設定にする
          </Button>
        </div>
      </Form>
    </Card>
  );
}
