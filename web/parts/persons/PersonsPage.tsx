import "./persons.css";
import type { Person } from "@tsunagi/contract/exchange";
import type { ReactNode } from "react";
import { Page } from "../frame/Page.tsx";
import { Badge } from "../look/Badge.tsx";
import { EmptyState } from "../look/EmptyState.tsx";
import { LinkButton } from "../look/LinkButton.tsx";
import { Moment } from "../look/Moment.tsx";
import { Notice } from "../look/Notice.tsx";
import { addressOf } from "../state/hash-route.ts";
import { InvitationState } from "./InvitationState.tsx";
import { useKeeper, useStaff } from "./keeper.ts";
import { fullName, roleWords } from "./role-words.ts";
import { StaffResource } from "./StaffResource.tsx";
import { hasAdministrator, inOrder } from "./staff.ts";

/** 個人ユーザ: who of the staff may log in at the desk. */
export function PersonsPage(): ReactNode {
  const { noun } = useKeeper();
  const staff = useStaff();
  const { resource } = staff;
  const empty = resource.state === "ready" && resource.value.persons.length === 0;
  const add = (
    <LinkButton href={addressOf("persons", "new")} look="primary">
      {noun}を追加する
    </LinkButton>
  );
  return (
    <Page
      title={noun}
      lead="つなぎのアプリにログインする職員です。一人ずつ、自分のIDを使います。"
      actions={empty ? undefined : add}
    >
      <StaffResource staff={staff}>
        {({ persons }) =>
          persons.length === 0 ? (
            <EmptyState icon="person" title={`${noun}はまだいません`}>
              <p>
                送受信をする職員を追加すると、アプリにログインするためのIDと仮パスワードが表示されます。
              </p>
              {add}
            </EmptyState>
          ) : (
            <>
              {hasAdministrator(persons) ? null : (
                <Notice tone="warn" title="いま、利用中の管理者がいません。">
                  <p>「変更する」から、職員のどなたかの権限を管理者にしてください。</p>
                </Notice>
              )}
              <ul className="persons" aria-label={`${noun}の一覧`}>
                {inOrder(persons).map((person) => (
                  <PersonRow key={person.personId} person={person} />
                ))}
              </ul>
            </>
          )
        }
      </StaffResource>
    </Page>
  );
}

function PersonRow({ person }: { readonly person: Person }): ReactNode {
  const { self } = useKeeper();
  const { personId, active, role, lastLoginAt } = person;
  const name = fullName(person.name);
  return (
    <li className="persons-person">
      <div className="persons-who">
        <strong className="persons-name">
          {name}
          {personId === self ? <span className="soft small"> (あなた)</span> : null}
        </strong>
        <span className="soft">
          <span className="code">{personId}</span> ・ {roleWords[role].name}
        </span>
        <span className="soft small">
          最後のログイン: {lastLoginAt === null ? "まだありません" : <Moment at={lastLoginAt} />}
        </span>
        <InvitationState person={person} />
      </div>
      <ActiveBadge active={active} />
      <LinkButton href={addressOf("persons", personId)} label={`${name} さんの設定を変更する`}>
        変更する
      </LinkButton>
    </li>
  );
}

/** Whether a person may log in. */
export function ActiveBadge({ active }: { readonly active: boolean }): ReactNode {
  return active ? (
    <Badge tone="good" icon="check">
      利用中
    </Badge>
  ) : (
    <Badge tone="quiet" icon="cross">
      停止中
    </Badge>
  );
}
