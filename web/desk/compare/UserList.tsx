import "./compare.css";
import {
  type ComparedUser,
  type Comparison,
  type ComparisonSign,
  comparisonSigns,
  type SideNames,
  sideNamesOf,
  signOf,
  signWords,
} from "@tsunagi/standard";
import { type ReactNode, useState } from "react";
import { Segments } from "../../parts/form/Segments.tsx";
import { Badge } from "../../parts/look/Badge.tsx";
import { Button } from "../../parts/look/Button.tsx";
import { Card } from "../../parts/look/Card.tsx";
import { Notice } from "../../parts/look/Notice.tsx";
import { Sign } from "./Sign.tsx";
import { calledUser, UserComparison } from "./UserComparison.tsx";

/** Care users drawn at first, and how many more with each press: each has a month's grid. */
const portion = 10;

type Only = "all" | "differs";

/** All care users of a comparison: how many differ, what the signs mean, the months of those, and the others' folded. */
export function UserList({ comparison }: { readonly comparison: Comparison }): ReactNode {
  const [only, setOnly] = useState<Only>("all");
  const [shown, setShown] = useState(portion);
  const names = sideNamesOf(comparison);
  const all = comparison.users.filter(({ state }) => state !== "unreported");
  const differing = all.filter(({ state }) => state === "differs");
  const same = all.filter(({ state }) => state === "same");

  return (
    <div className="stack-wide">
      <div className="stack">
        <Verdict users={all.length} differing={differing.length} />
        <Legend signs={signsIn(all)} names={names} />
        <Segments
          label="表示する利用者"
          value={only}
          options={[
            { value: "all", label: "すべて" },
            { value: "differs", label: "違いのあるものだけ" },
          ]}
          onChange={setOnly}
        />
      </div>
      {differing.slice(0, shown).map((user) => (
        <Card key={keyOf(user)} title={<Heading user={user} />}>
          <UserComparison user={user} names={names} />
        </Card>
      ))}
      {differing.length > shown ? (
        <div className="row">
          <Button
            onPress={() => {
              setShown((count) => count + portion);
            }}
          >
            さらに表示する (残り{differing.length - shown}人)
          </Button>
        </div>
      ) : null}
      {only === "differs" && differing.length === 0 ? (
        <p role="status">違いのある利用者はいません。</p>
      ) : null}
      {only === "all" && same.length > 0 ? <SameUsers users={same} names={names} /> : null}
    </div>
  );
}

function Heading({ user }: { readonly user: ComparedUser }): ReactNode {
  return (
    <span className="compare-who">
      {calledUser(user)}
      <Badge tone="warn" icon="alert">
        違いあり
      </Badge>
    </span>
  );
}

interface SameUsersProps {
  readonly users: readonly ComparedUser[];
  readonly names: SideNames;
}

function SameUsers({ users, names }: SameUsersProps): ReactNode {
  return (
    <Card title={`違いのない利用者 (${users.length}人)`}>
      <ul className="compare-same">
        {users.map((user) => (
          <li key={keyOf(user)}>
            <Folded says={calledUser(user)}>
              <UserComparison user={user} names={names} />
            </Folded>
          </li>
        ))}
      </ul>
    </Card>
  );
}

/** Opened by a press; what is inside is drawn only then, since a month is a large table. */
function Folded({
  says,
  children,
}: {
  readonly says: string;
  readonly children: ReactNode;
}): ReactNode {
  const [open, setOpen] = useState(false);
  return (
    <details
      className="compare-folded"
      onToggle={(event) => {
        setOpen(event.currentTarget.open);
      }}
    >
      <summary>{says}</summary>
      {open ? children : null}
    </details>
  );
}

function keyOf({ insurerNumber, insuredNumber, month }: ComparedUser): string {
  return `${insurerNumber}/${insuredNumber}/${month}`;
}

function Verdict({
  users,
  differing,
}: {
  readonly users: number;
  readonly differing: number;
}): ReactNode {
  return differing === 0 ? (
    <Notice tone="good" title={`利用者${users}人に、違いはありません。`} />
  ) : (
    <Notice tone="warn" title={`利用者${users}人のうち${differing}人に、違いがあります。`} />
  );
}

interface LegendProps {
  readonly signs: ReadonlySet<ComparisonSign>;
  readonly names: SideNames;
}

function Legend({ signs, names }: LegendProps): ReactNode {
  return (
    <ul className="compare-legend" aria-label="しるしの意味">
      {comparisonSigns
        .filter((sign) => signs.has(sign))
        .map((sign) => (
          <li key={sign}>
            <Sign sign={sign} /> {signWords(sign, names)}
          </li>
        ))}
    </ul>
  );
}

function signsIn(users: readonly ComparedUser[]): ReadonlySet<ComparisonSign> {
  return new Set(users.flatMap(({ visits }) => visits.map(signOf)));
}
