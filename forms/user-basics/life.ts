import type { UserBasics } from "@tsunagi/standard";
import { beside } from "../paper/beside.ts";
import type { Content } from "../paper/block.ts";
import { headCell } from "../paper/head-cell.ts";
import { stack, table } from "../paper/stack.ts";
import { labelled, whole, written } from "./labelled.ts";

const half = whole / 2;
const free = { valign: "top", least: 12 } as const;

/** 介護予防に関する事項: the life so far, a day, what the user enjoys, and whom the user knows. */
export function lifeSoFar(user: UserBasics): Content {
  const record = user.basics?.record;
  return stack([
    labelled("今までの生活", written(record?.lifeSoFar, free)),
    headCell("現在の生活状況（どんな暮らしを送っているか）", {
      size: 8,
      padding: 0.8,
      align: "left",
    }),
    beside(
      [half, titled("１日の生活・すごし方", written(record?.dailyLife, { ...free, grow: 1 }))],
      [half, titled("趣味・楽しみ・特技", written(record?.hobbies, { ...free, grow: 1 }))],
    ),
    beside(
      [half * 1.2, dayTable(user)],
      [
        half * 0.8,
        titled(
          "友人・地域との関係",
          written(record?.socialRelations, { ...free, least: 20, grow: 1 }),
        ),
      ],
    ),
  ]);
}

/** A box under its title, which stands again where the box goes on over the page. */
function titled(title: string, box: Content): Content {
  return table(headCell(title, { size: 8, padding: 0.8 }), [box]);
}

/** １日の生活: the hours, what the user does, and what carers and family do. */
function dayTable({ day }: UserBasics): Content {
  const rows = day.map(({ record }) => hours(record.time, record.userLife, record.caregiverLife));
  const headings = beside(
    [22, headCell("時間", { size: 8, padding: 0.8 })],
    [46, headCell("本人", { size: 8, padding: 0.8 })],
    [46, headCell("介護者・家族", { size: 8, padding: 0.8 })],
  );
  const rest = beside(
    [22, written("", { least: 0, grow: 1 })],
    [46, written("", { least: 0, grow: 1 })],
    [46, written("", { least: 0, grow: 1 })],
  );
  return table(headings, rows.length === 0 ? [hours("", "", "")] : [...rows, rest]);
}

function hours(time = "", user = "", carers = ""): Content {
  return beside(
    [22, written(time, { size: 8 })],
    [46, written(user, { size: 8 })],
    [46, written(carers, { size: 8 })],
  );
}
