import type { DeskMessage } from "@tsunagi/contract/desk";
import type { ResultsDraft, ResultsRoute } from "@tsunagi/standard";
import type { ReactNode } from "react";
import { Page } from "../../parts/frame/Page.tsx";
import { Failure } from "../../parts/look/Failure.tsx";
import { Loading } from "../../parts/look/Loading.tsx";
import { addressOf } from "../../parts/state/hash-route.ts";
import { monthOfService } from "../../parts/words/japanese-date.ts";
import { theApp } from "../api.ts";
import type { DraftKeeper } from "../drafts/draft-keeper.ts";
import { CheckPage } from "./CheckPage.tsx";
import { EntryPage } from "./EntryPage.tsx";
import type { PlansOfMonth } from "./plans-of-month.ts";
import { useEntry, useKeeper } from "./use-entry.ts";

export interface RoutePageProps {
  readonly route: ResultsRoute;
  readonly plans: PlansOfMonth;
  readonly part: "entry" | "check";
  readonly sent: readonly DeskMessage[];
  /** The address of this route, and of its parts. */
  readonly address: (...parts: readonly string[]) => string;
}

/** The results for one care manager: entered, then checked and sent. */
export function RoutePage(props: RoutePageProps): ReactNode {
  const { route, plans } = props;
  const { resource, reload } = useKeeper(route);
  const name = plans.names.get(route.manager.office) ?? route.manager.office;
  if (resource.state === "ready") {
    return <Opened {...props} keeper={resource.value} name={name} />;
  }
  return (
    <Page
      title={`${name} ${monthOfService(route.month)}の実績`}
      back={{ href: addressOf("results", route.month), label: "実績入力に戻る" }}
    >
      {resource.state === "loading" ? <Loading /> : null}
      {resource.state === "failed" ? (
        <Failure
          title="下書きを読み込めませんでした"
          error={resource.error}
          otherSide={theApp}
          onAgain={reload}
        />
      ) : null}
    </Page>
  );
}

type OpenedProps = RoutePageProps & {
  readonly keeper: DraftKeeper<ResultsDraft>;
  readonly name: string;
};

function Opened({ route, plans, part, sent, address, keeper, name }: OpenedProps): ReactNode {
  const entry = useEntry(route, keeper);
  const parts = { route, plans, entry, name, address };
  return part === "check" ? <CheckPage {...parts} sent={sent} /> : <EntryPage {...parts} />;
}
