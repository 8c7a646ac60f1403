import {
  type Address,
  buildFileName,
  type FileKind,
  parseSetTime,
  writeFile,
} from "@tsunagi/standard";
import { brokenFiles } from "./broken-files.ts";
import { month, supplement } from "./care-user.ts";
import { planner, provider } from "./offices.ts";
import { annex, visits } from "./plan-of-use.ts";
import { results } from "./results.ts";
import type { SampleFile } from "./sample-file.ts";

/** All files of the samples, the same bytes every time. */
export function sampleFiles(): readonly SampleFile[] {
  return [...monthFiles(), ...brokenFiles()];
}

/** The files of one month between two offices: a plan of use, and the results that answer it. */
export function monthFiles(): readonly SampleFile[] {
  return [
    inMonth("UPPLAN", planner, provider, "20261120100000", writeFile("UPPLAN", visits)),
    inMonth("UPSIKYU", planner, provider, "20261120100000", writeFile("UPSIKYU", annex)),
    inMonth("UPHOSOKU", planner, provider, "20261120100000", writeFile("UPHOSOKU", [supplement])),
    inMonth("UPJSK", provider, planner, "20270102090000", writeFile("UPJSK", results)),
  ];
}

function inMonth(
  kind: FileKind,
  sender: Address,
  receiver: Address,
  time: string,
  bytes: Uint8Array,
): SampleFile {
  const name = buildFileName({
    type: "csv",
    kind,
    month,
    sender,
    receiver,
    time: parseSetTime(time),
  });
  return { folder: "month", name, bytes };
}
