import { type Heading, SampleFiles } from "../sample-files.ts";
import {
  planHeading,
  preventiveHeading,
  provider,
  resultsHeading,
  useHeading,
  user,
} from "./parties.ts";

const deletions = {
  DLT1KYO: SampleFiles.none.file("DLT1KYO", later(planHeading), [
    { ...user, planChangedOn: "20261120" },
  ]),
  DLTKIHON: SampleFiles.none.file("DLTKIHON", later(preventiveHeading), [
    { ...user, consultedOn: "20261110" },
  ]),
  DLTYOBO: SampleFiles.none.file("DLTYOBO", later(preventiveHeading), [
    { ...user, planChangedOn: "20261115" },
  ]),
  DLTPLAN: SampleFiles.none.file("DLTPLAN", later(useHeading), [{ ...user, month: "202612" }]),
  DLTJSK: SampleFiles.none.file("DLTJSK", later(resultsHeading), [
    {
      ...user,
      month: "202612",
      serviceOffice: provider.office,
      serviceType: provider.serviceType,
    },
  ]),
} as const;

/** The deletion of a care plan or a preventive plan, of basic information, of a month's plan or results, sent after them. */
export function deletion(
  kind: "DLT1KYO" | "DLTKIHON" | "DLTYOBO" | "DLTPLAN" | "DLTJSK",
): SampleFiles {
  return deletions[kind];
}

function later(heading: Heading): Heading {
  return { ...heading, time: "20270110090000" };
}
