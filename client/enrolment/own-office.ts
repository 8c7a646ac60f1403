import { ClientError } from "../errors.ts";
import type { Office } from "../office.ts";
import { readSetting } from "../store/settings.ts";

/** Number and name of the office this folder belongs to. @throws ClientError `not-enrolled` */
export function ownOffice({ store }: Office): { number: string; name: string } {
  const number = readSetting(store, "officeNumber");
  const name = readSetting(store, "officeName");
  if (number === undefined || name === undefined) throw new ClientError("not-enrolled");
  return { number, name };
}
