import "../compare/compare.css";
import {
  type ComparedUser,
  comparedMonthOf,
  compareSides,
  differencesInWords,
  type ResultsRoute,
  type SetDocument,
  type SideNames,
  sideNamesOf,
  takeSide,
  userKeyOf,
} from "@tsunagi/standard";
import { type ReactNode, useMemo, useState } from "react";
import { Card } from "../../parts/look/Card.tsx";
import { Facts } from "../../parts/look/Facts.tsx";
import { Notice } from "../../parts/look/Notice.tsx";
import { rowsOf } from "../compare/grid-rows.tsx";
import { Sign } from "../compare/Sign.tsx";
import { factsOf } from "../compare/totals.tsx";
import { calledUser } from "../compare/UserComparison.tsx";
import { MonthGrid } from "../month/MonthGrid.tsx";
import type { PreparedResults } from "./prepare.ts";

interface DifferencesProps {
  readonly route: ResultsRoute;
  readonly plans: readonly SetDocument[];
  readonly prepared: PreparedResults;
}

/** How the results that would be sent differ from the plans, care user by care user, in words and in the month. */
export function Differences({ route, plans, prepared }: DifferencesProps): ReactNode {
  const { results } = prepared;
  const comparison = useMemo(() => {
    const ofRoute = plans.filter(({ envelope }) => isOfRoute(envelope, route));
    const before = takeSide("plan", ofRoute);
    return compareSides(before, takeSide("results", results === undefined ? [] : [results]));
  }, [plans, results, route]);
  if (results === undefined) return null;
  const order = new Map(route.users.map((user, at) => [userKeyOf(user), at]));
  const placeOf = (user: ComparedUser) => order.get(userKeyOf(user)) ?? order.size;
  const differing = comparison.users
    .filter(({ state }) => state === "differs")
    .toSorted((a, b) => placeOf(a) - placeOf(b));
  const same = comparison.users.length - differing.length;
  const names = sideNamesOf(comparison);
  return (
    <Card title={`予定との違い（${differing.length}人）`}>
      {differing.length === 0 ? (
        <Notice tone="good" title="全員、予定どおりです。" />
      ) : (
        differing.map((user) => (
          <UserDifferences
            key={`${user.insurerNumber}/${user.insuredNumber}`}
            user={user}
            names={names}
          />
        ))
      )}
      {differing.length > 0 && same > 0 ? (
        <p className="soft">ほかの{same}人は予定どおりです。</p>
      ) : null}
    </Card>
  );
}

interface UserDifferencesProps {
  readonly user: ComparedUser;
  readonly names: SideNames;
}

/** The differences of one care user in words; the month with its signs when it is asked for. */
function UserDifferences({ user, names }: UserDifferencesProps): ReactNode {
  const [opened, setOpened] = useState(false);
  return (
    <section className="user-differences" aria-label={`${calledUser(user)}の違い`}>
      <h3>{calledUser(user)}</h3>
      <ul className="compare-differences">
        {differencesInWords(user, names).map(({ sign, days, service, says }) => (
          <li key={`${days} ${service} ${says}`}>
            <Sign sign={sign} />
            <span>
              <strong>
                {days}　{says}
              </strong>
              <span className="soft small compare-service">{service}</span>
            </span>
          </li>
        ))}
      </ul>
      <details
        className="compare-folded"
        onToggle={({ currentTarget }) => {
          if (currentTarget.open) setOpened(true);
        }}
      >
        <summary>月のカレンダーで見る</summary>
        {opened ? <UserCalendar user={user} names={names} /> : null}
      </details>
    </section>
  );
}

/** The month of one care user with its signs, and what it comes to. */
function UserCalendar({ user, names }: UserDifferencesProps): ReactNode {
  const month = comparedMonthOf(user);
  const lines = month.lines.filter(({ unreported }) => !unreported);
  return (
    <div className="stack">
      <MonthGrid
        label={`${calledUser(user)}の予定と実績`}
        days={month.days}
        rows={rowsOf({ ...month, lines }, names)}
        totalHeading={`${names.before}→${names.after}`}
      />
      <Facts facts={factsOf(user, names)} />
    </div>
  );
}

function isOfRoute(envelope: SetDocument["envelope"], { manager, own }: ResultsRoute): boolean {
  return (
    envelope?.sender.office === manager.office &&
    envelope.sender.serviceType === manager.serviceType &&
    envelope.receiver.serviceType === own.serviceType
  );
}
