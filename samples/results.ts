import { type FileRecord, parseDate, parseTime } from "@tsunagi/standard";
import { provider } from "./offices.ts";
import { visits } from "./plan-of-use.ts";

const cancelled = "20261231";
const late = "20261210";

/** What became of the visits: that of the 31st was called off, that of the 10th began ten minutes late. */
export const results: readonly FileRecord<"UPJSK">[] = visits
  .filter(({ serviceDate }) => serviceDate !== cancelled)
  .map((visit) => ({
    ...visit,
    createdOn: parseDate("20270102"),
    updatingOffice: provider.office,
    ...(visit.serviceDate === late && { startTime: parseTime("0910"), endTime: parseTime("0940") }),
  }));
