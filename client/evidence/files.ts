import { type Source, sourceOf, verifyEvidence } from "@tsunagi/sealing";
import { contentOf, type FileContent } from "../file-content.ts";
import type { Office } from "../office.ts";
import { type StoredBytes, sourceOfStored } from "../store/stored-bytes.ts";
import { authorityPem, evidenceOf, gatherEvidence, signedAtOf } from "./gather.ts";
import { howToVerify } from "./how-to-verify.ts";

export interface EvidenceFile extends FileContent {
  readonly name: string;
}

/**
 * The evidence of a message as files for others to check: sealed.der, signed.der, accepted.der, opened.der as far as
 * they are there, ca.pem and HOW-TO-VERIFY.txt.
 * @throws ClientError `not-found`, `evidence-not-yet`
 */
export async function evidenceFiles(office: Office, id: string): Promise<EvidenceFile[]> {
  const { authorities, now } = office;
  const kept = gatherEvidence(office, id);
  const evidence = await evidenceOf(office, id, kept);
  const { accepted, opened } = verifyEvidence({ ...evidence, authorities, at: now() });
  const guide = howToVerify({
    accepted: accepted && new Date(accepted.at),
    opened: opened && new Date(opened.at),
    signed: await signedAtOf(office, kept),
  });
  const parts = Object.entries(kept).flatMap(([part, stored]: [string, StoredBytes | undefined]) =>
    stored === undefined ? [] : [evidenceFile(`${part}.der`, sourceOfStored(office.store, stored))],
  );
  return [
    ...parts,
    evidenceFile("ca.pem", sourceOf(Buffer.from(authorityPem(office)))),
    evidenceFile("HOW-TO-VERIFY.txt", sourceOf(Buffer.from(`\uFEFF${guide}`))),
  ];
}

function evidenceFile(name: string, content: Source): EvidenceFile {
  return { name, ...contentOf(content) };
}
