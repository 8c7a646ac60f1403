import { monthInEra } from "../../values/japanese-date.ts";
import type { FileRow } from "../file-row.ts";
import type { UserPlan } from "../plan-of-use.ts";
import type { UserResults } from "../results.ts";
import type { MonthTable } from "../table-6.ts";
import { type TypeLimit, typeLimitsOf } from "../type-limits.ts";
import { annexText } from "./annex-text.ts";
import { labelled, labelledIfAny } from "./lines.ts";
import { monthText } from "./month-text.ts";
import {
  codeWords,
  dateWords,
  joined,
  numberWords,
  serviceWords,
  spanWords,
  userWords,
} from "./words.ts";

/** The plan of use of a care user: who it is, the month, the amounts. */
export function planOfUseText(plan: UserPlan): readonly string[] {
  const { table6, table7, supplement } = plan;
  return [
    userWords(plan, plan.name),
    ...(supplement === undefined ? [] : supplementText(supplement)),
    ...(table6 === undefined ? [] : ["", ...slipText(table6, "予定")]),
    ...(table7 === undefined
      ? []
      : ["", `  第7表　${monthInEra(table7.month)}分の単位数と利用者負担`, ...annexText(table7)]),
  ];
}

/** The results of a care user. */
export function resultsText(results: UserResults): readonly string[] {
  return [userWords(results, undefined), ...slipText(results.table6, "実績")];
}

function slipText(table: MonthTable, what: "予定" | "実績"): readonly string[] {
  const record = table.lines[0]?.visits[0]?.record;
  const planner = joined(record?.planningOffice, record?.plannerName);
  return [
    `  第6表　${monthInEra(table.month)}分の${what}`,
    ...labelledIfAny(2, "居宅介護支援", planner),
    ...monthText(table),
  ];
}

function supplementText({ record }: FileRow<"UPHOSOKU">): readonly string[] {
  const born = record.birthDate && `${dateWords(record.birthDate)}生`;
  const limit =
    record.limitUnits === undefined ? undefined : `${numberWords(record.limitUnits)} 単位`;
  const previous = codeWords("careLevel", record.previousCareLevel);
  const careLevel = joined(
    codeWords("certificationStatus", record.certificationStatus),
    codeWords("careLevel", record.careLevel),
    previous && `（前回 ${previous}）`,
    record.careLevelChangedOn && `${dateWords(record.careLevelChangedOn)}に変更`,
  );
  const address = joined(record.postalCode, record.address1, record.address2);
  return [
    ...labelledIfAny(2, "利用者", joined(record.nameKana, codeWords("sex", record.sex), born)),
    ...labelledIfAny(2, "住所", joined(address, record.phone)),
    ...labelledIfAny(2, "認定", careLevel),
    ...labelledIfAny(
      2,
      "支給限度基準額",
      joined(limit, spanWords(record.limitFrom, record.limitTo)),
    ),
    ...typeLimitsOf(record).flatMap((ofType) => labelled(2, "種類別の限度", limitWords(ofType))),
  ];
}

function limitWords({ serviceType, limit, units, excess }: TypeLimit): string {
  return joined(
    serviceType === undefined ? "種類の記載なし" : serviceWords(serviceType),
    limit === undefined ? undefined : `限度 ${numberWords(limit)} 単位`,
    units === undefined ? undefined : `合計 ${numberWords(units)} 単位`,
    excess === undefined ? undefined : `超過 ${numberWords(excess)} 単位`,
  );
}
