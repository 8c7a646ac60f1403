import type { CheckedFile } from "../check/checked-file.ts";
import { layouts } from "../layout/layouts.ts";
import { isCareManagement } from "../layout/service-types.ts";
import { type SetFinding, setFinding } from "./set-finding.ts";

/**
 * Finds sets that go the wrong way. Plans and information about users come from care management, results go to it;
 * in entrusted preventive care 委託 both go between a support centre and a care manager in either direction.
 */
export function checkDirection(files: readonly CheckedFile[]): readonly SetFinding[] {
  const file = files.find(({ kind, fileName }) => kind !== undefined && fileName !== undefined);
  if (file?.kind === undefined || file.fileName === undefined) return [];
  const { kind } = file;
  const { sender, receiver } = file.fileName;
  if (sender.office === receiver.office && sender.serviceType === receiver.serviceType) {
    return [setFinding("sent-to-itself", { office: sender.office }, files)];
  }
  if (layouts[kind].direction === "provider-to-planner") {
    const { serviceType } = receiver;
    return plansCare(serviceType)
      ? []
      : [setFinding("results-to-provider", { kind, serviceType }, files)];
  }
  const { serviceType } = sender;
  return plansCare(serviceType)
    ? []
    : [setFinding("plan-from-provider", { kind, serviceType }, files)];
}

/**
 * Care management, and the offices whose own care manager plans for their users by law: 73 and 75 小規模多機能型居宅介護,
 * 77 看護小規模多機能型居宅介護.
 */
function plansCare(serviceType: string): boolean {
  return isCareManagement(serviceType) || ["73", "75", "77"].includes(serviceType);
}
