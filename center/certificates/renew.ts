import { type IssuedCertificate, renewalDays } from "@tsunagi/contract/exchange";
import {
  parseCertificate,
  type Renewal,
  readRequest,
  SealingError,
  verifyRenewal,
} from "@tsunagi/sealing";
import { recordAct } from "../audit/record.ts";
import type { Context } from "../context.ts";
import type { Transaction } from "../database/pool.ts";
import { Refusal } from "../errors.ts";
import type { CertificateCaller } from "../server/handlers.ts";
import { issueTo, validYears } from "./issue.ts";
import { type CertificateRow, certificateColumns, issuedFrom } from "./row.ts";
import { span, yearsAfter } from "./years.ts";

const dayMilliseconds = 86_400_000;

/**
 * Renews (更新) the certificate that the caller shows: valid from now until three years past the present end. The old one
 * stays valid until its end, so that what is under way to it arrives. Asked again for the same key, the answer is the
 * certificate that was issued to it.
 *
 * @param der what `signRenewal` made with the certificate that the caller shows
 * @throws Refusal `renewal-too-early`, `renewal-invalid`, `csr-invalid`, `certificate-exists`
 */
export async function renewCertificate(
  { sql, clock, keys }: Pick<Context, "sql" | "clock" | "keys">,
  { officeNumber: office, serial, fingerprint }: CertificateCaller,
  der: Uint8Array,
): Promise<IssuedCertificate> {
  const now = clock();
  const renewal = readRenewal(der, { ...keys.trust(), at: now });
  if (renewal.signer.fingerprint !== fingerprint) throw new Refusal("renewal-invalid");
  const { request } = renewal;
  return sql.begin(async (transaction) => {
    // One request of an office at a time.
    await transaction`select 1 from offices where number = ${office} for no key update`;
    const [present, successor] = await validFrom(transaction, serial, office, now);
    if (present === undefined) throw new Refusal("certificate-revoked");
    if (successor !== undefined) return ofSameKey(successor, request);
    const left = present.notAfter.getTime() - now.getTime();
    if (left > renewalDays * dayMilliseconds) throw new Refusal("renewal-too-early");
    const renewed = await issueTo(transaction, keys, {
      office,
      kind: present.kind,
      request,
      notBefore: span(now, validYears).notBefore,
      notAfter: yearsAfter(present.notAfter, validYears),
    });
    await transaction`
      insert into certificate_renewals (serial, renewed, signed)
      values (${renewed.serial}, ${serial}, ${der})`;
    await recordAct(transaction, {
      at: now,
      act: "certificate-renewed",
      office,
      subject: renewed.serial,
    });
    return renewed;
  });
}

function readRenewal(der: Uint8Array, check: Parameters<typeof verifyRenewal>[1]): Renewal {
  try {
    return verifyRenewal(der, check);
  } catch (cause) {
    if (cause instanceof SealingError) throw new Refusal("renewal-invalid", { cause });
    throw cause;
  }
}

/** The certificate, and the newest of the office that ends after it. */
async function validFrom(
  transaction: Transaction,
  serial: string,
  office: string,
  now: Date,
): Promise<readonly CertificateRow[]> {
  return transaction<CertificateRow[]>`
    select ${certificateColumns(transaction)} from certificates
    where office = ${office} and revoked_at is null and not_after > ${now}
      and not_after >= (select not_after from certificates where serial = ${serial})
    order by serial <> ${serial}, not_after desc limit 2`;
}

function ofSameKey(successor: CertificateRow, request: string): IssuedCertificate {
  if (!parseCertificate(successor.pem).publicKey.equals(keyOf(request))) {
    throw new Refusal("certificate-exists");
  }
  return issuedFrom(successor);
}

function keyOf(request: string): ReturnType<typeof readRequest> {
  try {
    return readRequest(request);
  } catch (cause) {
    throw new Refusal("csr-invalid", { cause });
  }
}
