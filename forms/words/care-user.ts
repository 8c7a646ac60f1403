import type { CareUser } from "@tsunagi/standard";
import { charactersOf } from "../paper/characters.ts";

/** The care user by name; by insured number, where no name is told. */
export function callUser({
  name,
  insuredNumber,
}: CareUser & { readonly name?: string | undefined }): string {
  return name ?? `（被保険者番号 ${insuredNumber}）`;
}

/** A name that is longer is told by its beginning where every page repeats it; the whole of it stands in the form. */
const longestName = 24;

/** A name as every page can repeat it: on one line, with … where it is too long for that. */
export function shortName(name: string): string {
  const characters = charactersOf(name.replaceAll(/\s+/gu, " "));
  if (characters.length <= longestName) return characters.join("");
  return `${characters.slice(0, longestName).join("")}…`;
}
