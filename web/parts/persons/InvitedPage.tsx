import type { Person } from "@tsunagi/contract/exchange";
import type { ReactNode } from "react";
import { Page } from "../frame/Page.tsx";
import { Card } from "../look/Card.tsx";
import { Facts } from "../look/Facts.tsx";
import { LinkButton } from "../look/LinkButton.tsx";
import { Notice } from "../look/Notice.tsx";
import { addressOf } from "../state/hash-route.ts";
import { useKeeper } from "./keeper.ts";
import { fullName, roleWords } from "./role-words.ts";

interface InvitedPageProps {
  readonly person: Person;
  /** As it was typed: the centre does not tell it again. */
  readonly email: string;
}

/** A mail with a link is on its way to the person. */
export function InvitedPage({ person, email }: InvitedPageProps): ReactNode {
  const { noun } = useKeeper();
  const name = fullName(person.name);
  return (
    <Page title="招待しました" width="narrow">
      <Notice tone="good" title="招待のメールを、数分のうちに送ります。" live="status">
        <p>
          {name} さんがメールのリンクを開くと、個人ユーザIDが表示され、パスワードを決められます。
        </p>
      </Notice>
      <Card>
        <Facts
          facts={[
            ["氏名", name],
            ["個人ユーザID", person.personId],
            ["権限", roleWords[person.role].name],
            ["メールの送り先", email],
            ["リンクの期限", "メールを送ってから7日間、1度だけ"],
          ]}
        />
      </Card>
      <div className="row">
        <LinkButton look="primary" href={addressOf("persons")}>
          {noun}の一覧へ
        </LinkButton>
      </div>
    </Page>
  );
}
