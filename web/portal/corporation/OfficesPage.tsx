import "./corporation.css";
import type { CorporationOffice, CorporationOverview } from "@tsunagi/contract/exchange";
import { type ReactNode, useState } from "react";
import { saveFile } from "../../parts/files/save-file.ts";
import { Pick } from "../../parts/form/Pick.tsx";
import { SearchBox } from "../../parts/form/SearchBox.tsx";
import { Segments } from "../../parts/form/Segments.tsx";
import { Page } from "../../parts/frame/Page.tsx";
import { Button } from "../../parts/look/Button.tsx";
import { EmptyState } from "../../parts/look/EmptyState.tsx";
import { Failure } from "../../parts/look/Failure.tsx";
import { Loading } from "../../parts/look/Loading.tsx";
import { useWide } from "../../parts/state/use-wide.ts";
import { centre, theCentre } from "../api.ts";
import { todayInTokyo } from "../licence/today.ts";
import { usePortalResource } from "../portal-context.ts";
import { concernsOf } from "./concerns.ts";
import { Deductions } from "./Deductions.tsx";
import { OfficeCards } from "./OfficeCards.tsx";
import { OfficeTable } from "./OfficeTable.tsx";
import { officesCsv } from "./offices-csv.ts";
import { noWishes, orders, shownOffices, type Wishes } from "./shown-offices.ts";

/** How all the offices of a corporation stand: licences, fees, certificates, and what has to be seen to. */
export function OfficesPage(): ReactNode {
  const { resource, reload } = usePortalResource(loadOffices);
  return (
    <Page
      title="事業所の利用状況"
      lead="法人の事業所の、利用期間、利用料、電子証明書の期限です。変更や申請は、各事業所のIDで行います。"
    >
      {resource.state === "loading" ? <Loading /> : null}
      {resource.state === "failed" ? (
        <Failure
          title="事業所を読み込めませんでした"
          error={resource.error}
          otherSide={theCentre}
          onAgain={reload}
        />
      ) : null}
      {resource.state === "ready" ? <Overview overview={resource.value} /> : null}
    </Page>
  );
}

function loadOffices(signal: AbortSignal): Promise<CorporationOverview> {
  return centre.corporationOffices(undefined, { signal });
}

function Overview({
  overview: { offices, deductions },
}: {
  readonly overview: CorporationOverview;
}): ReactNode {
  if (offices.length === 0) {
    return (
      <EmptyState icon="home" title="事業所はまだありません">
        <p>
          どの事業所が法人のものかは、運営窓口が登録します。表示されるはずの事業所がないときは、運営窓口にご連絡ください。
        </p>
      </EmptyState>
    );
  }
  return (
    <div className="stack-wide">
      <Offices offices={offices} />
      <Deductions deductions={deductions} />
    </div>
  );
}

/** So many stand there at first, and so many more at each press. */
const atOnce = 100;

function Offices({ offices }: { readonly offices: readonly CorporationOffice[] }): ReactNode {
  const [wishes, setWishes] = useState<Wishes>(noWishes);
  const [most, setMost] = useState(atOnce);
  const [now] = useState(() => new Date());
  const isWide = useWide();
  const found = shownOffices(offices, wishes, now);
  const shown = found.slice(0, most);
  const concerned = offices.filter((office) => concernsOf(office, now).length > 0).length;
  return (
    <div className="stack">
      <search className="corporation-wishes">
        <SearchBox
          label="事業所名か事業所番号でさがす"
          value={wishes.words}
          onChange={(words) => {
            setWishes({ ...wishes, words });
          }}
        />
        <Pick
          label="並べ方"
          value={wishes.order}
          options={orders}
          onChange={(order) => {
            setWishes({ ...wishes, order: orders.find(([one]) => one === order)?.[0] ?? "number" });
          }}
        />
        <Segments
          label="どの事業所を表示するか"
          value={wishes.which}
          options={[
            { value: "all", label: `すべて (${offices.length}件)` },
            { value: "concerned", label: `要確認 (${concerned}件)` },
          ]}
          onChange={(which) => {
            setWishes({ ...wishes, which });
          }}
        />
      </search>
      <div className="spread">
        <p role="status">
          {offices.length}件のうち{found.length}件
        </p>
        <Button
          icon="download"
          disabled={found.length === 0}
          onPress={() => {
            saveFile({
              name: `jigyosho-${todayInTokyo()}.csv`,
              bytes: officesCsv(found, now),
              type: "text/csv",
            });
          }}
        >
          表をCSVで保存する
        </Button>
      </div>
      {found.length === 0 ? <p>条件に合う事業所はありません。</p> : null}
      {found.length > 0 && isWide ? <OfficeTable offices={shown} now={now} /> : null}
      {found.length > 0 && !isWide ? <OfficeCards offices={shown} now={now} /> : null}
      {shown.length === found.length ? null : (
        <div>
          <Button
            onPress={() => {
              setMost(most + atOnce);
            }}
          >
            続きを見る (残り{found.length - shown.length}件)
          </Button>
        </div>
      )}
    </div>
  );
}
