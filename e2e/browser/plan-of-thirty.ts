import { planner, provider, region } from "@tsunagi/samples";
import {
  groupIntoSets,
  type PlanOfUseDocument,
  parseMonth,
  parseSetTime,
  parseTime,
  readDocuments,
  readFile,
  type SlipRow,
  type WrittenFile,
  writeDocuments,
} from "@tsunagi/standard";

/** The month of the plan. */
export const month = parseMonth("202612");

/** How many care users it is about. */
export const careUsers = 30;

/** A plan of use of thirty care users from a made-up region, as the care manager of the month sends it to home help. */
export function planOfThirty(): readonly WrittenFile[] {
  return writeDocuments(plan());
}

/** The plan as it was sent once more at a later set time, with one visit of one care user in the evening. */
export function laterPlanOfThirty(time: string): readonly WrittenFile[] {
  const { envelope, users, ...rest } = plan();
  const [first, ...others] = users;
  if (envelope === undefined || first?.table6 === undefined) throw new Error("it has a plan");
  const { lines } = first.table6;
  const at = lines.findIndex(({ serviceOffice, startTime }) => {
    return serviceOffice === provider.office && startTime !== "9999";
  });
  const changed = lines.map((line, index) =>
    index === at ? { ...line, visits: line.visits.map(inTheEvening) } : line,
  );
  return writeDocuments({
    ...rest,
    envelope: { ...envelope, time: parseSetTime(time) },
    users: [{ ...first, table6: { ...first.table6, lines: changed } }, ...others],
  });
}

function inTheEvening(row: SlipRow, at: number): SlipRow {
  if (at > 0) return row;
  const evening = { startTime: parseTime("2000"), endTime: parseTime("2030") };
  return { ...row, record: { ...row.record, ...evening } };
}

function plan(): PlanOfUseDocument {
  const found = plansIn({ seed: 21, offices: 8, users: 300, month }).find(
    ({ envelope, users }) =>
      envelope?.receiver.serviceType === provider.serviceType && users.length >= careUsers,
  );
  if (found?.envelope === undefined) throw new Error("the region has no such plan");
  const { sender, receiver } = found.envelope;
  const text = JSON.stringify({ ...found, users: found.users.slice(0, careUsers) })
    .replaceAll(sender.office, planner.office)
    .replaceAll(receiver.office, provider.office);
  // A document is plain JSON, and stays one with other offices in it.
  return JSON.parse(text) as PlanOfUseDocument;
}

function plansIn(options: Parameters<typeof region>[0]): readonly PlanOfUseDocument[] {
  const files = Array.from(region(options))
    .filter(({ name }) => /^(?:UPPLAN|UPSIKYU|UPHOSOKU_2)/.test(name))
    .map(({ name, bytes }) => readFile(name, bytes));
  const byName = new Map(files.map((file) => [file.name, file]));
  return groupIntoSets(files).flatMap((set) => {
    const document = readDocuments(set.files.flatMap(({ name }) => byName.get(name) ?? []));
    return document.kind === "plan-of-use" ? [document] : [];
  });
}
