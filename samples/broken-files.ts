import {
  buildFileName,
  decodeMs932,
  encodeMs932,
  type FileKind,
  fieldsOf,
  parseSetTime,
  writeFile,
} from "@tsunagi/standard";
import { month, supplement } from "./care-user.ts";
import { planner, provider } from "./offices.ts";
import { visits } from "./plan-of-use.ts";
import type { SampleFile } from "./sample-file.ts";

/** Files with one fault each, in a folder named after the finding. Their names are right. */
export function brokenFiles(): readonly SampleFile[] {
  const planText = decodeMs932(writeFile("UPPLAN", visits));
  const supplementText = decodeMs932(writeFile("UPHOSOKU", [supplement]));
  const names = fieldsOf("UPPLAN").map(({ name }) => name);
  return [
    broken("encoding", "UPPLAN", new TextEncoder().encode(planText)),
    broken("required", "UPHOSOKU", encodeMs932(supplementText.replace('"試験　花子"', ""))),
    broken("unmappable-character", "UPHOSOKU", withUserDefined(supplementText)),
    broken("header-row", "UPPLAN", encodeMs932(`${names.join(",")}\r\n${planText}`)),
    broken("field-count", "UPPLAN", encodeMs932(planText.replace("\r\n", ",\r\n"))),
  ];
}

/** The user's name with 外字, the bytes F0 40, in place of its first character. */
function withUserDefined(text: string): Uint8Array {
  const bytes = encodeMs932(text);
  const at = encodeMs932(text.slice(0, text.indexOf("試験　花子"))).length;
  bytes.set([0xf0, 0x40], at);
  return bytes;
}

function broken(finding: string, kind: FileKind, bytes: Uint8Array): SampleFile {
  const name = buildFileName({
    type: "csv",
    kind,
    month,
    sender: planner,
    receiver: provider,
    time: parseSetTime("20261120110000"),
  });
  return { folder: `broken/${finding}`, name, bytes };
}
