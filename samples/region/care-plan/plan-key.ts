import type { FileRecord } from "@tsunagi/standard";

/** What every row of a care plan begins with. */
export type PlanKey = Pick<
  FileRecord<"UP2KYO">,
  "csvVersion" | "insurerNumber" | "insuredNumber" | "createdOn" | "planChangedOn"
>;
