import type { PreventivePlan } from "../preventive-plan.ts";
import type { PreventiveIssue, PreventiveSupport } from "../support-plan.ts";
import type { UserBasics } from "../user-basics.ts";
import { fieldsText } from "./fields-text.ts";
import { bulleted, labelled, labelledIfAny } from "./lines.ts";
import { codeWords, dateWords, joined, userWords } from "./words.ts";

/** Told in the heading of a user, or of no use to a reader. */
const keys = ["csvVersion", "insurerNumber", "insuredNumber", "name"];

/** User basics: every field that is filled in, the day, the history, the picture. */
export function userBasicsText(user: UserBasics): readonly string[] {
  const { basics, day, history, familyImage } = user;
  const image =
    familyImage && joined(familyImage.name, familyImage.sent ? undefined : "（画像なし）");
  return [
    userWords(user, user.name),
    ...(basics === undefined
      ? labelledIfAny(2, "相談日", dateWords(user.consultedOn))
      : fieldsText("UPKIHON", basics, [...keys, "familyImage"])),
    ...labelledIfAny(2, "家族構成の画像", image),
    ...(day.length === 0 ? [] : ["", "  １日の生活・すごし方"]),
    ...day.flatMap(({ record }) => [
      ...labelled(4, record.time ?? "（時間なし）", record.userLife ?? ""),
      ...labelledIfAny(6, "介護者・家族", record.caregiverLife),
    ]),
    ...(history.length === 0 ? [] : ["", "  現病歴・既往歴と経過"]),
    ...history.flatMap(({ record }) => [
      ...labelled(4, record.onset ?? "（年月日なし）", record.disease ?? ""),
      ...labelledIfAny(
        6,
        codeWords("doctorRole", record.doctorRole) ?? "医療機関",
        joined(record.clinicAndDoctor, record.clinicPhone),
      ),
      ...labelledIfAny(6, codeWords("course", record.course) ?? "経過", record.treatment),
    ]),
  ];
}

/** A preventive plan: every field that is filled in, then issues › supports › services. */
export function preventivePlanText(plan: PreventivePlan): readonly string[] {
  return [
    userWords(plan, plan.name),
    ...(plan.plan === undefined
      ? labelled(2, "計画作成（変更）日", dateWords(plan.planChangedOn) ?? "")
      : fieldsText("UPYOBO", plan.plan, keys)),
    ...(plan.issues.length === 0 ? [] : ["", "  支援計画"]),
    ...plan.issues.flatMap(issueText),
  ];
}

function issueText(issue: PreventiveIssue): readonly string[] {
  const label = issue.no === undefined ? "総合的課題" : `総合的課題${issue.no}`;
  return [
    ...labelled(2, label, issue.overallIssue ?? "（記載なし）"),
    ...labelledIfAny(4, "目標と具体策の提案", issue.goalProposal),
    ...labelledIfAny(4, "本人・家族の意向", issue.wishes),
    ...labelledIfAny(4, "目標", issue.goal),
    ...issue.supports.flatMap(supportText),
  ];
}

function supportText(support: PreventiveSupport): readonly string[] {
  return [
    ...labelledIfAny(4, "支援のポイント", support.supportPoint),
    ...labelledIfAny(6, "セルフケア・家族・民間", support.selfCareAndInformal),
    ...labelledIfAny(6, "保険・総合事業", support.insuredServices),
    ...support.services.flatMap(({ record }) => {
      const period = record.servicePeriod && `（${record.servicePeriod}）`;
      const given = joined(record.serviceCategory, record.serviceProvider, period);
      return given === "" ? [] : bulleted(8, given);
    }),
  ];
}
