import {
  addLeaf,
  type HashedNode,
  leafHashOf,
  type OfficeCertificate,
  parseCertificate,
  writeLogEntry,
} from "@tsunagi/sealing";
import type { Sql, Transaction } from "../database/pool.ts";
import { readEdge } from "./nodes.ts";

/**
 * Adds certificates at the end of the log (公開記録), in the transaction that issues them: none is ever in force that
 * does not stand there. Entries follow each other one by one until the transaction ends.
 */
export async function appendToLog(
  transaction: Transaction,
  certificates: readonly OfficeCertificate[],
): Promise<void> {
  if (certificates.length === 0) return;
  await transaction`select pg_advisory_xact_lock(7469, 7)`;
  let edge = await readEdge(transaction);
  const entries: { number: number; fingerprint: string; entry: string }[] = [];
  const nodes: HashedNode[] = [];
  for (const certificate of certificates) {
    const entry = writeLogEntry(certificate);
    entries.push({ number: edge.size, fingerprint: certificate.fingerprint, entry });
    const added = addLeaf(edge, leafHashOf(entry));
    nodes.push(...added.made);
    edge = added.edge;
  }
  await transaction`insert into log_entries ${transaction(entries)}`;
  const rows = nodes.map(({ level, index, hash }) => ({ level, place: index, hash }));
  await transaction`insert into log_nodes ${transaction(rows)}`;
}

/** How many are added at a time: each row takes three parameters of the 65,534 a statement may have. */
const atOnce = 1000;

/** Adds what was issued before there was a log. */
export async function appendUnlogged(sql: Sql): Promise<void> {
  for (;;) {
    const added = await sql.begin(async (transaction) => {
      await transaction`select pg_advisory_xact_lock(7469, 7)`;
      const rows = await transaction<{ pem: string }[]>`
        select pem from certificates c
        where not exists (select from log_entries l where l.fingerprint = c.fingerprint)
        order by not_before, serial limit ${atOnce}`;
      const certificates = rows.map(({ pem }) => parseCertificate(pem));
      await appendToLog(
        transaction,
        certificates.filter((certificate) => certificate.officeNumber !== undefined),
      );
      return rows.length;
    });
    if (added < atOnce) return;
  }
}
