import { type CarePlan, codeLists, type FileRecord } from "@tsunagi/standard";
import { beside } from "../paper/beside.ts";
import type { Content } from "../paper/block.ts";
import { cell } from "../paper/cell.ts";
import { type Choice, choices } from "../paper/choices.ts";
import { space } from "../paper/drawing.ts";
import { a4Landscape, type Form } from "../paper/form.ts";
import { onPages } from "../paper/sheet.ts";
import { stack } from "../paper/stack.ts";
import { callUser } from "../words/care-user.ts";
import { dateText, periodText } from "../words/dates.ts";
import { whosePage } from "../words/whose-page.ts";
import { aboutOf, named, titleLine } from "./heading.ts";

type Table1 = FileRecord<"UP1KYO">;

/** 第1表 居宅サービス計画書（１）, A4 landscape. */
export function drawTable1(plan: CarePlan, record: Table1): Form {
  return onPages({
    title: "第1表　居宅サービス計画書（１）",
    about: aboutOf(plan),
    paper: a4Landscape,
    top: stack([titleLine("第１表", "居宅サービス計画書（１）", record.createdOn), space(1.5)]),
    body: stack([
      statusOf(record),
      space(1.5),
      whoAndWhen(plan, record),
      space(2.5),
      careLevelRow(record),
      large(
        "利用者及び家族の生活に対する意向を踏まえた課題分析の結果",
        record.wishesAndAssessment,
        5,
      ),
      large("介護認定審査会の意見及びサービスの種類の指定", record.boardOpinion, 2),
      large("総合的な援助の方針", record.supportPolicy, 5),
      homeHelpReasonRow(record),
    ]),
    foot: whosePage(plan),
  });
}

/** 初回・紹介・継続 and 認定済・申請中, at the right. */
function statusOf({ planStage, certificationStatus }: Table1): Content {
  const style = { align: "center", valign: "middle", least: 7 } as const;
  return beside(
    [154, space(0)],
    [
      60,
      choices(
        stages.map(([word, codes]): Choice => [word, codes.includes(planStage ?? "")]),
        style,
      ),
    ],
    [13, space(0)],
    [
      50,
      choices(
        [
          ["認定済", certificationStatus === "2"],
          ["申請中", certificationStatus === "1"],
        ],
        style,
      ),
    ],
  );
}

/** Each stage of a plan, with the codes 計画書区分 that say it. */
const stages: readonly (readonly [word: string, codes: readonly string[]])[] = [
  ["初回", ["11", "51", "52", "54"]],
  ["紹介", ["12", "51", "53", "54"]],
  ["継続", ["21", "52", "53", "54"]],
];

function whoAndWhen(plan: CarePlan, record: Table1): Content {
  const { supplement } = plan;
  const who = supplement?.record;
  const address =
    addressOf(record.postalCode, record.address1, record.address2) ||
    addressOf(who?.postalCode, who?.address1, who?.address2);
  const office = addressOf(record.officePostalCode, record.officeAddress1, record.officeAddress2);
  return stack([
    beside(
      [84, named("利用者名", `${callUser(plan)}　殿`, 16, 84)],
      [62, named("　生年月日", dateText(who?.birthDate), 20, 62)],
      [131, named("　住所", address, 13, 131)],
    ),
    named("居宅サービス計画作成者氏名", record.plannerName, 45, 277),
    named(
      "居宅介護支援事業者・事業所名及び所在地",
      [record.officeName, office].filter(Boolean).join("　"),
      64,
      277,
    ),
    beside(
      [138, named("居宅サービス計画作成(変更)日", dateText(record.planChangedOn), 48, 138)],
      [139, named("　初回居宅サービス計画作成日", dateText(record.firstPlanOn), 48, 139)],
    ),
    beside(
      [138, named("認定日", dateText(record.certifiedOn), 48, 138)],
      [
        139,
        named("　認定の有効期間", periodText(record.certifiedFrom, record.certifiedTo), 48, 139),
      ],
    ),
  ]);
}

function addressOf(...parts: readonly (string | undefined)[]): string {
  const [postalCode, ...address] = parts;
  return [postalCode && `〒${postalCode}`, ...address].filter(Boolean).join("　");
}

const labelWidth = 42;
const valueWidth = 235;

function careLevelRow({ careLevel }: Table1): Content {
  const levels = codeLists.careLevel.filter(([code]) => code.startsWith("2"));
  const inTheRow = levels.map(
    ([code, name], at): Choice => [
      at === 0 ? name : name.slice("要介護".length),
      code === careLevel,
    ],
  );
  const outside = codeLists.careLevel.find(([code]) => code === careLevel && !code.startsWith("2"));
  const all: readonly Choice[] =
    outside === undefined ? inTheRow : [...inTheRow, [outside[1], true]];
  return beside(
    [labelWidth, label("要介護状態区分")],
    [
      valueWidth,
      choices(all, { between: "　・　", valign: "middle", least: 8, padding: 2, size: 10 }),
    ],
  );
}

/** A large box, which takes what the others leave of the page and goes on over the page where that is too little. */
function large(name: string, text: string | undefined, grow: number): Content {
  return beside(
    [labelWidth, label(name)],
    [valueWidth, cell(text ?? "", { padding: 1.5, least: 14, grow })],
  );
}

function homeHelpReasonRow({ homeHelpReason, homeHelpReasonOther }: Table1): Content {
  const reasons = codeLists.homeHelpReason.map(([code, name]): Choice => {
    const number = "０１２３".charAt(Number(code));
    const other = code === "3" ? `（　${homeHelpReasonOther ?? "　　　　　　　　"}　）` : "";
    return [`${number}．${name}`, code === homeHelpReason, other];
  });
  return beside(
    [labelWidth, label("生活援助中心型の算定理由")],
    [valueWidth, choices(reasons, { between: "　　", valign: "middle", least: 9, padding: 1.5 })],
  );
}

function label(name: string): Content {
  return cell(name, {
    valign: "middle",
    padding: 1.5,
    ground: "light",
    continued: `${name}（続き）`,
  });
}
