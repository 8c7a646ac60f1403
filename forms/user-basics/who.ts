import { type FileRecord, meaningOf, type UserBasics } from "@tsunagi/standard";
import { beside } from "../paper/beside.ts";
import type { Content } from "../paper/block.ts";
import { boxed } from "../paper/boxed.ts";
import { type Choice, choices } from "../paper/choices.ts";
import { headCell } from "../paper/head-cell.ts";
import { stack } from "../paper/stack.ts";
import { dateText, periodText } from "../words/dates.ts";
import { labelled, labelWidth, listed, plain, whole, written } from "./labelled.ts";

type Basics = Partial<FileRecord<"UPKIHON">>;

const inside = { ruled: "none", least: 6 } as const;
const half = (whole - labelWidth) / 2;

/** The consultation, who the user is, and what was certified. */
export function whoTheyAre(user: UserBasics): Content {
  const record: Basics = user.basics?.record ?? {};
  return stack([
    labelled("相談日", consultation(user.consultedOn, record)),
    labelled(
      "本人の現況",
      boxed(
        beside(
          [50, listed("situation", record.situation, { ...inside, between: " ・ " })],
          [113, plain(`（　${record.situationNote ?? ""}　）`)],
        ),
      ),
    ),
    nameRow(user, record),
    labelled(
      "住所",
      beside(
        [103, written(record.address)],
        [60, written(`電話　${record.phone ?? ""}\nＦＡＸ　${record.fax ?? ""}`)],
      ),
    ),
    labelled("日常生活\n自立度", independence(record)),
    labelled("認定・\n総合事業情報", certification(record)),
    labelled("障害等認定", disabilities(record)),
    labelled("本人の\n住居環境", housing(record)),
    labelled("経済状況", finances(record)),
  ]);
}

function consultation(consultedOn: string, record: Basics): Content {
  const method: readonly Choice[] = [
    ["来所", record.consultationMethod === "01"],
    ["電話", record.consultationMethod === "02"],
    ["その他", record.consultationMethod === "03"],
  ];
  const before = dateText(record.previousConsultationOn);
  const count: readonly Choice[] = [
    ["初回", record.consultationCount === "01"],
    [`再来（前回　${before}）`, record.consultationCount === "02"],
  ];
  const style = { size: 8.5, valign: "middle", padding: 1, ...inside } as const;
  return boxed(
    beside(
      [32, plain(dateText(consultedOn))],
      [38, choices(method, style)],
      [33, plain(`（　${record.consultationMethodOther ?? ""}　）`, inside)],
      [60, choices(count, style)],
    ),
  );
}

function nameRow(user: UserBasics, record: Basics): Content {
  const sexes: readonly Choice[] = [
    ["男", record.sex === "1"],
    ["女", record.sex === "2"],
  ];
  return beside(
    [
      labelWidth,
      stack([headCell("フリガナ", { size: 7 }), headCell("本人氏名", { size: 8, grow: 1 })]),
    ],
    [
      whole - labelWidth,
      beside(
        [
          80,
          stack([
            written(record.nameKana, { size: 7, least: 4.5, padding: 0.6 }),
            written(user.name, { size: 11, grow: 1, least: 8 }),
          ]),
        ],
        [18, choices(sexes, { size: 9, align: "center", valign: "middle" })],
        [65, written(`${dateText(record.birthDate)}生`)],
      ),
    ],
  );
}

function independence(record: Basics): Content {
  return stack([
    beside(
      [40, headCell("障害高齢者の日常生活自立度", { size: 7 })],
      [123, listed("physicalIndependence", record.physicalIndependence)],
    ),
    beside(
      [40, headCell("認知症高齢者の日常生活自立度", { size: 7 })],
      [123, listed("cognitiveIndependence", record.cognitiveIndependence)],
    ),
  ]);
}

function certification(record: Basics): Content {
  const previous = meaningOf("careLevelOrNone", record.previousCareLevel ?? "");
  const before = previous ?? record.previousCareLevel ?? "　　　　";
  const validity = periodText(record.certifiedFrom, record.certifiedTo);
  return boxed(
    stack([
      listed("careLevelOrNone", record.careLevel, inside),
      plain(`有効期限：${validity}　（前回の介護度　${before}）`, { least: 6 }),
      beside(
        [45, plain("基本チェックリスト記入結果：", { least: 6 })],
        [70, listed("checklistResult", record.checklistResult, { ...inside, between: " ・ " })],
        [48, plain(`記入日：${dateText(record.checklistOn)}`, { least: 6 })],
      ),
    ]),
  );
}

function disabilities(record: Basics): Content {
  const all: readonly Choice[] = [
    ["身障", record.physicalDisability === "1"],
    ["療育", record.intellectualDisability === "1"],
    ["精神", record.mentalDisability === "1"],
    ["難病", record.intractableDisease === "1"],
  ];
  return noted(all, record.disabilityNote);
}

function finances(record: Basics): Content {
  const all: readonly Choice[] = [
    ["国民年金", record.nationalPension === "1"],
    ["厚生年金", record.employeesPension === "1"],
    ["障害年金", record.disabilityPension === "1"],
    ["生活保護", record.publicAssistance === "1"],
  ];
  return noted(all, record.financesNote);
}

/** Words in rings, and what is noted beside them. */
function noted(all: readonly Choice[], note: string | undefined): Content {
  return boxed(
    beside(
      [half, choices(all, { size: 8.5, valign: "middle", between: " ・ ", ...inside })],
      [half, plain(`（　${note ?? ""}　）`)],
    ),
  );
}

function housing(record: Basics): Content {
  // The list holds pairs such as 自宅・一戸建て: each of the two words gets its ring.
  const lives = (meaningOf("housing", record.housing ?? "") ?? "").split("・");
  const all = ["自宅", "借家", "一戸建て", "集合住宅"].map(
    (word): Choice => [word, lives.includes(word)],
  );
  const floor = record.roomFloor?.toString() ?? "　　";
  const modified: readonly Choice[] = [
    ["有", record.homeModified === "1"],
    ["無", record.homeModified === "2"],
  ];
  const style = { size: 8.5, valign: "middle", ...inside } as const;
  return boxed(
    beside(
      [72, choices(all, { ...style, between: " ・ " })],
      [43, plain(`自室の階数（　${floor}　階）`, inside)],
      [28, plain("住宅改修の有無", inside)],
      [20, choices(modified, { ...style, between: " ・ " })],
    ),
  );
}
