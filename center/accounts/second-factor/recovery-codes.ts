import type { Context } from "../../context.ts";
import type { Transaction } from "../../database/pool.ts";
import { newLetterPassword } from "../passwords.ts";
import { ownerOf } from "./mailed-codes.ts";

const codesAtOnce = 10;

/** Ten new recovery codes (回復コード) of 60 random bits; those of before serve no more. */
export async function makeRecoveryCodes(
  { secrets }: Pick<Context, "secrets">,
  transaction: Transaction,
  office: string,
): Promise<string[]> {
  const codes = Array.from({ length: codesAtOnce }, newLetterPassword);
  await transaction`delete from recovery_codes where office = ${office}`;
  for (const code of codes) {
    await transaction`
      insert into recovery_codes (office, code) values (${office}, ${macOf(secrets, office, code)})`;
  }
  return codes;
}

/** @returns whether it was one of the office's; then it is used up */
export async function useRecoveryCode(
  { secrets }: Pick<Context, "secrets">,
  transaction: Transaction,
  office: string,
  code: string,
): Promise<boolean> {
  const used = await transaction`
    delete from recovery_codes where office = ${office} and code = ${macOf(secrets, office, code)}`;
  return used.count === 1;
}

/** The hyphens are for reading only. */
function macOf(secrets: Context["secrets"], office: string, code: string): Uint8Array {
  return secrets.mac(ownerOf(office, "recovery"), code.replaceAll("-", ""));
}
