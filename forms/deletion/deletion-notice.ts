import { type Deletion, type DeletionDocument, setTimeInEra } from "@tsunagi/standard";
import { beside } from "../paper/beside.ts";
import type { Content } from "../paper/block.ts";
import { type CellStyle, cell } from "../paper/cell.ts";
import { space } from "../paper/drawing.ts";
import { a4Portrait, type Form } from "../paper/form.ts";
import { headCell } from "../paper/head-cell.ts";
import { onPages } from "../paper/sheet.ts";
import { stack, table } from "../paper/stack.ts";
import { serviceTypeText } from "../words/services.ts";

const plain = { ruled: "none", padding: 0.8 } as const;
const columns = { number: 12, insurer: 26, insured: 34, what: 118 } as const;

/** 削除のお知らせ, A4 portrait: what an earlier message brought and the receiver is asked to delete. There is no paper form. */
export function drawDeletionNotice(document: DeletionDocument): Form {
  return onPages({
    title: "削除のお知らせ",
    about: `${document.deletions.length}件`,
    paper: a4Portrait,
    top: stack([
      cell("削除のお知らせ", { ...plain, size: 15, align: "center" }),
      space(1),
      partiesOf(document),
      space(2),
    ]),
    body: stack([
      cell(
        "先にお送りした次のデータの削除をお願いします。受け取った側のソフトで、これらのデータが削除されます。",
        plain,
      ),
      space(2),
      table(headings(), document.deletions.map(deletionRow)),
    ]),
  });
}

function partiesOf({ envelope }: DeletionDocument): Content {
  if (envelope === undefined) return space(0);
  const { sender, receiver, time } = envelope;
  const lines = [
    `送信元　事業所番号 ${sender.office}（${serviceTypeText(sender.serviceType)}）`,
    `送信先　事業所番号 ${receiver.office}（${serviceTypeText(receiver.serviceType)}）`,
    `作成　　${setTimeInEra(time)}`,
  ];
  return cell(lines.join("\n"), plain);
}

function headings(): Content {
  const style = { size: 8, padding: 0.8 } as const;
  return beside(
    [columns.number, headCell("番号", style)],
    [columns.insurer, headCell("保険者番号", style)],
    [columns.insured, headCell("被保険者番号", style)],
    [columns.what, headCell("削除するデータ", style)],
  );
}

function deletionRow({ record, says }: Deletion, at: number): Content {
  const centered: Partial<CellStyle> = { align: "center", valign: "middle", least: 8 };
  return beside(
    [columns.number, cell(String(at + 1), centered)],
    [columns.insurer, cell(record.insurerNumber, centered)],
    [columns.insured, cell(record.insuredNumber, centered)],
    [columns.what, cell(says, { valign: "middle" })],
  );
}
