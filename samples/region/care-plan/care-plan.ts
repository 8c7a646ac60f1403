import { type CalendarDate, currentVersion, type FileRecord } from "@tsunagi/standard";
import type { Client } from "../caseload.ts";
import type { Chance } from "../chance.ts";
import type { Office } from "../offices.ts";
import type { PlanKey } from "./plan-key.ts";
import { table1 } from "./table-1.ts";
import { table2 } from "./table-2.ts";
import { table3 } from "./table-3.ts";

/** A care plan 居宅サービス計画書 of a client: tables 1 to 3. */
export type CarePlan = {
  readonly table1: FileRecord<"UP1KYO">;
  readonly table2: readonly FileRecord<"UP2KYO">[];
  readonly table3: readonly FileRecord<"UP3KYO">[];
};

export function someCarePlan(
  client: Client,
  planner: Office,
  planChangedOn: CalendarDate,
  chance: Chance,
): CarePlan {
  const { insurerNumber, insuredNumber } = client.user;
  const key: PlanKey = {
    csvVersion: currentVersion,
    insurerNumber,
    insuredNumber,
    createdOn: planChangedOn,
    planChangedOn,
  };
  return {
    table1: table1(client, planner, key, chance),
    table2: table2(client, planner, key, chance),
    table3: table3(client, key, chance),
  };
}
