import type { Security } from "@tsunagi/contract/exchange";
import { type ReactNode, useEffect, useState } from "react";
import { Page } from "../../parts/frame/Page.tsx";
import { Button } from "../../parts/look/Button.tsx";
import { Card } from "../../parts/look/Card.tsx";
import { Facts } from "../../parts/look/Facts.tsx";
import { Failure } from "../../parts/look/Failure.tsx";
import { LinkButton } from "../../parts/look/LinkButton.tsx";
import { Loading } from "../../parts/look/Loading.tsx";
import { Moment } from "../../parts/look/Moment.tsx";
import { Notice } from "../../parts/look/Notice.tsx";
import { addressOf } from "../../parts/state/hash-route.ts";
import { centre, theCentre } from "../api.ts";
import { usePortalAction, usePortalResource } from "../portal-context.ts";

/** What has just been changed, as the address says it. */
const changes: Readonly<Record<string, string>> = {
  "address-set": "セキュリティ用メールアドレスを設定しました。",
  "address-off": "セキュリティ用メールアドレスを外しました。",
  "app-off": "認証アプリを外しました。",
};

/** セキュリティ: what the office account is asked for at the login, and who is logged in. */
export function SecurityPage({ changed }: { readonly changed: string | undefined }): ReactNode {
  const { resource, reload, put } = usePortalResource(loadSecurity);
  const [said] = useState(changed === undefined ? undefined : changes[changed]);
  useEffect(() => {
    // Said once: who comes back to this address later has changed nothing.
    if (changed !== undefined) window.history.replaceState(null, "", addressOf("security"));
  }, [changed]);
  return (
    <Page
      title="セキュリティ"
      lead="事業所ユーザのログインを、パスワードのほかに、もう1つの方法でも守れます（2段階認証）。"
      width="narrow"
    >
      {said === undefined ? null : <Notice tone="good" title={said} live="status" />}
      {resource.state === "loading" ? <Loading /> : null}
      {resource.state === "failed" ? (
        <Failure
          title="セキュリティの設定を読み込めませんでした"
          error={resource.error}
          otherSide={theCentre}
          onAgain={reload}
        />
      ) : null}
      {resource.state === "ready" ? (
        <SecurityCards security={resource.value} onSecurity={put} />
      ) : null}
      <Card title="パスワードとログイン">
        <div className="row">
          <LinkButton href={addressOf("password")}>パスワードを変更する</LinkButton>
          <LinkButton href={addressOf("sessions")}>ログイン中の端末を見る</LinkButton>
        </div>
      </Card>
    </Page>
  );
}

function loadSecurity(signal: AbortSignal): Promise<Security> {
  return centre.security(undefined, { signal });
}

const ways: Readonly<Record<Security["way"], string>> = {
  none: "パスワードだけ",
  mail: "パスワードと、メールで届くコード",
  app: "パスワードと、認証アプリのコード",
};

interface SecurityCardsProps {
  readonly security: Security;
  readonly onSecurity: (security: Security) => void;
}

function SecurityCards({ security, onSecurity }: SecurityCardsProps): ReactNode {
  return (
    <>
      <Card title="いまのログイン">
        <Facts facts={[["ログインに要るもの", ways[security.way]]]} />
        {security.way === "none" ? (
          <p className="soft">
            次のどちらかを設定すると、パスワードが人に知られても、それだけではログインできなくなります。つなぎのアプリのログインは変わりません（端末の電子証明書が、同じはたらきをしています）。
          </p>
        ) : null}
      </Card>
      <AddressCard security={security} />
      <AppCard security={security} />
      {security.way === "none" ? null : (
        <RecoveryCard security={security} onSecurity={onSecurity} />
      )}
    </>
  );
}

function AddressCard({ security }: { readonly security: Security }): ReactNode {
  const { email, way, sendsMail } = security;
  if (!sendsMail && email === null) return null;
  return (
    <Card title="メールで届くコード">
      {email === null ? (
        <p>ログインのたびに、決めたメールアドレスに6桁のコードが届きます。</p>
      ) : (
        <Facts facts={[["送り先", email]]} />
      )}
      {email !== null && way === "app" ? (
        <p className="soft">
          いまは認証アプリのコードを使うため、コードは送りません。変更のお知らせは届きます。
        </p>
      ) : null}
      <div className="row">
        <LinkButton
          href={addressOf("security", "address")}
          {...(way === "none" && { look: "primary" as const })}
        >
          {email === null ? "メールアドレスを設定する" : "メールアドレスを変える"}
        </LinkButton>
        {email === null ? null : (
          <LinkButton
            look="quiet"
            label="メールアドレスを外す"
            href={addressOf("security", "address", "off")}
          >
            外す
          </LinkButton>
        )}
      </div>
    </Card>
  );
}

function AppCard({ security }: { readonly security: Security }): ReactNode {
  const { appSince, way, sendsMail } = security;
  return (
    <Card title="認証アプリ">
      {appSince === null ? (
        <p>
          スマートフォンの認証アプリに出るコードを使います。メールを待たずに済み、電波が届かなくても使えます。
        </p>
      ) : (
        <Facts facts={[["使い始め", <Moment key="since" at={appSince} />]]} />
      )}
      <div className="row">
        <LinkButton
          href={addressOf("security", "app")}
          {...(way === "none" && !sendsMail && { look: "primary" as const })}
        >
          {appSince === null ? "認証アプリを設定する" : "別の端末のアプリに変える"}
        </LinkButton>
        {appSince === null ? null : (
          <LinkButton
            look="quiet"
            label="認証アプリを外す"
            href={addressOf("security", "app", "off")}
          >
            外す
          </LinkButton>
        )}
      </div>
    </Card>
  );
}

function RecoveryCard({ security, onSecurity }: SecurityCardsProps): ReactNode {
  const { recoveryCodes, browsers } = security;
  const forget = usePortalAction(async () => {
    onSecurity(await centre.forgetBrowsers());
  });
  return (
    <Card title="困ったときと、コードを省くとき">
      <Facts
        facts={[
          ["残っている回復コード", recoveryCodes === 0 ? "ありません" : `${recoveryCodes}個`],
          [
            "コードを省くブラウザ",
            browsers === 0 ? "ありません" : `${browsers}台 (30日間コードを求めません)`,
          ],
        ]}
      />
      {recoveryCodes > 2 ? null : (
        <Notice tone="warn" title="回復コードを作っておいてください。">
          <p>コードが届かないときや、スマートフォンをなくしたときに要ります。</p>
        </Notice>
      )}
      <Failure title="忘れさせられませんでした" error={forget.error} otherSide={theCentre} />
      <div className="row">
        <LinkButton href={addressOf("security", "recovery-codes")}>回復コードを作る</LinkButton>
        {browsers === 0 ? null : (
          <Button pending={forget.pending} onPress={forget.run}>
            すべてのブラウザにコードを求める
          </Button>
        )}
      </div>
    </Card>
  );
}
