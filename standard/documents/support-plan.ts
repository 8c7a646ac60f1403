import type { FileRow } from "./file-row.ts";

/** 支援計画 with the services for it, a row of the file each. */
export type PreventiveSupport = {
  /** 支援計画ＮＯ. */
  readonly no: number | undefined;
  /** 目標についての支援のポイント. */
  readonly supportPoint: string | undefined;
  /** 本人等のセルフケアや家族の支援、インフォーマルサービス. */
  readonly selfCareAndInformal: string | undefined;
  /** 介護保険サービス又は地域支援事業. */
  readonly insuredServices: string | undefined;
  readonly services: readonly FileRow<"UPYOBO_SUB">[];
};

/** 総合的課題 with proposal, wishes and goal, and the supports for them. */
export type PreventiveIssue = {
  /** 課題ＮＯ. */
  readonly no: number | undefined;
  readonly overallIssue: string | undefined;
  readonly goalProposal: string | undefined;
  readonly wishes: string | undefined;
  readonly goal: string | undefined;
  readonly supports: readonly PreventiveSupport[];
};

const issueTexts = ["overallIssue", "goalProposal", "wishes", "goal"] as const;
const supportTexts = ["supportPoint", "selfCareAndInformal", "insuredServices"] as const;

type SupportRecord = FileRow<"UPYOBO_SUB">["record"];
type IssueDraft = Omit<PreventiveIssue, "supports"> & { readonly supports: SupportDraft[] };
type SupportDraft = Omit<PreventiveSupport, "services"> & {
  readonly services: FileRow<"UPYOBO_SUB">[];
};

/**
 * The annex of one preventive plan as it reads: issues › supports › services. The text of an issue or a support stands
 * on its first row only; rows go on with it as long as number and text do not say otherwise.
 */
export function issuesOf(rows: readonly FileRow<"UPYOBO_SUB">[]): readonly PreventiveIssue[] {
  const issues: IssueDraft[] = [];
  for (const row of rows) {
    const { record } = row;
    let issue = issues.at(-1);
    if (issue === undefined || !goesOn(record, record.issueNo, issue, issueTexts)) {
      issue = newIssue(record);
      issues.push(issue);
    }
    let support = issue.supports.at(-1);
    if (support === undefined || !goesOn(record, record.supportNo, support, supportTexts)) {
      support = newSupport(record);
      issue.supports.push(support);
    }
    support.services.push(row);
  }
  return issues;
}

/** Whether a row belongs to what the rows above began: the same number or none, and no other text. */
function goesOn<Text extends (typeof issueTexts)[number] | (typeof supportTexts)[number]>(
  record: SupportRecord,
  no: number | undefined,
  above: { readonly no: number | undefined } & { readonly [Key in Text]: string | undefined },
  texts: readonly Text[],
): boolean {
  if (no !== undefined && no !== above.no) return false;
  return texts.every((text) => record[text] === undefined || record[text] === above[text]);
}

function newIssue(record: SupportRecord): IssueDraft {
  const { issueNo, overallIssue, goalProposal, wishes, goal } = record;
  return { no: issueNo, overallIssue, goalProposal, wishes, goal, supports: [] };
}

function newSupport(record: SupportRecord): SupportDraft {
  const { supportNo, supportPoint, selfCareAndInformal, insuredServices } = record;
  return { no: supportNo, supportPoint, selfCareAndInformal, insuredServices, services: [] };
}
