import { columnsOf } from "../../layout/columns.ts";
import type { FileContext } from "../row-rules.ts";

/** 自前 */
const own = "1";

/**
 * Finds preventive care that is said to be the support centre's own 自前 although a care manager 居宅介護支援 sends
 * or receives it, which is only so where it is entrusted 委託.
 */
export function ownThoughCareManager(
  kind: "UPKIHON" | "UPYOBO",
  { fields, findings, fileName }: FileContext,
): (values: readonly string[], number: number) => void {
  const { outsourcing } = columnsOf(kind);
  const careManager = [fileName?.sender, fileName?.receiver].find(
    (one) => one?.serviceType === "43",
  );
  return (values, number) => {
    if (careManager === undefined || values[outsourcing] !== own) return;
    const about = { office: careManager.office };
    findings.report("own-though-care-manager", about, { row: number, field: fields[outsourcing] });
  };
}
