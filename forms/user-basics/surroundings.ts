import type { FileRecord, UserBasics } from "@tsunagi/standard";
import { beside } from "../paper/beside.ts";
import type { Content } from "../paper/block.ts";
import { headCell } from "../paper/head-cell.ts";
import { picture } from "../paper/picture.ts";
import { stack } from "../paper/stack.ts";
import { labelled, whole, written } from "./labelled.ts";

type Basics = Partial<FileRecord<"UPKIHON">>;
type Pictures = ReadonlyMap<string, Uint8Array>;

/** Half of the form, and the words at its left, in millimetres. */
const half = whole / 2;
const words = 27;

/** The least height of the picture, in millimetres. */
const tall = 56;

/** Who came, whom to call, and the family: its picture stands beside them. */
export function surroundings(user: UserBasics, pictures: Pictures): Content {
  const record: Basics = user.basics?.record ?? {};
  return stack([
    beside(
      [half, stack([visitor(record), emergencies(record)])],
      [half, stack([headCell("家族構成", { size: 8, padding: 0.8 }), family(user, pictures)])],
    ),
    labelled("家族関係等の\n状況", written(record.familyNote, { valign: "top", least: 12 })),
  ]);
}

function visitor(record: Basics): Content {
  return stack([
    row("来所者\n（相談者）", record.visitorName),
    row("住所", record.visitorAddress),
    row("連絡先", record.visitorPhone),
    row("続柄", record.visitorRelation),
  ]);
}

function row(label: string, text: string | undefined): Content {
  return beside([words, headCell(label, { size: 8 })], [half - words, written(text)]);
}

function emergencies(record: Basics): Content {
  const all = [
    [
      record.emergency1Name,
      record.emergency1Relation,
      record.emergency1Address,
      record.emergency1Phone,
    ],
    [
      record.emergency2Name,
      record.emergency2Relation,
      record.emergency2Address,
      record.emergency2Phone,
    ],
    [
      record.emergency3Name,
      record.emergency3Relation,
      record.emergency3Address,
      record.emergency3Phone,
    ],
    [
      record.emergency4Name,
      record.emergency4Relation,
      record.emergency4Address,
      record.emergency4Phone,
    ],
  ] as const;
  return stack([
    headCell("緊急連絡先", { size: 8, padding: 0.8 }),
    beside([28, headCell("氏名")], [14, headCell("続柄")], [53, headCell("住所・電話番号")]),
    ...all.map(([name, relation, address, phone]) =>
      beside(
        [28, written(name, { size: 8 })],
        [14, written(relation, { size: 8 })],
        [53, written([address, phone].filter(Boolean).join("\n"), { size: 8 })],
      ),
    ),
  ]);
}

/** The picture; a word where it is named but was not sent. */
function family({ familyImage }: UserBasics, pictures: Pictures): Content {
  if (familyImage === undefined) return written("", { least: tall, grow: 1 });
  const wanted = familyImage.name.toLowerCase();
  const [, jpeg] = [...pictures].find(([name]) => name.toLowerCase() === wanted) ?? [];
  if (jpeg !== undefined) return picture(jpeg, "家族構成の図", tall);
  return written(`（画像「${familyImage.name}」は届いていません）`, { least: tall, grow: 1 });
}
