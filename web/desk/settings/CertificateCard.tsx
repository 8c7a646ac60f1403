import type { DeskSettings } from "@tsunagi/contract/desk";
import type { ReactNode } from "react";
import { Button } from "../../parts/look/Button.tsx";
import { Card } from "../../parts/look/Card.tsx";
import { Facts } from "../../parts/look/Facts.tsx";
import { Failure } from "../../parts/look/Failure.tsx";
import { LinkButton } from "../../parts/look/LinkButton.tsx";
import { dateOfInstant, daysUntil } from "../../parts/words/japanese-date.ts";
import { desk, theApp } from "../api.ts";
import { useDesk, useDeskAction } from "../desk-context.ts";
import { takeOutAddress } from "./settings-places.ts";

interface CertificateCardProps {
  readonly certificate: DeskSettings["certificate"];
}

/** 電子証明書: until when, how it is renewed, and the way to take it elsewhere. */
export function CertificateCard({ certificate }: CertificateCardProps): ReactNode {
  const { enter } = useDesk();
  const renew = useDeskAction(async () => {
    enter(await desk.renewCertificate());
  });
  const { serial, notBefore, notAfter, renewsFrom, renewalDue } = certificate;
  const days = daysUntil(notAfter, new Date()).toLocaleString("ja-JP");
  return (
    <Card title="電子証明書">
      <p className="measure">
        この端末が貴事業所のものであることの証明です。送受信のたびに、自動で使われます。
      </p>
      <Facts
        facts={[
          ["有効期限", `${dateOfInstant(notAfter)}まで (あと${days}日)`],
          [
            "更新",
            renewalDue
              ? "更新の時期です。ログインのあとに自動で更新します。"
              : `${dateOfInstant(renewsFrom)}からのログインのあとに、自動で更新します。`,
          ],
          ["発行日", dateOfInstant(notBefore)],
          [
            "識別番号",
            <span key="serial" className="code">
              {serial}
            </span>,
          ],
        ]}
      />
      <Failure title="更新できませんでした" error={renew.error} otherSide={theApp} />
      <div className="row">
        {renewalDue ? (
          <Button icon="refresh" onPress={renew.run} pending={renew.pending}>
            証明書を更新する
          </Button>
        ) : null}
        <LinkButton href={takeOutAddress} icon="download">
          証明書をファイルに取り出す
        </LinkButton>
      </div>
    </Card>
  );
}
