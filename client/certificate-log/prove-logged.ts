import { CallError } from "@tsunagi/contract";
import { leafHashOfCertificate, type OfficeCertificate, verifyInclusion } from "@tsunagi/sealing";
import { ClientError } from "../errors.ts";
import type { Office } from "../office.ts";
import type { Session } from "../session/session.ts";
import { followLog, provedOr } from "./follow-log.ts";
import { isProved, keepProved } from "./known-log.ts";

/**
 * Proves that a partner's certificate stands in the log, where the partner sees it too: the keeper of the authority
 * could otherwise make one for itself and read along. What was proved once is not asked again.
 * @throws ClientError `certificate-unlogged`, `log-rewritten`, `log-held-back`; CallError
 */
export async function proveLogged(
  office: Office,
  session: Session,
  certificate: OfficeCertificate,
): Promise<void> {
  const { fingerprint } = certificate;
  if (isProved(office, fingerprint)) return;
  await session.authorized(async (call) => {
    const head = await followLog(office, call);
    const { index, proof } = await call
      .logInclusion({ query: { fingerprint, size: head.size } })
      .catch(refuseUnlogged);
    const hash = leafHashOfCertificate(certificate) ?? "";
    provedOr("certificate-unlogged", () => verifyInclusion({ index, hash }, head, proof));
  });
  keepProved(office, fingerprint);
}

function refuseUnlogged(error: unknown): never {
  if (error instanceof CallError && error.code === "not-found") {
    throw new ClientError("certificate-unlogged", { cause: error });
  }
  throw error;
}
