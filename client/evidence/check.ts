import type { EvidenceStatement } from "@tsunagi/contract/desk";
import { verifyEvidence } from "@tsunagi/sealing";
import type { Office } from "../office.ts";
import { evidenceOf, gatherEvidence } from "./gather.ts";

/** What the evidence of a message shows, checked on this machine. */
export interface CheckedEvidence {
  /** Nothing is missing and nothing contradicts: sent, accepted, opened, all of the same content. */
  readonly proved: boolean;
  readonly statements: EvidenceStatement[];
}

const states = { ok: "proved", failed: "failed", absent: "absent" } as const;

/** @throws ClientError `not-found`, `evidence-not-yet` */
export async function checkEvidence(office: Office, id: string): Promise<CheckedEvidence> {
  const { authorities, now } = office;
  const evidence = await evidenceOf(office, id, gatherEvidence(office, id));
  const report = verifyEvidence({ ...evidence, authorities, at: now() });
  const statements = report.statements.map(({ subject, state, ja }) => ({
    name: subject,
    state: states[state],
    sentence: ja,
  }));
  const complete = statements.every(({ state }) => state === "proved");
  return { proved: report.holds && complete, statements };
}
