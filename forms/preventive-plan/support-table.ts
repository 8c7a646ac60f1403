import type { FileRecord, PreventiveIssue, PreventiveSupport } from "@tsunagi/standard";
import { beside } from "../paper/beside.ts";
import type { Content } from "../paper/block.ts";
import { cell } from "../paper/cell.ts";
import { headCell } from "../paper/head-cell.ts";
import { stack, table } from "../paper/stack.ts";

/** Widths in millimetres. */
const columns = {
  issue: 31,
  proposal: 34,
  wishes: 32,
  goal: 26,
  point: 33,
  selfCare: 35,
  insured: 34,
  category: 18,
  provider: 21,
  period: 13,
} as const;

const ofSupport = columns.point + columns.selfCare + columns.insured;
const ofService = columns.category + columns.provider + columns.period;

/** 支援計画: issues, for each what is done about it, for each by whom. Texts that go on over several rows are joined. */
export function supportTable(issues: readonly PreventiveIssue[]): Content {
  return table(headings(), issues.length === 0 ? [issueRow(nothing)] : issues.map(issueRow));
}

const nothing: PreventiveIssue = {
  no: undefined,
  overallIssue: undefined,
  goalProposal: undefined,
  wishes: undefined,
  goal: undefined,
  supports: [],
};

function headings(): Content {
  const tall = { grow: 1 } as const;
  return beside(
    [columns.issue, headCell("総合的課題")],
    [columns.proposal, headCell("課題に対する\n目標と具体策の提案")],
    [columns.wishes, headCell("具体策についての意向\n本人・家族")],
    [columns.goal, headCell("目標")],
    [
      ofSupport + ofService,
      stack([
        headCell("支援計画"),
        beside(
          [columns.point, headCell("目標についての\n支援のポイント", tall)],
          [
            columns.selfCare,
            headCell(
              "本人等のセルフケアや\n家族の支援、インフォーマル\nサービス（民間サービス）",
              tall,
            ),
          ],
          [
            columns.insured,
            headCell("介護保険サービス又は\n地域支援事業\n（総合事業のサービス）", tall),
          ],
          [columns.category, headCell("サービス\n種別", tall)],
          [columns.provider, headCell("事業所\n（利用先）", tall)],
          [columns.period, headCell("期間", tall)],
        ),
      ]),
    ],
  );
}

function issueRow({ supports, ...issue }: PreventiveIssue): Content {
  return beside(
    [columns.issue, written(issue.overallIssue)],
    [columns.proposal, written(issue.goalProposal)],
    [columns.wishes, written(issue.wishes)],
    [columns.goal, written(issue.goal)],
    [
      ofSupport + ofService,
      supports.length === 0 ? emptySupport() : stack(supports.map(supportRow)),
    ],
  );
}

function supportRow(support: PreventiveSupport): Content {
  return beside(
    [columns.point, written(support.supportPoint)],
    [columns.selfCare, written(support.selfCareAndInformal)],
    [columns.insured, written(support.insuredServices)],
    [ofService, stack(support.services.map(({ record }) => serviceRow(record)))],
  );
}

function emptySupport(): Content {
  return beside(
    [columns.point, written("")],
    [columns.selfCare, written("")],
    [columns.insured, written("")],
    [ofService, serviceRow({})],
  );
}

function serviceRow(service: Partial<FileRecord<"UPYOBO_SUB">>): Content {
  return beside(
    [columns.category, written(service.serviceCategory)],
    [columns.provider, written(service.serviceProvider)],
    [columns.period, written(service.servicePeriod)],
  );
}

function written(text: string | undefined): Content {
  return cell(text ?? "", { size: 7.5, padding: 0.8, least: 9, grow: 1, continued: "（続き）" });
}
