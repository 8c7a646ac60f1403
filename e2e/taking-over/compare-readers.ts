import { type FileName, parseFileName, readFile } from "@tsunagi/standard";
import { readAgain } from "../second-reader/read.ts";

/** A file as it is written. */
export interface NamedBytes {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/**
 * What the second reader has against files that we have written: its own complaints, and each value or part of a name
 * that it reads otherwise than we do. Empty when others can take them over.
 */
export function objectionsTo(files: Iterable<NamedBytes>): readonly string[] {
  return Array.from(files).flatMap(({ name, bytes }) => {
    const { name: parts, rows, complaints } = readAgain(name, bytes);
    const ours = readFile(name, bytes).rows;
    return [
      ...complaints,
      ...(JSON.stringify(rows) === JSON.stringify(ours) ? [] : ["its values are read otherwise"]),
      ...(JSON.stringify(parts) === JSON.stringify(ourParts(parseFileName(name)))
        ? []
        : ["its name is read otherwise"]),
    ].map((objection) => `${name}: ${objection}`);
  });
}

/** The parts of a name in the order in which the second reader gives them. */
function ourParts(name: FileName): object {
  const csv = name.type === "csv" ? name : undefined;
  return {
    kind: csv?.kind,
    month: csv?.month ?? (csv?.kind === "UPHOSOKU" ? "000000" : undefined),
    sender: name.sender.office,
    senderType: name.sender.serviceType,
    receiver: name.receiver.office,
    receiverType: name.receiver.serviceType,
    time: name.time,
  };
}
