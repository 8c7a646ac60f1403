import type { ReactNode } from "react";
import { Button } from "../../parts/look/Button.tsx";
import { Failure } from "../../parts/look/Failure.tsx";
import { Notice } from "../../parts/look/Notice.tsx";
import { dateOfInstant } from "../../parts/words/japanese-date.ts";
import { desk, theApp } from "../api.ts";
import { type ReadyState, useDesk, useDeskAction } from "../desk-context.ts";

type CertificateLog = ReadyState["certificateLog"];

/** What the public log of certificates 公開記録 says that somebody has to look into. */
export function CertificateLogBanners({ trouble, strange }: CertificateLog): ReactNode {
  return (
    <>
      {trouble === null ? null : (
        <Notice tone="bad" title="安全の確認ができないため、送信を止めています。">
          <p>{trouble.message}</p>
          <p>受け取ったデータは、これまでどおり見られます。</p>
        </Notice>
      )}
      {strange.map((certificate) => (
        <StrangeCertificate key={certificate.serial} {...certificate} />
      ))}
    </>
  );
}

function StrangeCertificate({ serial, notBefore }: CertificateLog["strange"][number]): ReactNode {
  const { enter } = useDesk();
  const acknowledge = useDeskAction(async () => {
    enter(await desk.acknowledgeCertificate({ params: { serial } }));
  });
  return (
    <Notice tone="warn" title="この端末の知らない、貴事業所の電子証明書が発行されています。">
      <p>
        {dateOfInstant(notBefore)}
        に発行されたものです。ほかの端末で申請したのであれば、そのままお使いになれます。どなたにも心当たりがないときは、利用状況Webサイトでその電子証明書を失効させ、運営窓口にご連絡ください。
      </p>
      <p className="small">識別番号 {serial}</p>
      <Failure title="記録できませんでした" error={acknowledge.error} otherSide={theApp} />
      <div>
        <Button onPress={acknowledge.run} pending={acknowledge.pending}>
          心当たりがある
        </Button>
      </div>
    </Notice>
  );
}
