import { verifyEvidence } from "@tsunagi/sealing";
import type { Office } from "../office.ts";
import { authorityPem, gatherEvidence, signedAtOf } from "./gather.ts";
import { howToVerify } from "./how-to-verify.ts";

export interface EvidenceFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/**
 * The evidence of a message as files for others to check: sealed.der, signed.der, accepted.der, opened.der as far as
 * they are there, ca.pem and HOW-TO-VERIFY.txt.
 * @throws ClientError `not-found`, `evidence-not-yet`
 */
export function evidenceFiles(office: Office, id: string): EvidenceFile[] {
  const { authorities, now } = office;
  const evidence = gatherEvidence(office, id);
  const { accepted, opened } = verifyEvidence({ ...evidence, authorities, at: now() });
  const guide = howToVerify({
    accepted: accepted && new Date(accepted.at),
    opened: opened && new Date(opened.at),
    signed: signedAtOf(office, evidence),
  });
  const parts = Object.entries(evidence).flatMap(([part, bytes]: [string, unknown]) =>
    bytes instanceof Uint8Array ? [{ name: `${part}.der`, bytes }] : [],
  );
  return [
    ...parts,
    { name: "ca.pem", bytes: Buffer.from(authorityPem(office)) },
    { name: "HOW-TO-VERIFY.txt", bytes: Buffer.from(`\uFEFF${guide}`) },
  ];
}
