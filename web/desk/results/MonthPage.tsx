import "../messages/message-list.css";
import "./results.css";
import type { DeskMessage } from "@tsunagi/contract/desk";
import { type ResultsRoute, routeKeyOf, serviceTypeName } from "@tsunagi/standard";
import { type ReactNode, useCallback, useEffect, useId } from "react";
import { Page } from "../../parts/frame/Page.tsx";
import { Badge } from "../../parts/look/Badge.tsx";
import { EmptyState } from "../../parts/look/EmptyState.tsx";
import { Failure } from "../../parts/look/Failure.tsx";
import { Loading } from "../../parts/look/Loading.tsx";
import { OfficeLabel } from "../../parts/look/OfficeLabel.tsx";
import { addressOf, goTo } from "../../parts/state/hash-route.ts";
import { useResource } from "../../parts/state/use-resource.ts";
import { monthOfService } from "../../parts/words/japanese-date.ts";
import { desk, theApp } from "../api.ts";
import { useDesk } from "../desk-context.ts";
import { stationSentence } from "../messages/stations.ts";
import type { PlansOfMonth } from "./plans-of-month.ts";
import { type RouteState, routeState } from "./route-state.ts";
import { UnreadPlans } from "./UnreadPlans.tsx";

interface MonthPageProps {
  readonly months: readonly string[];
  readonly month: string;
  readonly plans: PlansOfMonth;
  readonly sent: readonly DeskMessage[];
  readonly lead: string;
}

/** A month: its care managers, and how far the results for each are. */
export function MonthPage({ months, month, plans, sent, lead }: MonthPageProps): ReactNode {
  const { onChanged } = useDesk();
  const load = useCallback(
    (signal: AbortSignal) => desk.drafts({ query: { kind: "results", month } }, { signal }),
    [month],
  );
  const { resource, reload } = useResource(load);
  useEffect(
    () =>
      onChanged((what) => {
        if (what === "drafts") reload();
      }),
    [onChanged, reload],
  );

  return (
    <Page title="実績入力" lead={lead} actions={<MonthChoice months={months} month={month} />}>
      <UnreadPlans unread={plans.unread} />
      {resource.state === "loading" ? <Loading /> : null}
      {resource.state === "failed" ? (
        <Failure
          title="下書きを読み込めませんでした"
          error={resource.error}
          otherSide={theApp}
          onAgain={reload}
        />
      ) : null}
      {plans.routes.length === 0 ? (
        <EmptyState icon="document" title="この月に、この事業所のサービスの予定はありません">
          <p>予定が取り消されたか、ほかの事業所のサービスだけの予定です。</p>
        </EmptyState>
      ) : null}
      {resource.state === "ready" && plans.routes.length > 0 ? (
        <ul className="message-list" aria-label={`${monthOfService(month)}の居宅介護支援事業所`}>
          {plans.routes.map((route) => {
            const ids = new Set(
              resource.value.sendings
                .filter((one) => one.route === routeKeyOf(route))
                .map(({ messageId }) => messageId),
            );
            return (
              <li key={routeKeyOf(route)}>
                <RouteRow
                  route={route}
                  name={plans.names.get(route.manager.office)}
                  state={routeState(route, resource.value.drafts)}
                  last={sent.find(({ id }) => ids.has(id))}
                />
              </li>
            );
          })}
        </ul>
      ) : null}
    </Page>
  );
}

function MonthChoice({
  months,
  month,
}: {
  readonly months: readonly string[];
  readonly month: string;
}): ReactNode {
  const id = useId();
  return (
    <div className="month-choice">
      <label className="form-field-label" htmlFor={id}>
        対象の月
      </label>
      <select
        id={id}
        className="form-field-input"
        value={month}
        onChange={({ target }) => {
          goTo(addressOf("results", target.value));
        }}
      >
        {months.map((one) => (
          <option key={one} value={one}>
            {monthOfService(one)}
          </option>
        ))}
      </select>
    </div>
  );
}

interface RouteRowProps {
  readonly route: ResultsRoute;
  readonly name: string | undefined;
  readonly state: RouteState;
  /** The message that was made of it last. */
  readonly last: DeskMessage | undefined;
}

function RouteRow({ route, name, state, last }: RouteRowProps): ReactNode {
  return (
    <a
      className="message-row message-row-sent"
      href={addressOf("results", route.month, routeKeyOf(route))}
    >
      <OfficeLabel number={route.manager.office} name={name ?? null} />
      <span className="message-row-what">
        <span className="message-row-title">利用者 {state.users}人</span>
        <span className="message-row-month">
          {serviceTypeName(route.own.serviceType) ?? route.own.serviceType}
        </span>
      </span>
      <span className="message-row-when">
        <StateBadge state={state} />
        {last === undefined ? null : <span className="soft">{stationSentence(last)}</span>}
      </span>
    </a>
  );
}

function StateBadge({
  state: { state, users, checked, correcting },
}: {
  readonly state: RouteState;
}): ReactNode {
  const done = `${users}人中${checked}人確認済み`;
  switch (state) {
    case "sent":
      return (
        <Badge tone="good" icon="check">
          送信済み
        </Badge>
      );
    case "ready":
      return (
        <Badge tone="main" icon="send">
          {correcting ? "訂正を送れます" : "送れます"}
        </Badge>
      );
    case "in-work":
      return (
        <Badge tone="warn" icon="clock">
          {correcting ? "訂正中" : "入力中"} {done}
        </Badge>
      );
    case "not-begun":
      return <Badge tone="quiet">まだ始めていません</Badge>;
    default:
      return state satisfies never;
  }
}
