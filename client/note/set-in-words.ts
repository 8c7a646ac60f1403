import { type FileSet, serviceTypeName } from "@tsunagi/standard";
import { titleOfFiles } from "../tray/titles.ts";
import { monthInWords } from "./words.ts";

/** To whom a set goes and what it is: `1370000029（訪問介護）宛て サービス利用票・別表（予定） 令和8年12月分`. */
export function setInWords(set: FileSet): string {
  const { title } = titleOfFiles(set.files.map(({ name }) => name));
  const month = set.month === undefined ? "" : ` ${monthInWords(set.month)}`;
  return `${partyInWords(set.receiver)}宛て ${title}${month}`;
}

/** `1370000029（訪問介護）`. */
export function partyInWords({ office, serviceType }: FileSet["sender"]): string {
  return `${office}（${serviceTypeName(serviceType) ?? `種類 ${serviceType}`}）`;
}
