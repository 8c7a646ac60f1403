import { SampleFiles } from "../sample-files.ts";
import {
  planHeading,
  preventiveHeading,
  provider,
  resultsHeading,
  useHeading,
  user,
} from "./parties.ts";

/** The deletion of a care plan or of a preventive plan, of basic information, of a month's plan or results. */
export function deletion(
  kind: "DLT1KYO" | "DLTKIHON" | "DLTYOBO" | "DLTPLAN" | "DLTJSK",
): SampleFiles {
  const later = { time: "20270110090000" };
  const none = SampleFiles.none;
  switch (kind) {
    case "DLT1KYO":
      return none.file(kind, { ...planHeading, ...later }, [
        { ...user, planChangedOn: "20261120" },
      ]);
    case "DLTKIHON":
      return none.file(kind, { ...preventiveHeading, ...later }, [
        { ...user, consultedOn: "20261110" },
      ]);
    case "DLTYOBO":
      return none.file(kind, { ...preventiveHeading, ...later }, [
        { ...user, planChangedOn: "20261115" },
      ]);
    case "DLTPLAN":
      return none.file(kind, { ...useHeading, ...later }, [{ ...user, month: "202612" }]);
    case "DLTJSK":
      return none.file(kind, { ...resultsHeading, ...later }, [
        {
          ...user,
          month: "202612",
          serviceOffice: provider.office,
          serviceType: provider.serviceType,
        },
      ]);
  }
}
