import type { ReactNode } from "react";
import { AddressPage } from "./AddressPage.tsx";
import { AuthenticatorPage } from "./AuthenticatorPage.tsx";
import { RecoveryCodesPage } from "./RecoveryCodesPage.tsx";
import { SecurityPage } from "./SecurityPage.tsx";
import { TakeOffPage } from "./TakeOffPage.tsx";

interface SecurityPagesProps {
  readonly step: string | undefined;
  readonly off: boolean;
}

/** The pages of `#/security/…`. */
export function SecurityPages({ step, off }: SecurityPagesProps): ReactNode {
  if (step === "address") return off ? <TakeOffPage which="address" /> : <AddressPage />;
  if (step === "app") return off ? <TakeOffPage which="app" /> : <AuthenticatorPage />;
  if (step === "recovery-codes") return <RecoveryCodesPage />;
  return <SecurityPage changed={step} />;
}
