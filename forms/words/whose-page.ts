import type { CareUser } from "@tsunagi/standard";
import type { Content } from "../paper/block.ts";
import { cell } from "../paper/cell.ts";
import { shortName } from "./care-user.ts";

/** The foot of every page of a form: whose it is, so that a single sheet finds its way back. */
export function whosePage({
  name = "",
  insurerNumber,
  insuredNumber,
}: CareUser & { readonly name?: string | undefined }): Content {
  return cell(`保険者番号 ${insurerNumber}　被保険者番号 ${insuredNumber}　${shortName(name)}`, {
    ruled: "none",
    size: 7,
    padding: 0.5,
  });
}
