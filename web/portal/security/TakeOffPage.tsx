import type { Security } from "@tsunagi/contract/exchange";
import type { ReactNode } from "react";
import { Page } from "../../parts/frame/Page.tsx";
import { Card } from "../../parts/look/Card.tsx";
import { Notice } from "../../parts/look/Notice.tsx";
import { addressOf, goTo } from "../../parts/state/hash-route.ts";
import { centre } from "../api.ts";
import { PasswordAgain } from "./PasswordAgain.tsx";

/** Which of the two is taken off. */
export type TakenOff = "address" | "app";

interface Words {
  readonly title: string;
  readonly says: string;
  readonly button: string;
  readonly takeOff: (password: string) => Promise<Security>;
}

const words: Readonly<Record<TakenOff, Words>> = {
  address: {
    title: "セキュリティ用メールアドレスを外す",
    says: "このアドレスにコードを送らなくなります。認証アプリも設定していなければ、パスワードだけでログインできるようになり、回復コードも使えなくなります。",
    button: "メールアドレスを外す",
    takeOff: (password) => centre.removeSecurityAddress({ body: { password } }),
  },
  app: {
    title: "認証アプリを外す",
    says: "アプリのコードは要らなくなります。セキュリティ用メールアドレスがあれば、メールで届くコードに変わります。なければ、パスワードだけでログインできるようになり、回復コードも使えなくなります。",
    button: "認証アプリを外す",
    takeOff: (password) => centre.removeAuthenticator({ body: { password } }),
  },
};

/** Taking off what holds the account besides the password. */
export function TakeOffPage({ which }: { readonly which: TakenOff }): ReactNode {
  const { title, says, button, takeOff } = words[which];
  return (
    <Page
      title={title}
      back={{ href: addressOf("security"), label: "セキュリティ" }}
      width="narrow"
    >
      <Card>
        <Notice tone="warn" title="守りが弱くなります。">
          <p>{says}</p>
        </Notice>
        <PasswordAgain
          button={button}
          look="danger"
          failure="外せませんでした"
          work={async (password) => {
            await takeOff(password);
            goTo(addressOf("security", `${which}-off`));
          }}
        />
      </Card>
    </Page>
  );
}
