import { layout } from "./layout.ts";
import { isDay } from "./value.ts";

/** The parts of a file's name. */
export interface NameParts {
  /** Undefined for a picture of the family. */
  readonly kind: string | undefined;
  /** Six digits, where names of the kind have it. */
  readonly month: string | undefined;
  readonly sender: string;
  readonly senderType: string;
  readonly receiver: string;
  readonly receiverType: string;
  readonly time: string;
}

const kinds = Object.keys(layout.files);
const tail = String.raw`([0-9A-Z]{10})_([0-9A-Z]{2})_([0-9A-Z]{10})_([0-9A-Z]{2})_(\d{14})`;
const csvName = new RegExp(`^(${kinds.join("|")})(?:_(\\d{6}))?_${tail}\\.CSV$`);
const imageName = new RegExp(`^UPKIHON_IMAGE_${tail}_\\d{4}\\.jpg$`);

/** Takes a name apart; undefined when it is none of the standard. */
export function partsOfName(name: string): NameParts | undefined {
  const [csv, image] = [csvName.exec(name), imageName.exec(name)];
  const [kind, month] = csv?.slice(1, 3) ?? [];
  const parts = csv?.slice(3) ?? image?.slice(1);
  if (parts === undefined) return undefined;
  const [sender = "", senderType = "", receiver = "", receiverType = "", time = ""] = parts;
  const mayHaveMonth = kind !== undefined && layout.files[kind]?.monthInName === true;
  if ((month !== undefined) !== mayHaveMonth || !isMoment(time)) return undefined;
  return { kind, month, sender, senderType, receiver, receiverType, time };
}

function isMoment(time: string): boolean {
  return isDay(time.slice(0, 8)) && /^([01]\d|2[0-3])([0-5]\d){2}$/.test(time.slice(8));
}
