import { oids } from "../der/oids.ts";
import { Reader } from "../der/read.ts";
import {
  type Chunks,
  element,
  oid,
  printableString,
  sequence,
  tags,
  utf8String,
} from "../der/write.ts";

/** The parts of a distinguished name that are in use. */
export interface Name {
  readonly country?: string;
  readonly organization?: string;
  readonly commonName?: string;
  readonly serialNumber?: string;
}

const attributes = {
  country: { oid: oids.country, label: "C", encode: printableString },
  organization: { oid: oids.organization, label: "O", encode: utf8String },
  commonName: { oid: oids.commonName, label: "CN", encode: utf8String },
  serialNumber: { oid: oids.serialNumber, label: "serialNumber", encode: printableString },
} as const;

type Part = keyof typeof attributes;
const parts: readonly Part[] = ["country", "organization", "commonName", "serialNumber"];

/** Name of RFC 5280, one attribute in each relative name. */
export function encodeName(name: Name): Chunks {
  const relativeNames = parts.flatMap((part) => {
    const value = name[part];
    if (value === undefined) return [];
    const attribute = attributes[part];
    return [element(tags.set, sequence(oid(attribute.oid), attribute.encode(value)))];
  });
  return sequence(...relativeNames);
}

export interface DecodedName {
  /** The parts that occur exactly once. */
  readonly name: Name;
  /** For reading: `C=JP, O=tsunagi, CN=e-seikyu CA`. */
  readonly text: string;
}

export function decodeName(der: Uint8Array): DecodedName {
  const found: { type: string; value: string }[] = [];
  const relativeNames = new Reader(der).inside();
  while (!relativeNames.done) {
    const set = relativeNames.inside(tags.set);
    while (!set.done) {
      const pair = set.inside();
      found.push({ type: pair.oid(), value: decodeText(pair.next()) });
      pair.end();
    }
  }

  const name: Record<string, string> = {};
  for (const part of parts) {
    const [first, second] = found.filter(({ type }) => type === attributes[part].oid);
    if (first && !second) name[part] = first.value;
  }
  return { name, text: found.map(readable).join(", ") };
}

function decodeText({ tag, contents }: { tag: number; contents: Uint8Array }): string {
  return Buffer.from(contents).toString(tag === tags.utf8String ? "utf8" : "latin1");
}

function readable({ type, value }: { type: string; value: string }): string {
  const part = parts.find((candidate) => attributes[candidate].oid === type);
  return `${part ? attributes[part].label : type}=${value.replace(/[\\,]/g, "\\$&")}`;
}
