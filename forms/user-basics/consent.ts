import type { FileRecord } from "@tsunagi/standard";
import { beside } from "../paper/beside.ts";
import type { Content } from "../paper/block.ts";
import { boxed } from "../paper/boxed.ts";
import { headCell } from "../paper/head-cell.ts";
import { stack, table } from "../paper/stack.ts";
import { dateText } from "../words/dates.ts";
import { plain, whole, written } from "./labelled.ts";

const half = whole / 2;

/** What is agreed to. */
const agreement =
  "地域包括支援センターが行う事業の実施に当たり、利用者の状況を把握する必要があるときは、基本チェックリスト記入内容、要介護認定・要支援認定に係る調査内容、介護認定審査会による判定結果・意見、及び主治医意見書と同様に、利用者基本情報、アセスメントシート等の個人に関する記録を、居宅介護支援事業者、居宅サービス事業者、介護保険施設、主治医その他本事業の実施に必要な範囲で関係する者に提示することに同意します。";

/** 現在利用しているサービス, public and private. */
export function servicesNow(record: FileRecord<"UPKIHON"> | undefined): Content {
  const service = { valign: "top", least: 14, grow: 1 } as const;
  const headings = beside(
    [half, headCell("公的サービス", { size: 8, padding: 0.8 })],
    [half, headCell("非公的サービス", { size: 8, padding: 0.8 })],
  );
  const services = beside(
    [half, written(record?.publicServices, service)],
    [half, written(record?.privateServices, service)],
  );
  return table(headings, [services]);
}

/** The user's consent, at the foot of the form. */
export function consent(record: FileRecord<"UPKIHON"> | undefined): Content {
  return boxed(
    stack([
      plain(agreement, { size: 7.5 }),
      beside(
        [70, plain(`同意日　${dateText(record?.consentedOn)}`)],
        [120, plain(`氏名　${record?.consentedBy ?? ""}`)],
      ),
    ]),
  );
}
