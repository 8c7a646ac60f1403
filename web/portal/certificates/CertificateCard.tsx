import type { IssuedCertificate, RevocationReason } from "@tsunagi/contract/exchange";
import { type ReactNode, useState } from "react";
import { Choice } from "../../parts/form/Choice.tsx";
import { ConfirmDialog } from "../../parts/frame/ConfirmDialog.tsx";
import { Badge } from "../../parts/look/Badge.tsx";
import { Button } from "../../parts/look/Button.tsx";
import { Card } from "../../parts/look/Card.tsx";
import { Facts } from "../../parts/look/Facts.tsx";
import { Failure } from "../../parts/look/Failure.tsx";
import { Moment } from "../../parts/look/Moment.tsx";
import { dateOfInstant, daysUntil } from "../../parts/words/japanese-date.ts";
import { centre, theCentre } from "../api.ts";
import { usePortalAction } from "../portal-context.ts";
import { type CertificateState, kindWords, reasonWords, stateOf } from "./certificate-words.ts";

interface CertificateCardProps {
  readonly certificate: IssuedCertificate;
  readonly onRevoked: () => void;
}

/** One certificate, with the way to end it while it is valid. */
export function CertificateCard({ certificate, onRevoked }: CertificateCardProps): ReactNode {
  const now = new Date();
  const state = stateOf(certificate, now);
  const usable = state === "valid" || state === "ends-soon";
  const daysLeft = daysUntil(certificate.notAfter, now);
  return (
    <Card>
      <div className="spread">
        <h2>{kindWords[certificate.kind]}</h2>
        <StateBadge state={state} />
      </div>
      <Facts
        facts={[
          [
            "有効期限",
            `${dateOfInstant(certificate.notAfter)}まで${usable ? ` (あと${daysLeft}日)` : ""}`,
          ],
          ["発行日", dateOfInstant(certificate.notBefore)],
          ...(certificate.revokedAt === null
            ? []
            : [["失効した日時", <Moment key="revoked" at={certificate.revokedAt} />] as const]),
          [
            "番号",
            <span key="serial" className="code">
              {certificate.serial}
            </span>,
          ],
        ]}
      />
      {usable ? <Revoke certificate={certificate} onRevoked={onRevoked} /> : null}
    </Card>
  );
}

function Revoke({ certificate, onRevoked }: CertificateCardProps): ReactNode {
  const [asking, setAsking] = useState(false);
  const [reason, setReason] = useState<RevocationReason>("superseded");
  const revoke = usePortalAction(async () => {
    await centre
      .revokeCertificate({ params: { serial: certificate.serial }, body: { reason } })
      .finally(() => {
        setAsking(false);
      });
    onRevoked();
  });
  return (
    <>
      <Failure title="失効できませんでした" error={revoke.error} otherSide={theCentre} />
      <div className="row">
        <Button
          look="danger"
          onPress={() => {
            setAsking(true);
          }}
        >
          失効させる
        </Button>
        <span className="soft">端末の入れ替えや、紛失のときに使います。</span>
      </div>
      <ConfirmDialog
        open={asking}
        title="電子証明書を失効させますか"
        doIt="失効させる"
        pending={revoke.pending}
        onDoIt={revoke.run}
        onClose={() => {
          setAsking(false);
        }}
      >
        <p>
          この電子証明書を入れた端末では、すぐに送受信ができなくなります。元に戻すことはできません。
        </p>
        <Choice label="失効の理由" value={reason} options={reasonWords} onChange={setReason} />
      </ConfirmDialog>
    </>
  );
}

function StateBadge({ state }: { readonly state: CertificateState }): ReactNode {
  switch (state) {
    case "valid":
      return (
        <Badge tone="good" icon="check">
          有効
        </Badge>
      );
    case "ends-soon":
      return (
        <Badge tone="warn" icon="clock">
          まもなく期限
        </Badge>
      );
    case "expired":
      return (
        <Badge tone="bad" icon="alert">
          期限切れ
        </Badge>
      );
    case "revoked":
      return (
        <Badge tone="quiet" icon="cross">
          失効
        </Badge>
      );
    default:
      return state satisfies never;
  }
}
