import "./persons.css";
import type { Person } from "@tsunagi/contract/exchange";
import { type ReactNode, useState } from "react";
import { Page } from "../frame/Page.tsx";
import { Card } from "../look/Card.tsx";
import { Facts } from "../look/Facts.tsx";
import { LinkButton } from "../look/LinkButton.tsx";
import { Moment } from "../look/Moment.tsx";
import { Notice } from "../look/Notice.tsx";
import { addressOf } from "../state/hash-route.ts";
import { ActiveCard } from "./ActiveCard.tsx";
import { type Handed, HandedOut } from "./HandedOut.tsx";
import { InvitationState } from "./InvitationState.tsx";
import { useKeeper, useStaff } from "./keeper.ts";
import { PasswordCard } from "./PasswordCard.tsx";
import { ActiveBadge } from "./PersonsPage.tsx";
import { RoleCard } from "./RoleCard.tsx";
import { fullName, roleWords } from "./role-words.ts";
import { StaffResource } from "./StaffResource.tsx";

/** One person: the role, a new password, and whether the person may log in. */
export function PersonPage({ personId }: { readonly personId: string }): ReactNode {
  const { noun, self } = useKeeper();
  const staff = useStaff();
  const [handed, setHanded] = useState<Handed>();
  if (handed !== undefined) {
    return <HandedOut handed={handed} title="新しい仮パスワードを発行しました" />;
  }
  const { resource, reload } = staff;
  const person =
    resource.state === "ready"
      ? resource.value.persons.find((one) => one.personId === personId)
      : undefined;
  return (
    <Page
      title={person === undefined ? noun : `${fullName(person.name)} さん`}
      back={{ href: addressOf("persons"), label: `${noun}に戻る` }}
      width="narrow"
    >
      <StaffResource staff={staff}>
        {({ invites }) =>
          person === undefined ? (
            <Notice tone="warn" title="この個人ユーザIDの職員は見つかりませんでした。">
              <LinkButton href={addressOf("persons")}>{noun}の一覧へ</LinkButton>
            </Notice>
          ) : (
            <>
              <Card>
                <PersonFacts person={person} />
              </Card>
              {personId === self ? (
                <Notice tone="info" title="自分の権限やパスワードは、ここでは変えられません。">
                  <p>
                    ほかの管理者に頼むか、利用状況Webサイトに事業所ユーザでログインして変えてください。
                  </p>
                </Notice>
              ) : (
                <>
                  <RoleCard person={person} onChanged={reload} />
                  {person.active ? (
                    <PasswordCard
                      person={person}
                      invites={invites}
                      onLetter={(letter) => {
                        setHanded({ way: "paper", letter });
                      }}
                      onInvited={(invited, email) => {
                        setHanded({ way: "mail", person: invited, email });
                      }}
                    />
                  ) : null}
                  <ActiveCard person={person} onChanged={reload} />
                </>
              )}
            </>
          )
        }
      </StaffResource>
    </Page>
  );
}

function PersonFacts({ person }: { readonly person: Person }): ReactNode {
  const { personId, role, active, lastLoginAt } = person;
  return (
    <>
      <Facts
        facts={[
          [
            "個人ユーザID",
            <span key="id" className="code">
              {personId}
            </span>,
          ],
          ["権限", roleWords[role].name],
          ["利用", <ActiveBadge key="active" active={active} />],
          [
            "最後のログイン",
            lastLoginAt === null ? "まだありません" : <Moment key="last" at={lastLoginAt} />,
          ],
        ]}
      />
      <InvitationState person={person} />
    </>
  );
}
