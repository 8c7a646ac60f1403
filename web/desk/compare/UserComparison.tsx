import {
  type ComparedMonth,
  type ComparedUser,
  comparedMonthOf,
  differencesInWords,
  doubtsInWords,
  type SideNames,
} from "@tsunagi/standard";
import type { ReactNode } from "react";
import { Facts } from "../../parts/look/Facts.tsx";
import { MonthGrid } from "../month/MonthGrid.tsx";
import { rowsOf } from "./grid-rows.tsx";
import { Sign } from "./Sign.tsx";
import { factsOf } from "./totals.tsx";

interface UserComparisonProps {
  readonly user: ComparedUser;
  readonly names: SideNames;
}

/** One care user: the differences in words, the month with its signs, the sums. */
export function UserComparison({ user, names }: UserComparisonProps): ReactNode {
  const month = comparedMonthOf(user);
  const own = month.lines.filter(({ unreported }) => !unreported);
  const others = month.lines.filter(({ unreported }) => unreported);
  const doubts = [...user.totals.before.doubts, ...user.totals.after.doubts];
  const who = calledUser(user);
  return (
    <div className="stack">
      <p className="row soft small">
        <span>
          被保険者番号 <span className="code">{user.insuredNumber}</span>
        </span>
        <span>
          保険者番号 <span className="code">{user.insurerNumber}</span>
        </span>
      </p>
      <Absence user={user} names={names} />
      <Differences user={user} names={names} />
      <Month label={`${who}の${names.after}`} month={{ ...month, lines: own }} names={names} />
      {others.length === 0 ? null : (
        <details className="compare-folded">
          <summary>ほかの事業所のサービス {others.length}件（この実績では比べません）</summary>
          <Month
            label={`${who}の、ほかの事業所のサービス`}
            month={{ ...month, lines: others }}
            names={names}
          />
        </details>
      )}
      <Facts facts={factsOf(user, names)} />
      {doubtsInWords(doubts).map((sentence) => (
        <p key={sentence} className="small soft">
          ※ {sentence}
        </p>
      ))}
    </div>
  );
}

/** What a care user is called: by name where a plan says it, else by number. */
export function calledUser({ name, insuredNumber }: ComparedUser): string {
  return name === undefined ? insuredNumber : `${name} さん`;
}

function Absence({ user, names }: UserComparisonProps): ReactNode {
  if (user.standsIn === "both") return null;
  return (
    <p>
      {user.standsIn === "after"
        ? `この利用者の${names.before}は、この端末にありません。`
        : `この利用者の${names.after}がありません。すべて中止になったのか、まだ送られていないのかは、ファイルからはわかりません。`}
    </p>
  );
}

function Differences({ user, names }: UserComparisonProps): ReactNode {
  const differences = differencesInWords(user, names);
  if (differences.length === 0) return null;
  return (
    <ul className="compare-differences" aria-label="違い">
      {differences.map(({ sign, days, service, says }) => (
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
  );
}

interface MonthProps {
  readonly label: string;
  readonly month: ComparedMonth;
  readonly names: SideNames;
}

function Month({ label, month, names }: MonthProps): ReactNode {
  return month.lines.length === 0 ? null : (
    <MonthGrid
      label={label}
      days={month.days}
      rows={rowsOf(month, names)}
      totalHeading={`${names.before}→${names.after}`}
    />
  );
}
