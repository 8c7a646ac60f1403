import type { ReactNode } from "react";
import { Button } from "../../parts/look/Button.tsx";
import { Failure } from "../../parts/look/Failure.tsx";
import { Notice } from "../../parts/look/Notice.tsx";
import { dateOfInstant } from "../../parts/words/japanese-date.ts";
import { desk, theApp } from "../api.ts";
import { useDesk, useDeskAction } from "../desk-context.ts";

interface CertificateEndsProps {
  readonly until: string;
  readonly daysLeft: number;
}

/** From here on waiting is dangerous: the office may be closed for days. */
const graveDays = 7;

/** The certificate is near its end, or past it. The app renews it by itself; when it could not, here is the button. */
export function CertificateEnds({ until, daysLeft }: CertificateEndsProps): ReactNode {
  const { enter } = useDesk();
  const renew = useDeskAction(async () => {
    enter(await desk.renewCertificate());
  });
  if (daysLeft === 0) {
    return (
      <Notice tone="bad" title="電子証明書の有効期間が切れています。">
        <p>
          送受信ができません。アプリを起動し直し、通知書の証明書発行用パスワードで、もう一度初期設定をしてください。受け取ったデータは残っています。
        </p>
      </Notice>
    );
  }
  return (
    <Notice
      tone={daysLeft <= graveDays ? "bad" : "warn"}
      title={`電子証明書の有効期限が近づいています (${dateOfInstant(until)}まで、あと${daysLeft}日)。`}
    >
      <p>
        ふだんはログインのあとに自動で更新されます。このお知らせが消えないときは、「更新する」を押してください。期限を過ぎると送受信ができなくなります。
      </p>
      <Failure title="更新できませんでした" error={renew.error} otherSide={theApp} />
      <div>
        <Button onPress={renew.run} pending={renew.pending}>
          更新する
        </Button>
      </div>
    </Notice>
  );
}
