import { join } from "node:path";
import {
  type Authority,
  authorityOf as authorityWith,
  type CertificateInfo,
  createRequest,
  generateKeyPair,
  issueCertificate,
  type OfficeCertificate,
  parseCertificate,
} from "@tsunagi/sealing";
import { appendToLog, appendUnlogged } from "../../center/certificate-log/append.ts";
import { readKeyFile } from "../../center/certificates/files.ts";
import { openPool } from "../../center/database/pool.ts";
import type { Network } from "./network.ts";

/** What somebody can do who runs the centre, has its database and the key of its authority. */
export interface DishonestOperator {
  /** Makes a certificate in the name of an office, and gives it out in the directory beside the office's own. */
  forge(officeNumber: string): Promise<OfficeCertificate>;
  /** Puts what is not in the log at its end, as the centre does at its start. */
  logAll(): Promise<void>;
  /** Keeps the log as it is, to be put back. */
  keepLog(): Promise<void>;
  putLogBack(): Promise<void>;
  /** Makes the log anew of what stands in it. */
  rewriteLog(
    choose: (issued: readonly OfficeCertificate[]) => readonly OfficeCertificate[],
  ): Promise<void>;
  leave(): Promise<void>;
}

const logTables = ["log_entries", "log_nodes", "log_heads"];

export function dishonestOperator(network: Network): DishonestOperator {
  const sql = openPool(network.center().databaseUrl, 2);

  async function emptyLog(): Promise<void> {
    for (const table of logTables) {
      await sql`alter table ${sql(table)} disable trigger user`;
      await sql`delete from ${sql(table)}`;
    }
  }

  return {
    async forge(officeNumber) {
      const forged = await issueForged(network, officeNumber);
      const { serial, kind, fingerprint, pem, notBefore, notAfter } = forged;
      await sql`
        insert into certificates (serial, office, kind, fingerprint, not_before, not_after, pem)
        values (${serial}, ${officeNumber}, ${kind}, ${fingerprint}, ${notBefore}, ${notAfter}, ${pem})`;
      return forged;
    },
    logAll: () => appendUnlogged(sql),
    async keepLog() {
      for (const table of logTables) {
        await sql`create table ${sql(`kept_${table}`)} as table ${sql(table)}`;
      }
    },
    async putLogBack() {
      await emptyLog();
      for (const table of logTables) {
        await sql`insert into ${sql(table)} select * from ${sql(`kept_${table}`)}`;
      }
    },
    async rewriteLog(choose) {
      const rows = await sql<{ pem: string }[]>`
        select pem from certificates join log_entries using (fingerprint) order by number`;
      const issued = rows.map(({ pem }) => parseCertificate(pem)).filter(isOfOffice);
      await emptyLog();
      await sql.begin((transaction) => appendToLog(transaction, choose(issued)));
    },
    leave: () => sql.end(),
  };
}

async function issueForged(network: Network, officeNumber: string): Promise<OfficeCertificate> {
  const now = Date.now();
  return issueCertificate(authorityOf(network), {
    request: await createRequest(generateKeyPair(), { officeNumber }),
    kind: "CarePlanJigyousho",
    officeNumber,
    notBefore: new Date(now - 60_000),
    notAfter: new Date(now + 86_400_000),
  });
}

function authorityOf({ place }: Network): Authority {
  const folder = join(place.dataFolder, "authority");
  const file = readKeyFile({ folder, passphrase: undefined }, "authority");
  if (file === undefined) throw new Error("no authority");
  return authorityWith(file);
}

function isOfOffice(certificate: CertificateInfo): certificate is OfficeCertificate {
  return certificate.officeNumber !== undefined;
}
