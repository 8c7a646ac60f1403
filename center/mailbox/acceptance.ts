import type { Acceptance } from "@tsunagi/contract/exchange";
import { signReceipt } from "@tsunagi/sealing";
import type { PendingQuery, Row } from "postgres";
import type { Context } from "../context.ts";
import type { Sql } from "../database/pool.ts";
import { isCertified, isLicensed, type SqlTemplate } from "../directory/standing.ts";
import { Refusal } from "../errors.ts";
import { base64, type Mover } from "./message.ts";

/** What a message is, whichever way it came. */
export interface Identity {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  /** Of the sealed bytes. */
  readonly sha256: string;
}

/** What was answered, and is answered again to the same message. */
export interface Accepted {
  readonly acceptedAt: Date;
  readonly acceptedReceipt: Uint8Array;
}

/** As the contract says it. */
export function acceptanceOf({
  id,
  acceptedAt,
  acceptedReceipt,
}: Accepted & Pick<Identity, "id">): Acceptance {
  return {
    id,
    acceptedAt: acceptedAt.toISOString(),
    acceptedReceipt: base64(acceptedReceipt),
  };
}

/** What is stored of an acceptance beside that. */
export interface AcceptanceDetails {
  readonly expiresAt: Date;
  readonly movedBy: {
    readonly accepted: { readonly person: string; readonly certificate: string };
  };
}

/** When the receiver has to have taken it, and who sent it. */
export function detailsOf(
  { limits }: Pick<Context, "limits">,
  { acceptedAt }: Accepted,
  by: Mover,
): AcceptanceDetails {
  const expiresAt = new Date(acceptedAt.getTime() + limits.expiryDays * 86_400_000);
  return { expiresAt, movedBy: { accepted: { ...by } } };
}

/** A message that is there, with what was answered to it. */
export type KnownMessage = Accepted & Omit<Identity, "id">;

export async function findAccepted(sql: Sql, id: string): Promise<KnownMessage | undefined> {
  const [row] = await sql<KnownMessage[]>`
    select from_office as "from", to_office as "to", sha256, accepted_at as "acceptedAt",
           accepted_receipt as "acceptedReceipt"
    from messages where id = ${id}`;
  return row;
}

/**
 * The first answer, given again.
 * @throws Refusal `message-id-conflict`
 */
export function sameOrConflict(
  known: KnownMessage,
  { from, to, sha256 }: Omit<Identity, "id">,
): Accepted {
  const same = known.from === from && known.to === to && known.sha256 === sha256;
  if (!same) throw new Refusal("message-id-conflict");
  return known;
}

/** How the two parties of a message stand. */
export interface Standing {
  readonly senderLicensed: boolean;
  readonly receiverKnown: boolean;
  readonly receiverLicensed: boolean;
  readonly receiverCertified: boolean;
}

/** SQL: the columns of `Standing`; `now` is a timestamptz. */
export function selectStanding<Part>(
  sql: SqlTemplate<Part>,
  { from, to, now }: { readonly from: Part; readonly to: Part; readonly now: Part },
): Part {
  return sql`
    ${isLicensed(sql, from, now)} as "senderLicensed",
    exists (select 1 from offices where number = ${to}) as "receiverKnown",
    ${isLicensed(sql, to, now)} as "receiverLicensed", ${isCertified(sql, to, now)} as "receiverCertified"`;
}

/** @throws Refusal `licence-missing`, `office-unknown`, `receiver-unlicensed`, `receiver-without-certificate` */
export function requireStanding(standing: Standing): void {
  if (!standing.senderLicensed) throw new Refusal("licence-missing");
  if (!standing.receiverKnown) throw new Refusal("office-unknown");
  if (!standing.receiverLicensed) throw new Refusal("receiver-unlicensed");
  if (!standing.receiverCertified) throw new Refusal("receiver-without-certificate");
}

/** @throws Refusal those of `requireStanding` */
export async function requireParties(
  { sql, clock }: Pick<Context, "sql" | "clock">,
  { from, to }: Pick<Identity, "from" | "to">,
): Promise<void> {
  const [standing] = await sql<[Standing]>`
    select ${selectStanding<PendingQuery<Row[]>>(sql, {
      from: sql`${from}`,
      to: sql`${to}`,
      now: sql`${clock()}::timestamptz`,
    })}`;
  requireStanding(standing);
}

/** The centre's signature that it has the message, as of now. */
export function signAcceptance(
  { clock, keys }: Pick<Context, "clock" | "keys">,
  { id, from, to, sha256 }: Identity,
  size: number,
): Accepted {
  const acceptedAt = clock();
  const at = acceptedAt.toISOString();
  const acceptedReceipt = signReceipt(
    { type: "accepted", id, from, to, size, sealedSha256: sha256, at },
    keys.signer(),
  );
  return { acceptedAt, acceptedReceipt };
}
