import "./authenticator.css";
import type { AuthenticatorOffer } from "@tsunagi/contract/exchange";
import { type ReactNode, useState } from "react";
import { Page } from "../../parts/frame/Page.tsx";
import { Card } from "../../parts/look/Card.tsx";
import { addressOf } from "../../parts/state/hash-route.ts";
import { centre } from "../api.ts";
import { ConfirmCode } from "./ConfirmCode.tsx";
import { PasswordAgain } from "./PasswordAgain.tsx";
import { QrCode } from "./QrCode.tsx";
import { RecoveryCodeSheet } from "./RecoveryCodes.tsx";

/** 認証アプリ: the password, then the key for the app with its first code, then the recovery codes. */
export function AuthenticatorPage(): ReactNode {
  const [offer, setOffer] = useState<AuthenticatorOffer>();
  const [codes, setCodes] = useState<readonly string[]>();
  if (codes !== undefined) {
    return (
      <Page
        title="認証アプリを設定しました"
        lead="次のログインから、アプリに出るコードも入力します。スマートフォンをなくしたときのために、回復コードを控えてください。"
        width="narrow"
      >
        <RecoveryCodeSheet codes={codes} />
      </Page>
    );
  }
  return (
    <Page
      title="認証アプリの設定"
      lead="スマートフォンの認証アプリに出る6桁のコードを、ログインのときに入力するようになります。"
      back={{ href: addressOf("security"), label: "セキュリティ" }}
      width="narrow"
    >
      {offer === undefined ? (
        <Card>
          <p>
            はじめに、スマートフォンに認証アプリを入れてください。Google Authenticator、Microsoft
            Authenticator など、「TOTP」に対応したものならどれでも使えます。
          </p>
          <PasswordAgain
            button="次へ進む"
            failure="先へ進めませんでした"
            work={async (password) => {
              setOffer(await centre.offerAuthenticator({ body: { password } }));
            }}
          />
        </Card>
      ) : (
        <OfferCards offer={offer} onCodes={setCodes} />
      )}
    </Page>
  );
}

interface OfferCardsProps {
  readonly offer: AuthenticatorOffer;
  readonly onCodes: (codes: readonly string[]) => void;
}

function OfferCards({ offer, onCodes }: OfferCardsProps): ReactNode {
  return (
    <>
      <Card title="1. アプリでQRコードを読み取る">
        <p>認証アプリで「追加」や「＋」を選び、次のQRコードを読み取ってください。</p>
        <QrCode text={offer.uri} label="認証アプリで読み取るQRコード" />
        <p>
          この画面をスマートフォンで見ているときは、
          <a href={offer.uri}>ここから認証アプリを開けます</a>。
        </p>
        <p>
          読み取れないときは、アプリで「キーを入力」を選び、次のキーを入力してください。種類は「時間ベース」です。
        </p>
        <p className="authenticator-key">{inFours(offer.key)}</p>
        <p className="soft small">
          QRコードとキーは、この画面でしか表示されません。ほかの人に見せないでください。
        </p>
      </Card>
      <Card title="2. アプリに出たコードを入力する">
        <ConfirmCode
          hint="アプリに「ケアプランデータ連携」の6桁の数字が出ます。30秒ごとに変わります。"
          takesFocus={false}
          work={async (code) => {
            const confirmed = await centre.confirmAuthenticator({ body: { code } });
            onCodes(confirmed.recoveryCodes);
          }}
        />
      </Card>
    </>
  );
}

/** For reading: `ABCD EFGH`. */
function inFours(key: string): string {
  return (key.match(/.{1,4}/g) ?? []).join(" ");
}
