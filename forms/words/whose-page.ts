import type { CareUser } from "@tsunagi/standard";
import type { Content } from "../paper/block.ts";
import { cell } from "../paper/cell.ts";
import { charactersOf } from "../paper/characters.ts";

/** A name that is longer is told at the foot by its beginning; the whole of it stands in the form. */
const longestName = 24;

/** The foot of every page of a form: whose it is, so that a single sheet finds its way back. */
export function whosePage({
  name = "",
  insurerNumber,
  insuredNumber,
}: CareUser & { readonly name?: string | undefined }): Content {
  const characters = charactersOf(name.replaceAll(/\s+/gu, " "));
  const short =
    characters.length > longestName
      ? `${characters.slice(0, longestName).join("")}…`
      : characters.join("");
  return cell(`保険者番号 ${insurerNumber}　被保険者番号 ${insuredNumber}　${short}`, {
    ruled: "none",
    size: 7,
    padding: 0.5,
  });
}
