import { type FileRecord, type FileRow, meaningOf } from "@tsunagi/standard";
import { beside } from "../paper/beside.ts";
import type { Content } from "../paper/block.ts";
import { boxed } from "../paper/boxed.ts";
import { choices } from "../paper/choices.ts";
import { emptyRows } from "../paper/empty-rows.ts";
import { firm } from "../paper/firm.ts";
import { headCell } from "../paper/head-cell.ts";
import { stack, table } from "../paper/stack.ts";
import { sectionTitle, written } from "./labelled.ts";

type Illness = Partial<FileRecord<"UPKIHON_SUB2">>;

/** Widths in millimetres. */
const columns = { onset: 24, disease: 38, clinic: 54, course: 26, treatment: 48 } as const;

/** 現病歴・既往歴と経過: one illness a row. */
export function historyTable(history: readonly FileRow<"UPKIHON_SUB2">[]): Content {
  const headings = beside(
    [columns.onset, headCell("年月日")],
    [columns.disease, headCell("病名")],
    [columns.clinic, headCell("医療機関・医師名\n（主治医・意見作成者に☆）")],
    [columns.course, headCell("経過")],
    [columns.treatment, headCell("治療中の場合は内容")],
  );
  const rows = history.map(({ record }) => illnessRow(record));
  const title = sectionTitle(
    "《現病歴・既往歴と経過》（新しいものから書く・現在の状況に関連するものは必ず書く）",
  );
  return stack([firm(table(stack([title, headings]), rows)), emptyRows(illnessRow({}))]);
}

function illnessRow(illness: Illness): Content {
  const { onset, disease, treatment } = illness;
  return beside(
    [columns.onset, written(onset, { size: 8 })],
    [columns.disease, written(disease, { size: 8 })],
    [columns.clinic, clinic(illness)],
    [columns.course, course(illness)],
    [columns.treatment, written(treatment, { size: 8 })],
  );
}

function clinic({ clinicAndDoctor = "", doctorRole, clinicPhone }: Illness): Content {
  const star = doctorRole === "1" ? "☆ " : "";
  const role = doctorRole === "1" ? "" : meaningOf("doctorRole", doctorRole ?? "");
  const lines = [
    `${star}${clinicAndDoctor}${role === undefined || role === "" ? "" : `（${role}）`}`,
    clinicPhone && `電話 ${clinicPhone}`,
  ];
  return written(lines.filter(Boolean).join("\n"), { size: 8 });
}

function course({ course: now }: Illness): Content {
  const style = { size: 7.5, ruled: "none", align: "center", padding: 0.6 } as const;
  return boxed(
    stack([
      choices([["治療中", now === "01"]], { ...style, valign: "bottom", grow: 1 }),
      choices([["経過観察中", now === "02"]], { ...style, valign: "middle" }),
      choices([["その他", now === "03"]], { ...style, valign: "top", grow: 1 }),
    ]),
  );
}
