import { type ReactNode, useState } from "react";
import { Page } from "../../parts/frame/Page.tsx";
import { Card } from "../../parts/look/Card.tsx";
import { addressOf } from "../../parts/state/hash-route.ts";
import { centre } from "../api.ts";
import { PasswordAgain } from "./PasswordAgain.tsx";
import { RecoveryCodeSheet } from "./RecoveryCodes.tsx";

/** 回復コード made anew: those of before serve no more. */
export function RecoveryCodesPage(): ReactNode {
  const [codes, setCodes] = useState<readonly string[]>();
  if (codes !== undefined) {
    return (
      <Page title="回復コードを作りました" width="narrow">
        <RecoveryCodeSheet codes={codes} />
      </Page>
    );
  }
  return (
    <Page
      title="回復コードを作る"
      lead="コードが届かないとき、スマートフォンをなくしたときのための、1度ずつ使えるコードを10個作ります。前に作ったものは使えなくなります。"
      back={{ href: addressOf("security"), label: "セキュリティ" }}
      width="narrow"
    >
      <Card>
        <PasswordAgain
          button="回復コードを作る"
          failure="作れませんでした"
          work={async (password) => {
            const made = await centre.renewRecoveryCodes({ body: { password } });
            setCodes(made.recoveryCodes);
          }}
        />
      </Card>
    </Page>
  );
}
