import type { CareUser } from "@tsunagi/standard";

/** Keys of fields that say whom a row is about: they stand above the sheet. */
export const ofCareUser: readonly string[] = ["insurerNumber", "insuredNumber"];

/** Keys of fields that say whom a row of an annex is about, and to which plan or consultation it belongs. */
export const ofParent: readonly string[] = [...ofCareUser, "planChangedOn", "consultedOn"];

/** How a care user is called: by name where the files tell it, else by 被保険者番号. */
export function nameOf({
  name,
  insuredNumber,
}: CareUser & { readonly name?: string | undefined }): string {
  return name === undefined ? `被保険者番号 ${insuredNumber}` : `${name} さん`;
}
