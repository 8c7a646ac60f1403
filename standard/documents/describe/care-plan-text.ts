import { weekdaySign } from "../../values/weekday.ts";
import type { CarePlan } from "../care-plan.ts";
import type { FileRow } from "../file-row.ts";
import type { CareGoal, CareNeed, CareService } from "../table-2.ts";
import type { Week } from "../table-3.ts";
import { bulleted, labelled, labelledIfAny } from "./lines.ts";
import { codeWords, dateWords, joined, spanWords, timesWords, userWords } from "./words.ts";

/** A care plan as an outline: table 1, needs › goals › services, the week. */
export function carePlanText(plan: CarePlan): readonly string[] {
  const date = plan.planChangedOn === "00000000" ? undefined : dateWords(plan.planChangedOn);
  return [
    userWords(plan, plan.name),
    ...labelledIfAny(2, "計画作成（変更）日", date),
    ...(plan.table1 === undefined ? [] : table1Text(plan.table1)),
    ...(plan.needs.length === 0 ? [] : ["", "  第2表　課題と目標、援助の内容"]),
    ...plan.needs.flatMap(needText),
    ...(plan.week === undefined ? [] : ["", "  第3表　週間サービス計画", ...weekText(plan.week)]),
  ];
}

function table1Text({ record }: FileRow<"UP1KYO">): readonly string[] {
  const office = joined(record.officeName, record.officeNumber);
  const reason = joined(
    codeWords("homeHelpReason", record.homeHelpReason),
    record.homeHelpReasonOther,
  );
  const certification = joined(
    codeWords("certificationStatus", record.certificationStatus),
    codeWords("careLevel", record.careLevel),
    record.certifiedOn && `認定日 ${dateWords(record.certifiedOn)}`,
  );
  return [
    ...labelled(2, "初回作成日", dateWords(record.firstPlanOn) ?? ""),
    ...labelled(2, "作成者", joined(record.plannerName, office)),
    ...labelledIfAny(2, "計画の区分", codeWords("planStage", record.planStage)),
    ...labelledIfAny(2, "認定", certification),
    ...labelledIfAny(2, "認定の有効期間", spanWords(record.certifiedFrom, record.certifiedTo)),
    ...labelledIfAny(2, "意向と課題分析の結果", record.wishesAndAssessment),
    ...labelledIfAny(2, "審査会の意見・サービスの指定", record.boardOpinion),
    ...labelledIfAny(2, "総合的な援助の方針", record.supportPolicy),
    ...labelledIfAny(2, "生活援助中心型の算定理由", reason),
  ];
}

function needText({ no, need, goals }: CareNeed): readonly string[] {
  return [
    ...labelled(2, no === undefined ? "課題" : `課題${no}`, need ?? "（記載なし）"),
    ...goals.flatMap((goal, at) => goalText(goal, goals[at - 1])),
  ];
}

/** A long-term goal stands once over the short-term goals that follow it. */
function goalText(goal: CareGoal, above: CareGoal | undefined): readonly string[] {
  const longTerm = withPeriod(goal.longTermGoal, goal.longTermPeriod);
  const goesOn = above && longTerm === withPeriod(above.longTermGoal, above.longTermPeriod);
  return [
    ...(goesOn ? [] : labelledIfAny(4, "長期目標", longTerm)),
    ...labelledIfAny(4, "短期目標", withPeriod(goal.shortTermGoal, goal.shortTermPeriod)),
    ...goal.services.flatMap(serviceText),
  ];
}

function withPeriod(text: string | undefined, period: string | undefined): string {
  return joined(text, period && `（${period}）`);
}

function serviceText({ content, record }: CareService): readonly string[] {
  const given = joined(
    record.serviceCategory,
    record.serviceOfficeName ?? record.serviceOffice,
    record.frequency,
    record.servicePeriod && `（${record.servicePeriod}）`,
    record.coverage && `保険給付の${codeWords("coverage", record.coverage)}`,
  );
  return [...bulleted(8, content ?? "（記載なし）"), ...labelledIfAny(8, "", given)];
}

function weekText(week: Week): readonly string[] {
  return [
    ...week.days.flatMap(({ weekday, services }) =>
      services.flatMap(({ record }, at) =>
        labelled(
          4,
          at === 0 ? weekdaySign(weekday) : "　",
          joined(timesWords(record.serviceStart, record.serviceEnd), record.service),
        ),
      ),
    ),
    ...week.activities.flatMap(({ record }) =>
      labelled(
        4,
        "日常の活動",
        joined(timesWords(record.activityStart, record.activityEnd), record.activity),
      ),
    ),
    ...week.outsideTheWeek.flatMap(({ record }) =>
      labelledIfAny(4, "週単位以外", record.outsideTheWeek),
    ),
    ...week.unplaced.flatMap(({ record }) => labelledIfAny(4, "曜日なし", record.service)),
  ];
}
