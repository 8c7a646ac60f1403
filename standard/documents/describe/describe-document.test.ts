import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  basics,
  carePlan,
  deletion,
  planOfUse,
  preventivePlan,
  results,
} from "../../rules/samples/base-sets.ts";
import type { SampleFiles } from "../../rules/samples/sample-files.ts";
import { readDocuments, readDocumentsLeniently } from "../read-documents.ts";
import { filesOf } from "../testing/sample-documents.ts";
import { describeDocument } from "./describe-document.ts";
import { leftIn, lineWidth, rightIn, widthOf } from "./lines.ts";

function textOf(sample: SampleFiles): string {
  return describeDocument(readDocuments(filesOf(sample))).join("\n");
}

describe("columns of text", () => {
  it("count full-width signs twice, half-width kana once", () => {
    expect(widthOf("訪問 Aｱ（）")).toBe(2 + 2 + 1 + 1 + 1 + 4);
    expect(widthOf("𠮷～")).toBe(4);
    expect(leftIn(6, "介護")).toBe("介護  ");
    expect(rightIn(6, "12")).toBe("    12");
  });
});

describe("a document in words", () => {
  it("is a care plan as an outline", () => {
    expect(textOf(carePlan())).toBe(`■ 居宅サービス計画書（第1表〜第3表）
1370000011（居宅介護支援）から 1370000029（訪問介護）へ　ファイル連番 20261120100000

試験　花子 さん（保険者 139999・被保険者 0000000001）
  計画作成（変更）日　令和8年11月20日
  初回作成日　令和7年4月1日
  作成者　髙見　本子　つなぎ居宅介護支援事業所　1370000011
  計画の区分　継続
  認定　認定済　要介護２　認定日 令和8年3月20日
  認定の有効期間　令和8年4月1日～令和10年3月31日
  意向と課題分析の結果　住み慣れた家で暮らしたい。
  総合的な援助の方針　安全に暮らせるように支える。
  生活援助中心型の算定理由　一人暮らし

  第2表　課題と目標、援助の内容
  課題1　転ばずに歩きたい
    長期目標　自分で外出できる　（R8.12.1～R9.11.30）
    短期目標　室内を安全に歩ける　（R8.12.1～R9.5.31）
      ・身体介護
        訪問介護　みほん訪問介護ステーション　週2回　（R8.12.1～R9.5.31）　保険給付の対象
      ・見守り
        毎日　保険給付の対象外
  課題2　家の中を整えたい
    長期目標　自分で外出できる　（R8.12.1～R9.11.30）
    短期目標　室内を安全に歩ける　（R8.12.1～R9.5.31）
      ・生活援助
        訪問介護　みほん訪問介護ステーション　週1回　（R8.12.1～R9.5.31）　保険給付の対象

  第3表　週間サービス計画
    月　09:00-09:30　訪問介護
    火　14:00-14:45　訪問介護
    日常の活動　06:30-07:00　起床
    日常の活動　22:00-06:00　睡眠
    週単位以外　通院（月1回）`);
  });

  it("says a long-term goal once for all its short-term goals", () => {
    const next = { goalNo: "2", shortTermGoal: "階段を上れる", serviceContent: "運動" };
    const text = textOf(carePlan().with("UP2KYO", 2, next));
    expect(text).toContain(`      ・身体介護
        訪問介護　みほん訪問介護ステーション　週2回　（R8.12.1～R9.5.31）　保険給付の対象
    短期目標　階段を上れる
      ・運動
`);
  });

  it("is a plan of use as a month of days, and amounts", () => {
    const text = textOf(planOfUse());
    expect(text).toContain(`  第6表　令和8年12月分の予定
  居宅介護支援　1370000011　髙見　本子
  提供時間帯   コード   1 2 3 4 5 6 7 8 910111213141516171819202122232425262728293031  合計
                       火水木金土日月火水木金土日月火水木金土日月火水木金土日月火水木
  09:00-09:30  111111   . . 1 . . . 1 . . . . . . . . . . . . . . . . . . . . . . . .     2
               訪問介護　みほん訪問介護ステーション（1370000029）
`);
    expect(text).toMatch(/ {4}小計 +0 +3 +667 +667 +667 +0 +7,603 +761 +0\n/);
    expect(text).toMatch(/ {4}合計 +0 +3 +667 +667 +667 +0 +7,603 +761 +0$/);
    expect(text).toContain("支給限度基準額　19,705 単位　令和8年4月1日～令和10年3月31日");
  });

  it("says the limits of service types", () => {
    const limit = {
      type1ServiceType: "15",
      type1Limit: "5000",
      type1Units: "5200",
      type1Excess: "200",
    };
    expect(textOf(planOfUse().with("UPHOSOKU", 1, limit))).toContain(
      "  種類別の限度　通所介護　限度 5,000 単位　合計 5,200 単位　超過 200 単位\n",
    );
  });

  it("shows equipment and services without a time", () => {
    const rental = { startTime: "9999", endTime: "9999", serviceCode: "171003" };
    const equipment = { taisCode: "00001-000010", equipmentName: "車いす", lineNo: "1" };
    const text = textOf(planOfUse().with("UPPLAN", 1, { ...rental, ...equipment }));
    expect(text).toContain("時刻なし     171003");
    expect(text).toContain("福祉用具貸与　みほん");
    expect(text).toContain("車いす　00001-000010　明細 1");
  });

  it("is results, basics, a preventive plan, a deletion", () => {
    expect(textOf(results())).toContain("令和8年12月分の実績");
    expect(textOf(basics())).toContain("要介護状態区分　要支援１");
    expect(textOf(basics().without("image"))).toContain("0001.jpg　（画像なし）");
    expect(textOf(preventivePlan())).toContain("総合的課題1　外出が減っている");
    expect(textOf(deletion("DLTPLAN"))).toContain(
      "削除するもの　令和8年12月分の予定（第6表・第7表のすべて）",
    );
  });

  it("goes on under itself where a text is long, and keeps its lines", () => {
    const long = "安全に暮らせるように支える。".repeat(8);
    const policy = `${long}\r\n二つ目の段落。`;
    const lines = textOf(carePlan().with("UP1KYO", 1, { supportPolicy: policy })).split("\n");
    const at = lines.findIndex((line) => line.startsWith("  総合的な援助の方針　"));
    const [first = "", ...under] = lines.slice(at, at + 4);
    expect(first.slice(12) + under.map((line) => line.trimStart()).join("")).toBe(
      `${long}二つ目の段落。`,
    );
    expect(under.map((line) => line.search(/\S/))).toEqual([22, 22, 22]);
    expect(lines[at + 3]).toMatch(/^ {22}二つ目の段落。$/);
  });

  it("gives a long label a line of its own", () => {
    const text = textOf(preventivePlan().with("UPYOBO", 1, { socialWish: "友人に会いたい" }));
    expect(text).toContain(
      "\n  【社会参加、対人関係・コミュニケーション】本人・家族の意欲・意向\n    友人に会いたい\n",
    );
  });

  it("never is wider than the terminal, and never speaks to it", () => {
    const anyText = fc.string({
      unit: fc.constantFrom("あ", "a", "ｱ", "\u001b[2J", "\r\n", "\t", "　", "長い文"),
      maxLength: 150,
    });
    fc.assert(
      fc.property(anyText, anyText, (name, text) => {
        const carePlans = carePlan()
          .with("UPHOSOKU", 1, { name: `あ${name}` })
          .with("UP2KYO", 1, { need: text, serviceOfficeName: text })
          .with("UP3KYO", 1, { service: text });
        const plans = planOfUse()
          .with("UPPLAN", 1, { serviceOfficeName: text, equipmentName: text })
          .with("UPSIKYU", 1, { serviceOfficeName: text });
        const { documents } = readDocumentsLeniently([...filesOf(carePlans), ...filesOf(plans)]);
        const lines = documents.flatMap(describeDocument);
        expect(Math.max(...lines.map(widthOf))).toBeLessThanOrEqual(lineWidth);
        expect(lines.join("")).not.toMatch(/\p{Cc}/u);
      }),
      { seed: 6, numRuns: 60 },
    );
  });
});
