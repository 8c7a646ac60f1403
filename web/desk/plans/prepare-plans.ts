import {
  checkFiles,
  type Finding,
  type PlanSet,
  type PlanToSend,
  parseDate,
  parseOfficeNumber,
  parseServiceType,
  planSets,
  type SetFinding,
  type SetTime,
  StandardError,
  setTimeOf,
} from "@tsunagi/standard";
import { desk } from "../api.ts";

/** The set of one receiver, checked, and whether the network brings it there. */
export interface PreparedSet extends PlanSet {
  readonly canReceive: boolean;
  readonly findings: readonly (Finding | SetFinding)[];
}

/** What is to be sent: ready with its sets, or the sentence that says why it cannot be made. */
export type PreparedPlans =
  | { readonly sets: readonly PreparedSet[]; readonly problem?: undefined }
  | { readonly sets: readonly []; readonly problem: string };

/** So many offices are looked up at a time. */
const atATime = 6;

/**
 * Writes the sets of all who serve the care users, has them checked like other files, and looks the receivers up.
 * @param office number of this office
 */
export async function preparePlans(
  office: string,
  plans: readonly PlanToSend[],
  now: Date,
): Promise<PreparedPlans> {
  const own = await lookUp(office);
  const types = own?.serviceTypes.filter((type) => type === "43" || type === "46") ?? [];
  const [usual] = types;
  if (usual === undefined) {
    return {
      sets: [],
      problem:
        "この事業所は、居宅介護支援（43）でも介護予防支援（46）でもないため、予定を送れません。事業所の登録をご確認ください。",
    };
  }
  try {
    // An office for both plans preventive care as 46.
    const senderTypeOf = ({ user }: PlanToSend) =>
      isPreventive(user.careLevel) && types.includes("46") ? "46" : usual;
    const times = {
      time: setTimeOf(now),
      deletionTime: setTimeOf(new Date(now.getTime() + 1000)),
    };
    const sets = Array.from(Map.groupBy(plans, senderTypeOf)).flatMap(([type, ofType]) =>
      setsFrom(office, type, ofType, times),
    );
    return { sets: await judge(sets) };
  } catch (error) {
    if (error instanceof StandardError) return { sets: [], problem: error.message };
    throw error;
  }
}

function setsFrom(
  office: string,
  serviceType: string,
  plans: readonly PlanToSend[],
  times: { readonly time: SetTime; readonly deletionTime: SetTime },
): readonly PlanSet[] {
  const [first] = plans;
  if (first === undefined) return [];
  const sender = { office: parseOfficeNumber(office), serviceType: parseServiceType(serviceType) };
  return planSets(first.draft.month, plans, {
    sender,
    createdOn: parseDate(times.time.slice(0, 8)),
    ...times,
  });
}

async function judge(sets: readonly PlanSet[]): Promise<readonly PreparedSet[]> {
  const files = sets.flatMap((set) => set.files);
  const report = await checkFiles(
    files.map(({ name, bytes }) => ({ path: name, name, size: bytes.length, read: () => [bytes] })),
  );
  const reachable = await reachableAmong(sets.map(({ receiver }) => receiver.office));
  return sets.map((set) => {
    const names = new Set(set.files.map(({ name }) => name));
    const findings = [
      ...report.files.flatMap((file) => (names.has(file.name) ? file.findings : [])),
      ...report.sets.flatMap((checked) =>
        checked.files.some(({ name }) => names.has(name)) ? checked.findings : [],
      ),
    ];
    return { ...set, findings, canReceive: reachable.has(set.receiver.office) };
  });
}

/** Those of the offices that the network brings messages to. */
async function reachableAmong(numbers: readonly string[]): Promise<ReadonlySet<string>> {
  const left = Array.from(new Set(numbers));
  const reachable = new Set<string>();
  while (left.length > 0) {
    const some = await Promise.all(left.splice(0, atATime).map(lookUp));
    for (const found of some) if (found?.canReceive) reachable.add(found.number);
  }
  return reachable;
}

/** Whether something in a set, or about it, must be put right first. */
export function hasError({ findings }: PreparedSet): boolean {
  return findings.some(({ severity }) => severity === "error");
}

async function lookUp(number: string) {
  const { offices } = await desk.searchPartners({ query: { search: number } });
  return offices.find((one) => one.number === number);
}

function isPreventive(careLevel: string | undefined): boolean {
  return careLevel === "06" || careLevel === "12" || careLevel === "13";
}
