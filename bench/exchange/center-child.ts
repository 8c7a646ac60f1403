// The process of the centre that is measured: opens it, fills it with offices, and tells who may send.
import { exportPrivateKey } from "@tsunagi/sealing";
import type { Sql } from "postgres";
import { startTestCenter } from "../../center/testing/center.ts";
import { join } from "../../center/testing/offices.ts";

/** An office that sends and receives under load. */
export interface LoadOffice {
  readonly number: string;
  /** PEM. */
  readonly key: string;
  readonly certificate: string;
  readonly token: string;
}

/** What the load has to know. */
export interface Ready {
  readonly exchangeUrl: string;
  readonly databaseUrl: string;
  readonly authorities: readonly string[];
  readonly offices: readonly LoadOffice[];
}

/** Offices in the directory, with licence and certificate. */
export const officesInAll = 10_000;
const officesUnderLoad = 8;

const [dataFolder = "", messagesTogether = "", databaseUrl] = process.argv.slice(2);
const center = await startTestCenter(
  {
    dataFolder,
    ...(databaseUrl !== undefined && { databaseUrl }),
    remove: () => Promise.resolve(),
  },
  {
    clock: () => new Date(),
    messagesTogether: Number(messagesTogether),
    // A few offices do here what thousands do.
    limits: {
      officeRequestsPerMinute: Number.MAX_SAFE_INTEGER,
      inboxMessages: Number.MAX_SAFE_INTEGER,
      inboxBytes: Number.MAX_SAFE_INTEGER,
    },
  },
);
await fill(center.sql);
const offices: LoadOffice[] = [];
for (let index = 0; index < officesUnderLoad; index += 1) {
  const office = await join(center, {
    number: String(1_300_000_001 + index),
    prefecture: "13",
    name: `試験事業所${index + 1}`,
    serviceTypes: ["43"],
    certificateKind: "KaigoJigyousho",
  });
  offices.push({
    number: office.number,
    key: exportPrivateKey(office.signer.key),
    certificate: office.signer.certificate,
    token: office.accessToken,
  });
}
const { exchangeUrl, authorities } = center;
process.send?.({ exchangeUrl, databaseUrl: center.databaseUrl, authorities, offices });
const stop = (): void => void center.stop().then(() => process.exit(0));
// Also when the bench itself was broken off.
process.once("message", stop).once("disconnect", stop);

async function fill(sql: Sql): Promise<void> {
  const others = officesInAll - officesUnderLoad;
  await sql`
    insert into offices (number, prefecture, name, search_name, service_types, certificate_kind, added_at)
    select 2700000000 + n, '27', '試験事業所' || n, '試験事業所' || n, '{43}', 'KaigoJigyousho', now()
    from generate_series(1, ${others}::integer) as n`;
  await sql`
    insert into licences (office, valid_from, valid_until, application_number, applied_at, fee_yen,
                          deduction_month, automatic_renewal, terms_edition)
    select number, current_date - 30, current_date + 300, 'A' || number, now(), 0, '2026-01', true, '1'
    from offices`;
  await sql`
    insert into certificates (serial, office, kind, fingerprint, not_before, not_after, pem)
    select 'bench-' || number, number, certificate_kind, encode(sha256(number::bytea), 'hex'),
           now() - interval '30 days', now() + interval '2 years', repeat('x', 1100)
    from offices`;
  await sql`analyze`;
}
