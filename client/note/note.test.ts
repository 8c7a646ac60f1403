import { checkFile, type Finding, groupIntoSets, type ReportedFile } from "@tsunagi/standard";
import { describe, expect, it } from "vitest";
import { plan, planAt } from "../testing/samples.ts";
import type { GivenFile } from "../tray/given-file.ts";
import type { Checked } from "./checked.ts";
import { writeNote } from "./note.ts";

const fault = { rule: "required", code: "required", severity: "error", file: "" } as const;

/** The files as if this had been found in the first of them. */
function withFindings(
  files: readonly GivenFile[],
  findings: readonly Omit<Finding, "file">[],
): readonly ReportedFile[] {
  return files.map(({ name, bytes }, at) => {
    const checked = checkFile(name, bytes);
    const own = at === 0 ? findings.map((found) => ({ ...found, file: name })) : [];
    return { ...checked, findings: own, path: `12月/${name}` };
  });
}

function noteOf(
  files: readonly ReportedFile[],
  rest: Partial<Checked> & { readonly all?: boolean; readonly columns?: number } = {},
): string {
  const { all = false, columns = 100, ...more } = rest;
  const sets = groupIntoSets(files).map((set) => ({ ...set, findings: [] }));
  const checked = { files, sets, attachments: [], others: [], hidden: 0, ...more };
  return writeNote(checked, { all, columns })
    .map(({ text }) => text)
    .join("\n");
}

describe("the note on files that were checked", () => {
  it("says the same fault of forty rows once", () => {
    const rows = Array.from({ length: 40 }, (_, at) => ({
      ...fault,
      row: at * 2 + 1,
      field: 5,
      fieldName: "被保険者番号",
      message: "必須の項目が空です。",
    }));
    const note = noteOf(withFindings(plan(), rows));
    expect(note).toContain(
      "   ・ 1、3、5行目ほか37行の項目5「被保険者番号」: 必須の項目が空です。",
    );
    expect(note.split("必須の項目").length).toBe(2);
  });

  it("takes the first row as an example where the sentences differ", () => {
    const rows = ["「３」", "「４」"].map((value, at) => ({
      ...fault,
      row: at + 7,
      field: 9,
      message: `${value}は使えません。`,
    }));
    expect(noteOf(withFindings(plan(), rows))).toContain(
      "7、8行目の項目9: たとえば7行目は、「３」は使えません。",
    );
  });

  it("keeps apart what people must decide and what tsunagi mend can put right by itself", () => {
    const certain = {
      ...fault,
      row: 1,
      message: "1行目が見出しです。1行目を削除してください。",
      mend: { certain: true, says: "見出しの行を取り除く" },
    };
    const proposed = {
      ...fault,
      row: 2,
      field: 3,
      message: "短すぎます。",
      mend: { certain: false, says: "前に 0 を足す" },
    };
    const note = noteOf(withFindings(plan(), [certain, proposed]), { columns: 200 });
    const [forPeople, forMend] = note.split("tsunagi mend で直せるところ");
    expect(forPeople).toContain("・ 2行目の項目3: 短すぎます。");
    expect(forPeople).toContain("→ 直し方の候補: 前に 0 を足す");
    expect(forPeople).not.toContain("見出し");
    expect(forMend).toContain(
      "・ 1行目が見出しです → 見出しの行を取り除く（1370000029（訪問介護）宛て サービス利用票・別表（予定） 令和8年12月分 の UPHOSOKU_",
    );
    expect(note).toContain("1 つに直すところがあります。\n");

    const onlyCertain = noteOf(withFindings(plan(), [certain]), { columns: 200 });
    expect(onlyCertain).toContain("1 つに直すところがあります。どれも tsunagi mend で直せます。");
    expect(onlyCertain).not.toContain("\n直すところ\n");
  });

  it("says of many sets how many files have what can be put right, with an example", () => {
    const sets = ["20261120100001", "20261120100002", "20261120100003"].flatMap((time) =>
      withFindings(planAt(time), [
        { ...fault, message: "UTF-8 です。", mend: { certain: true, says: "MS932 に変える" } },
      ]),
    );
    expect(noteOf(sets)).toContain("・ UTF-8 です → MS932 に変える（3 ファイル、たとえば");
    expect(noteOf(sets, { all: true }).split("UTF-8 です").length).toBe(4);
  });

  it("says once what is wrong with all files of a set", () => {
    const files = plan().flatMap((file) =>
      withFindings([file], [{ ...fault, message: "文字コードが UTF-8 です。" }]),
    );
    const note = noteOf(files);
    expect(note).toContain("・ どのファイルも: 文字コードが UTF-8 です。");
    expect(note).not.toContain("UPPLAN_");
    expect(noteOf([...files.slice(0, 2), ...withFindings(plan().slice(2), [])])).toContain(
      "・ 利用者補足情報、第6表（サービス利用票）予定: 文字コードが UTF-8 です。",
    );
  });

  it("lets doubts stand apart, the frequent ones first, and does not hold the set for them", () => {
    const doubts = [
      { ...fault, severity: "warning", row: 4, field: 2, message: "まれです。" },
      { ...fault, severity: "warning", row: 5, field: 3, message: "長いようです。" },
      { ...fault, severity: "warning", row: 6, field: 3, message: "長いようです。" },
    ] as const;
    const note = noteOf(withFindings(plan(), doubts));
    expect(note).toContain("すべてこのまま送れます。");
    expect(note).not.toContain("直すところ\n");
    expect(note.indexOf("長いようです。（2 か所、")).toBeLessThan(note.indexOf("まれです。"));
  });

  it("cuts long lists with a count and how to see all", () => {
    const many = Array.from({ length: 9 }, (_, at) => ({
      ...fault,
      field: at + 1,
      message: `${at + 1}番目です。`,
    }));
    const short = noteOf(withFindings(plan(), many));
    expect(short).toContain("ほか 4 種類は、--all を付けるとすべて出します。");
    expect(short).not.toContain("6番目です。");
    expect(noteOf(withFindings(plan(), many), { all: true })).toContain("9番目です。");
  });

  it("keeps sets apart in which different things are wrong", () => {
    const files = [
      ...withFindings(planAt("20261120100001"), [
        { ...fault, row: 1, field: 1, message: "甲です。" },
      ]),
      ...withFindings(planAt("20261120100002"), [
        { ...fault, row: 9, field: 1, message: "乙です。" },
      ]),
      ...withFindings(planAt("20261120100003"), [
        { ...fault, row: 1, field: 2, message: "丙です。" },
      ]),
    ];
    const note = noteOf(files);
    expect(note).toContain("甲です。");
    expect(note).toContain("同じことが、ほか 1 の送信単位にもあります（1370000029 宛て）。");
    expect(note).toContain("丙です。");
  });

  it("says that there was nothing of the standard", () => {
    expect(noteOf([], { others: ["覚え書き.txt"] })).toMatch(
      /^標準のファイルは見つかりませんでした。/,
    );
  });
});
