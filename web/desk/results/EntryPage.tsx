import "./results.css";
import { type ResultsDraft, type ResultsRoute, setChecked } from "@tsunagi/standard";
import { type ReactNode, useState } from "react";
import { ConfirmDialog } from "../../parts/frame/ConfirmDialog.tsx";
import { Page } from "../../parts/frame/Page.tsx";
import { Button } from "../../parts/look/Button.tsx";
import { LinkButton } from "../../parts/look/LinkButton.tsx";
import { Notice } from "../../parts/look/Notice.tsx";
import { addressOf, goTo } from "../../parts/state/hash-route.ts";
import { monthOfService } from "../../parts/words/japanese-date.ts";
import { KeysHelp } from "./KeysHelp.tsx";
import type { PlansOfMonth } from "./plans-of-month.ts";
import { SaveState } from "./SaveState.tsx";
import { UnreadPlans } from "./UnreadPlans.tsx";
import { UserList } from "./UserList.tsx";
import { UserMonth } from "./UserMonth.tsx";
import type { Entry, EntryUser } from "./use-entry.ts";
import { useUndo } from "./use-undo.ts";

export interface EntryPageProps {
  readonly route: ResultsRoute;
  readonly plans: PlansOfMonth;
  readonly entry: Entry;
  /** Of the care manager's office. */
  readonly name: string;
  readonly address: (...parts: readonly string[]) => string;
}

/** The care users of a care manager: a list at the left, the month of the chosen one beside it. */
export function EntryPage({ route, plans, entry, name, address }: EntryPageProps): ReactNode {
  const { users, change } = entry;
  const [at, setAt] = useState(() =>
    Math.max(
      0,
      users.findIndex((user) => !user.draft.checked),
    ),
  );
  const [byKeys, setByKeys] = useState(false);
  const undo = useUndo(entry);
  const here = users[Math.min(at, users.length - 1)];
  const left = users.filter(({ draft }) => !draft.checked);

  const put = (key: string, draft: ResultsDraft): void => {
    change(new Map([[key, draft]]));
  };
  const choose = (next: number, keyboard: boolean): void => {
    setAt(next);
    setByKeys(keyboard);
  };
  /** Says of the one who is shown that all is right, and goes to the next who waits for that. */
  const goOn = (user: EntryUser, keyboard: boolean): void => {
    if (!user.draft.checked) put(user.key, setChecked(user.draft, true));
    const next = nextToCheck(users, at);
    if (next === undefined) goTo(address("check"));
    else choose(next, keyboard);
  };

  return (
    <Page
      title={`${name} ${monthOfService(route.month)}の実績`}
      back={{ href: addressOf("results", route.month), label: "実績入力に戻る" }}
      actions={
        <>
          <AllAsPlanned users={users} onDoIt={change} />
          {left.length === 0 ? (
            <LinkButton href={address("check")} look="primary" icon="send">
              送る前の確認へ
            </LinkButton>
          ) : (
            <LinkButton href={address("check")}>送る前の確認へ</LinkButton>
          )}
        </>
      }
    >
      <UnreadPlans unread={plans.unread} />
      <div className="results-layout">
        <div className="results-side">
          <p className="results-count">
            <strong>
              {users.length}人中{users.length - left.length}人 確認済み
            </strong>
            <SaveState entry={entry} />
          </p>
          <UserList
            users={users}
            chosen={here?.key}
            onChoose={(key) => {
              choose(
                users.findIndex((user) => user.key === key),
                false,
              );
            }}
          />
        </div>
        {here === undefined ? null : (
          <UserMonth
            key={here.key}
            route={route}
            user={here}
            takesFocus={byKeys}
            isLast={left.length === 0 || (left.length === 1 && left[0]?.key === here.key)}
            onChange={(draft) => {
              undo.note(here);
              put(here.key, draft);
            }}
            onUndo={undo.canUndo(here.key) ? () => undo.undo(here.key) : undefined}
            onGoOn={(keyboard) => {
              goOn(here, keyboard);
            }}
            onBack={() => {
              if (at > 0) choose(at - 1, true);
            }}
            newerPlan={
              here.planIsNewer ? (
                <Notice tone="warn" title="この方の新しい予定が届いています。">
                  <p>
                    合わせると、変えていない日は新しい予定のとおりになり、変えた日はそのまま残ります。
                  </p>
                  <div>
                    <Button
                      onPress={() => {
                        undo.note(here);
                        entry.follow(here);
                      }}
                    >
                      新しい予定に合わせる
                    </Button>
                  </div>
                </Notice>
              ) : null
            }
          />
        )}
      </div>
      <KeysHelp />
    </Page>
  );
}

/** The next behind a place whose results nobody said to be right; then those before it. */
function nextToCheck(users: readonly EntryUser[], at: number): number | undefined {
  const order = users.map((_, step) => (at + 1 + step) % users.length);
  return order.find((next) => next !== at && users[next]?.draft.checked === false);
}

interface AllAsPlannedProps {
  readonly users: readonly EntryUser[];
  readonly onDoIt: (changes: ReadonlyMap<string, ResultsDraft>) => void;
}

/** Says of all who are left, and of whom nothing was changed, that they went as planned. */
function AllAsPlanned({ users, onDoIt }: AllAsPlannedProps): ReactNode {
  const [asking, setAsking] = useState(false);
  const as = users.filter((user) => !user.draft.checked && user.differences === 0);
  const others = users.filter((user) => !user.draft.checked && user.differences > 0).length;
  if (as.length === 0) return null;
  return (
    <>
      <Button
        icon="check"
        onPress={() => {
          setAsking(true);
        }}
      >
        残りの全員を予定どおりにする
      </Button>
      <ConfirmDialog
        open={asking}
        title={`${as.length}人の実績を、すべて予定どおりにします。`}
        doIt={`${as.length}人を確認済みにする`}
        look="primary"
        pending={false}
        onDoIt={() => {
          onDoIt(new Map(as.map(({ key, draft }) => [key, setChecked(draft, true)])));
          setAsking(false);
        }}
        onClose={() => {
          setAsking(false);
        }}
      >
        <p>まだ確認していない方のうち、予定から何も変えていない方です。あとから直せます。</p>
        {others === 0 ? null : <p>変えたところのある{others}人は、そのまま残します。</p>}
      </ConfirmDialog>
    </>
  );
}
