import "./persons.css";
import type { Person } from "@tsunagi/contract/exchange";
import type { ReactNode } from "react";
import { Page } from "../../parts/frame/Page.tsx";
import { Button } from "../../parts/look/Button.tsx";
import { Facts } from "../../parts/look/Facts.tsx";
import { LinkButton } from "../../parts/look/LinkButton.tsx";
import { Moment } from "../../parts/look/Moment.tsx";
import { Notice } from "../../parts/look/Notice.tsx";
import { addressOf } from "../../parts/state/hash-route.ts";
import { fullName } from "./role-words.ts";

export interface NewPerson {
  readonly person: Person;
  readonly provisionalPassword: string;
  readonly provisionalUntil: string;
}

/** The ID and the provisional password of a new person, to be handed over. Shown once. */
export function PersonLetter({ made }: { readonly made: NewPerson }): ReactNode {
  const name = fullName(made.person.name);
  return (
    <Page title="個人ユーザを追加しました" width="narrow">
      <div className="no-print">
        <Notice tone="warn" title="仮パスワードは、この画面でしか表示されません。" live="status">
          <p>印刷するか書き写して、{name} さん本人に渡してください。</p>
        </Notice>
      </div>
      <section className="letter" aria-label="ログインのご案内">
        <h2>{name} 様 ログインのご案内</h2>
        <Facts
          facts={[
            [
              "個人ユーザID",
              <span key="id" className="letter-secret">
                {made.person.personId}
              </span>,
            ],
            [
              "仮パスワード",
              <span key="password" className="letter-secret">
                {made.provisionalPassword}
              </span>,
            ],
            ["仮パスワードの期限", <Moment key="until" at={made.provisionalUntil} />],
          ]}
        />
        <p>
          つなぎのアプリを開き、このIDと仮パスワードでログインしてください。はじめてのときに、自分だけの新しいパスワードを決めます。
        </p>
      </section>
      <div className="row no-print">
        <Button
          look="primary"
          icon="print"
          onPress={() => {
            window.print();
          }}
        >
          印刷する
        </Button>
        <LinkButton href={addressOf("persons")}>個人ユーザの一覧へ</LinkButton>
      </div>
    </Page>
  );
}
