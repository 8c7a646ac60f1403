import type { CareUser } from "@tsunagi/standard";

/** The care user by name; by insured number, where no name is told. */
export function callUser({
  name,
  insuredNumber,
}: CareUser & { readonly name?: string | undefined }): string {
  return name ?? `（被保険者番号 ${insuredNumber}）`;
}
