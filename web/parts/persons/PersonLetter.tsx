import "./persons.css";
import type { PersonLetter as Letter } from "@tsunagi/contract/exchange";
import type { ReactNode } from "react";
import { Page } from "../frame/Page.tsx";
import { Button } from "../look/Button.tsx";
import { Facts } from "../look/Facts.tsx";
import { LinkButton } from "../look/LinkButton.tsx";
import { Moment } from "../look/Moment.tsx";
import { Notice } from "../look/Notice.tsx";
import { addressOf } from "../state/hash-route.ts";
import { useKeeper } from "./keeper.ts";
import { fullName } from "./role-words.ts";

interface PersonLetterProps {
  /** What has been done, e.g. `職員を追加しました`. */
  readonly title: string;
  readonly letter: Letter;
}

/** ID and provisional password of a person, to be handed over. Shown once. */
export function PersonLetter({ title, letter }: PersonLetterProps): ReactNode {
  const { noun } = useKeeper();
  const { person, provisionalPassword, provisionalUntil } = letter;
  const name = fullName(person.name);
  return (
    <Page title={title} width="narrow">
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
                {person.personId}
              </span>,
            ],
            [
              "仮パスワード",
              <span key="password" className="letter-secret">
                {provisionalPassword}
              </span>,
            ],
            ["仮パスワードの期限", <Moment key="until" at={provisionalUntil} />],
          ]}
        />
        <ol className="letter-steps">
          <li>事業所のパソコンで、つなぎのアプリを開きます。</li>
          <li>このIDと仮パスワードを入力し、自分だけの新しいパスワードを決めます。</li>
          <li>
            続けて、事業所ユーザのIDとパスワードを入力します。分からないときは、この紙を渡した人にお聞きください。
          </li>
        </ol>
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
        <LinkButton href={addressOf("persons")}>{noun}の一覧へ</LinkButton>
      </div>
    </Page>
  );
}
