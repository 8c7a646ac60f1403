import type { ReactNode } from "react";
import { Notice } from "../../parts/look/Notice.tsx";
import { daysUntil } from "../../parts/words/japanese-date.ts";
import type { ReadyState } from "../desk-context.ts";
import { CertificateEnds } from "./CertificateEnds.tsx";
import { CertificateLogBanners } from "./CertificateLogBanners.tsx";
import { LicenceBanner } from "./LicenceBanner.tsx";

interface BannersProps {
  readonly state: ReadyState;
  readonly connected: boolean;
}

/** Days before the end of the certificate from which the desk reminds. */
const reminderDays = 90;

/** What stands in the way of the work, whichever place the user is at: the gravest only of what hangs together. */
export function Banners({ state, connected }: BannersProps): ReactNode {
  const daysLeft = daysUntil(state.certificateUntil, new Date());
  return (
    <div className="stack banners" aria-live="polite">
      {connected ? <Offline online={state.online} /> : <AppGone />}
      <CertificateLogBanners {...state.certificateLog} />
      {state.licence === undefined ? null : <LicenceBanner licence={state.licence} />}
      {daysLeft > reminderDays ? null : (
        <CertificateEnds until={state.certificateUntil} daysLeft={daysLeft} />
      )}
    </div>
  );
}

function AppGone(): ReactNode {
  return (
    <Notice tone="bad" title="アプリとつながっていません。">
      <p>
        アプリが終了したようです。アプリを起動し直してください。受け取ったデータと送信箱のデータは残っています。
      </p>
    </Notice>
  );
}

function Offline({ online }: { readonly online: boolean }): ReactNode {
  if (online) return null;
  return (
    <Notice tone="warn" title="センターにつながりません。">
      <p>
        ネットワークをご確認ください。送信箱のデータは残っており、つながりしだい自動で送ります。届いているものの確認も、つながりしだい行います。
      </p>
    </Notice>
  );
}
