import type { FileRecord } from "@tsunagi/standard";
import { beside } from "../paper/beside.ts";
import type { Content } from "../paper/block.ts";
import { boxed } from "../paper/boxed.ts";
import { cell } from "../paper/cell.ts";
import { headCell } from "../paper/head-cell.ts";
import { stack, table } from "../paper/stack.ts";
import { dateText } from "../words/dates.ts";

type Plan = FileRecord<"UPYOBO">;

const half = 138.5;

/** 健康状態について: what a doctor's opinion and check-ups ask to be minded. */
export function health(record: Plan | undefined): Content {
  return box(
    "健康状態について　□主治医意見書、健診結果、観察結果等を踏まえた留意点",
    record?.healthNote,
  );
}

/** What is done where the right support cannot be given, and the general policy. */
export function policies(record: Plan | undefined): Content {
  return beside(
    [
      half,
      box(
        "【本来行うべき支援が実施できない場合】妥当な支援の実施に向けた方針",
        record?.fallbackPolicy,
      ),
    ],
    [half, box("総合的な方針：生活不活発病の改善予防のポイント", record?.overallPolicy)],
  );
}

/** 地域包括支援センターの意見, and the user's consent. */
export function closing(record: Plan | undefined): Content {
  const plain = { ruled: "none", size: 8.5, padding: 1 } as const;
  return beside(
    [half, box("地域包括支援センター　【意見】", record?.centerOpinion)],
    [
      half,
      stack([
        headCell("計画に関する同意", { size: 8, align: "left", padding: 0.8 }),
        boxed(
          stack([
            cell("上記計画について、同意いたします。", plain),
            beside(
              [60, cell(dateText(record?.consentedOn), plain)],
              [half - 60, cell(`氏名　${record?.consentedBy ?? ""}　　　　印`, plain)],
            ),
          ]),
        ),
      ]),
    ],
  );
}

/** A box under its title, which stands again where the text goes on over the page. */
function box(title: string, text: string | undefined): Content {
  return table(headCell(title, { size: 8, align: "left", padding: 0.8 }), [
    cell(text ?? "", { size: 8.5, padding: 1, least: 14, grow: 1 }),
  ]);
}
