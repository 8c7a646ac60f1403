import { isEquipmentRental, isInScope, serviceTypeName } from "../../layout/service-types.ts";
import { timesOf } from "./line-days.ts";
import type { PlanLine } from "./plan-draft.ts";
import type { PlannedUser } from "./plan-records.ts";

/** What keeps a plan from being sent; `message` is plain Japanese and says what to do. */
export type PlanFault = {
  /** The line it is in; undefined when it is the plan as a whole. */
  readonly lineId: string | undefined;
  readonly message: string;
};

/** What is missing in a plan before it can be written. What is there is judged by the checks of files. */
export function planFaults({ draft }: Pick<PlannedUser, "draft">): readonly PlanFault[] {
  if (draft.lines.length === 0) {
    return [
      { lineId: undefined, message: "サービスがまだ入っていません。サービスを加えてください。" },
    ];
  }
  const offices = new Set(
    draft.lines.filter((line) => line.service.basis !== "permille").map(serviceOf),
  );
  return draft.lines.flatMap((line) =>
    faultsOf(line, offices).map((message) => ({ lineId: line.id, message })),
  );
}

function faultsOf(line: PlanLine, services: ReadonlySet<string>): readonly string[] {
  const { service, counts, hours, equipment } = line;
  const type = service.code.slice(0, 2);
  const faults: string[] = [];
  if (!isInScope(type)) {
    faults.push(
      `種類 ${type}${serviceTypeName(type) ?? ""} は予定に入れられません。この行を削除してください。`,
    );
  }
  if (service.basis === "permille") {
    if (!services.has(serviceOf(line))) {
      faults.push("率の加算だけがあります。同じ事業所のサービスを加えるか、削除してください。");
    }
    return faults;
  }
  if (timesOf({ counts }) === 0) faults.push("日が入っていません。曜日か日を選んでください。");
  if (counts.some((count) => count > 99)) faults.push("一日の回数は99までにしてください。");
  if (service.basis === "visit" && hours !== null && hours.start === hours.end) {
    faults.push("開始と終了の時刻が同じです。時刻を直してください。");
  }
  if (isEquipmentRental(type)) {
    if (equipment?.taisCode === undefined && equipment?.equipmentCode === undefined) {
      faults.push("TAISコードか福祉用具届出コードを入れてください。");
    }
    if (service.units <= 0) faults.push("用具の単位数を入れてください。");
  }
  return faults;
}

function serviceOf({ office, service }: PlanLine): string {
  return `${office.number}/${service.code.slice(0, 2)}`;
}
