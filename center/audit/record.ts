import { createHash } from "node:crypto";
import type { Sql, Transaction } from "../database/pool.ts";

/** An act that matters for security. It names numbers and ids, never persons. */
export interface Act {
  readonly at: Date;
  readonly act:
    | "office-added"
    | "offices-imported"
    | "office-reissued"
    | "corporation-added"
    | "corporation-issued"
    | "corporation-linked"
    | "corporation-unlinked"
    | "login-failed"
    | "login-locked"
    | "password-changed"
    | "password-recovered"
    | "security-address-set"
    | "security-address-removed"
    | "authenticator-set"
    | "authenticator-removed"
    | "recovery-codes-renewed"
    | "recovery-code-used"
    | "second-factor-cleared"
    | "session-ended"
    | "person-added"
    | "person-stopped"
    | "person-resumed"
    | "person-role-changed"
    | "person-reissued"
    | "person-invited"
    | "invitation-accepted"
    | "refresh-token-reused"
    | "certificate-requested"
    | "certificate-approved"
    | "certificate-refused"
    | "certificate-issued"
    | "certificate-renewed"
    | "certificate-revoked"
    | "keeping-chosen"
    | "listing-chosen"
    | "licence-applied"
    | "licence-lapsed"
    | "renewal-chosen"
    | "terms-accepted"
    | "terms-published"
    | "campaign-added"
    | "licence-renewed";
  /** The office's number, where one is known. */
  readonly office?: string;
  /** What it was done to: a person's ID, a serial number, an application's number. */
  readonly subject?: string;
}

/**
 * Appends an act to the audit (監査記録), together with what the transaction does. Acts follow each other one by one
 * until the transaction ends: call it last.
 */
export async function recordAct(transaction: Transaction, act: Act): Promise<void> {
  await transaction`select pg_advisory_xact_lock(7469, 5)`;
  const [last] = await transaction<{ number: number; hash: string }[]>`
    select number, hash from audit order by number desc limit 1`;
  const number = (last?.number ?? 0) + 1;
  const previous = last?.hash ?? "";
  const hash = hashOf(number, previous, act);
  await transaction`
    insert into audit (number, at, act, office, subject, previous, hash)
    values (${number}, ${act.at}, ${act.act}, ${act.office ?? null}, ${act.subject ?? null}, ${previous}, ${hash})`;
}

function hashOf(number: number, previous: string, { at, act, office, subject }: Act): string {
  const content = [number, at.toISOString(), act, office ?? null, subject ?? null, previous];
  return createHash("sha256").update(JSON.stringify(content)).digest("hex");
}

/** The audit as it was found. `brokenAt`: the first entry that was changed, or before which one is missing. */
export interface AuditReport {
  readonly entries: number;
  readonly brokenAt: number | null;
}

interface Entry {
  readonly number: number;
  readonly at: Date;
  readonly act: Act["act"];
  readonly office: string | null;
  readonly subject: string | null;
  readonly previous: string;
  readonly hash: string;
}

/** Follows the chain of hashes from the first entry to the last. */
export async function verifyAudit(sql: Sql): Promise<AuditReport> {
  let entries = 0;
  let previous = "";
  const rows = sql<Entry[]>`select * from audit order by number`.cursor(1000);
  for await (const page of rows) {
    for (const { number, at, act, office, subject, ...chain } of page) {
      const content = { at, act, ...(office && { office }), ...(subject && { subject }) };
      const hash = hashOf(number, previous, content);
      const follows = number === entries + 1 && chain.previous === previous && chain.hash === hash;
      if (!follows) return { entries, brokenAt: number };
      entries = number;
      previous = hash;
    }
  }
  return { entries, brokenAt: null };
}
