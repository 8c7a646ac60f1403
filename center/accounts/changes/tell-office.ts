import type { Transaction } from "../../database/pool.ts";
import { addressOf } from "../recovery/address.ts";

/** What was changed of an office account that its office has to hear of. */
export type Change =
  | "password-changed"
  | "password-recovered"
  | "account-reissued"
  | "security-address-set"
  | "security-address-removed"
  | "authenticator-set"
  | "authenticator-removed"
  | "recovery-codes-renewed"
  | "recovery-code-used"
  | "second-factor-cleared";

/**
 * Has a change told by mail to every address that is known of the office: that of its application or of the register,
 * and its security address. To be called before an address is taken away.
 *
 * @param also an address that is about to be set
 */
export async function tellOffice(
  transaction: Transaction,
  told: {
    readonly office: string;
    readonly change: Change;
    readonly at: Date;
    readonly also?: string;
  },
): Promise<void> {
  const { office, change, at, also = null } = told;
  await transaction`
    insert into account_mails (office, kind, email, at)
    select ${office}, ${change}, known.email, ${at}::timestamptz from (
      select address.email from offices o cross join lateral (${addressOf(transaction)}) as address
      where o.number = ${office}
      union select email from security_addresses where office = ${office}
      union select ${also}::text
    ) as known where known.email is not null`;
}
