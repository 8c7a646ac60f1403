import "./home.css";
import type { ReactNode } from "react";
import { Page } from "../../parts/frame/Page.tsx";
import { Card } from "../../parts/look/Card.tsx";
import { Icon, type IconName } from "../../parts/look/Icon.tsx";
import { LinkButton } from "../../parts/look/LinkButton.tsx";
import { addressOf } from "../../parts/state/hash-route.ts";
import { browserStorage, doneSteps } from "../start/progress-store.ts";
import { stepIds } from "../start/steps.ts";
import { NewsCard } from "./NewsCard.tsx";

/** The first page: where to begin, where to go, what is new. */
export function HomePage(): ReactNode {
  const done = doneSteps(browserStorage()).size;
  const begun = done > 0 && done < stepIds.length;
  return (
    <Page
      title="ケアプランのやり取りを、データで"
      lead="居宅介護支援事業所と介護サービス事業所が、予定（提供票）や実績を、データのまま安全に送り合うしくみです。"
    >
      <section className="home-begin" aria-label="はじめる">
        <div>
          <p className="home-begin-title">{begun ? "準備の続きから" : "はじめての方へ"}</p>
          <p>
            {begun
              ? `${stepIds.length}の手順のうち、${done}が済んでいます。`
              : "準備から、はじめてのデータを送るまでを、順にご案内します。この端末で使えるかも、画面が自分で確かめます。"}
          </p>
        </div>
        <LinkButton href={addressOf("start")} look="primary" icon="arrow">
          {begun ? "続きをする" : "はじめかたを見る"}
        </LinkButton>
      </section>
      <ul className="home-ways">
        {ways.map(({ href, icon, title, text }) => (
          <li key={href}>
            <a className="home-way" href={href}>
              <span className="home-way-sign">
                <Icon name={icon} />
              </span>
              <span>
                <strong className="home-way-title">{title}</strong>
                <span className="home-way-text">{text}</span>
              </span>
            </a>
          </li>
        ))}
      </ul>
      <NewsCard />
      <Card title="安心のために">
        <ul className="home-promises">
          <li>送るデータは端末で封をします。センターは中身を見られません。</li>
          <li>届いたこと、相手が開いたことが、署名のある記録で残ります。</li>
          <li>送る前に、標準どおりか、相手のソフトに取り込めるかを調べます。</li>
        </ul>
      </Card>
    </Page>
  );
}

const ways: readonly {
  readonly href: string;
  readonly icon: IconName;
  readonly title: string;
  readonly text: string;
}[] = [
  {
    href: "/portal/",
    icon: "person",
    title: "利用申請・ライセンス",
    text: "利用状況Webサイトにログインします",
  },
  {
    href: addressOf("downloads"),
    icon: "download",
    title: "製品ダウンロード",
    text: "アプリを保存します",
  },
  {
    href: addressOf("software"),
    icon: "document",
    title: "介護ソフト一覧",
    text: "対応している介護ソフトと範囲",
  },
  {
    href: addressOf("members"),
    icon: "map",
    title: "参加事業所",
    text: "送れる相手を、地図と表で",
  },
  {
    href: addressOf("faq"),
    icon: "question",
    title: "よくある質問",
    text: "困ったときは、まずこちら",
  },
  {
    href: addressOf("inquiry"),
    icon: "mail",
    title: "お問い合わせ",
    text: "フォームで、いつでも",
  },
];
