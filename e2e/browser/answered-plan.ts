import { region, type SampleFile } from "@tsunagi/samples";
import {
  type CsvFileName,
  compareSides,
  parseFileName,
  parseOfficeNumber,
  readDocumentsLeniently,
  readFile,
  takeSide,
} from "@tsunagi/standard";
import type { MonthOffice } from "../month/offices.ts";

/** A file of a message. */
interface NamedBytes {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** A made-up plan of several care users, a second version of it, and what became of it. */
export interface AnsweredPlan {
  readonly planner: MonthOffice;
  readonly provider: MonthOffice;
  readonly first: readonly NamedBytes[];
  /** As the first, with the visits of one hour of one day moved to another. */
  readonly second: readonly NamedBytes[];
  /** From when to when, as pages say it: `10:00-11:00 → 13:00-14:00`. */
  readonly move: string;
  readonly results: readonly NamedBytes[];
}

/** Takes from a made-up region a plan for home help 訪問介護, and results that differ for some of its few care users. */
export function answeredPlan(): AnsweredPlan {
  const files = [...region({ seed: 3, offices: 24, users: 360 })].flatMap((file) => {
    const about = nameOf(file);
    return about === undefined ? [] : [{ ...file, about }];
  });
  for (const results of files) {
    const { sender, receiver, kind, month } = results.about;
    if (kind !== "UPJSK" || sender.serviceType !== "11") continue;
    const plan = files.filter(
      ({ about }) =>
        ["UPPLAN", "UPSIKYU", "UPHOSOKU"].includes(about.kind) &&
        about.month === month &&
        about.sender.office === receiver.office &&
        about.receiver.office === sender.office &&
        about.receiver.serviceType === sender.serviceType,
    );
    const states = statesOf(plan, results);
    if (states.length > 6 || !states.includes("differs") || !states.includes("same")) continue;
    const moved = moveIn(plan);
    return {
      planner: officeOf(receiver.office, receiver.serviceType, "つなぎ居宅介護支援事業所"),
      provider: officeOf(sender.office, sender.serviceType, "みほん訪問介護ステーション"),
      first: plan.map(({ name, bytes }) => ({ name, bytes })),
      second: plan.map((file) => later(file, moved)),
      move: `${timesOf(moved.from)} → ${timesOf(moved.to)}`,
      results: [{ name: results.name, bytes: results.bytes }],
    };
  }
  throw new Error("the region has such results");
}

/** How each care user of a plan stands after results. */
function statesOf(plan: readonly NamedBytes[], results: NamedBytes): readonly string[] {
  const [planned, given] = [plan, [results]].map(
    (set) => readDocumentsLeniently(set.map(({ name, bytes }) => readFile(name, bytes))).documents,
  );
  const { users } = compareSides(takeSide("plan", planned ?? []), takeSide("results", given ?? []));
  return users.map(({ state }) => state);
}

function nameOf({ name }: SampleFile): CsvFileName | undefined {
  const parsed = name.endsWith(".CSV") ? parseFileName(name) : undefined;
  return parsed?.type === "csv" ? parsed : undefined;
}

/** The hour of a day as a row has it: date, an empty field, start, end. */
interface Move {
  readonly from: string;
  readonly to: string;
}

/** The first visit of a plan that is given in the morning goes to the same hour three hours later. */
function moveIn(plan: readonly NamedBytes[]): Move {
  for (const { bytes } of plan) {
    const found = /,(\d{8}),,(0[89]\d\d|1[01]\d\d),(0[89]\d\d|1[0-3]\d\d),/.exec(latin1(bytes));
    const [from, date = "", start, end] = found ?? [];
    if (from !== undefined) return { from, to: `,${date},,${afternoon(start)},${afternoon(end)},` };
  }
  throw new Error("the plan has a visit in the morning");
}

/** A time of day three hours later. */
function afternoon(time: string | undefined): string {
  return String(Number(time) + 300).padStart(4, "0");
}

function timesOf(hour: string): string {
  return hour
    .split(",")
    .slice(3, 5)
    .map((time) => `${time.slice(0, 2)}:${time.slice(2)}`)
    .join("-");
}

/** The same a few days later, but for the visits of one hour. */
function later({ name, bytes }: NamedBytes, { from, to }: Move): NamedBytes {
  return {
    name: name.replace(/\d{14}/, "20261130090000"),
    bytes: new Uint8Array(Buffer.from(latin1(bytes).replaceAll(from, to), "latin1")),
  };
}

/** Latin-1 keeps every byte of MS932 as it is. */
function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString("latin1");
}

function officeOf(office: string, serviceType: string, name: string): MonthOffice {
  return {
    office: {
      number: parseOfficeNumber(office),
      prefecture: "13",
      name,
      serviceTypes: [serviceType],
      certificateKind: "KaigoJigyousho",
    },
    person: { familyName: "試験", givenName: "一子" },
    representative: { familyName: "見本", givenName: "太郎" },
    officePassword: `tsunagi-${serviceType}-office`,
    personPassword: `kojin-${serviceType}-person`,
  };
}
