import { checkFiles } from "../report/check-files.ts";
import { carePlanRules } from "./care-plan-rules.ts";
import { formRules } from "./form-rules.ts";
import { nameRules } from "./name-rules.ts";
import type { Rule, Severity } from "./rule.ts";
import type { RuleName } from "./rules.ts";
import { samples } from "./samples/samples.ts";
import { setRules } from "./set-rules.ts";
import { useRules } from "./use-rules.ts";
import { valueRules } from "./value-rules.ts";

type Table = { readonly [name: string]: Rule };

/** The tables of rules in the order in which a file meets them. */
const subjects: readonly { readonly title: string; readonly rules: Table }[] = [
  { title: "ファイル名", rules: nameRules },
  { title: "ファイルの形（文字コード、行、引用符）", rules: formRules },
  { title: "項目の値", rules: valueRules },
  {
    title: "居宅サービス計画書と予防の計画書（第1表〜第3表、利用者基本情報ほか）",
    rules: carePlanRules,
  },
  { title: "利用票と実績（第6表・第7表、利用者補足情報）", rules: useRules },
  { title: "送信単位", rules: setRules },
];

const head = `# Rules

What is checked in files of the data standard, rule by rule. This page is made from the tables in \`standard/rules\` by \`node standard/scripts/write-rules-document.ts\`; the examples are what the rules say of their samples (\`standard/rules/samples\`). Several rules may share a code; codes and rule names keep their meaning across releases.

「ケアプランデータ連携標準仕様」4.1版のファイルを確かめる規則の一覧です。重さは二つあります。

- **誤り**: 取り込めない、または違う意味に取り込まれるもの。直すまで送りません。
- **注意**: 疑わしいもの。確かめたうえで送れます。
`;

const weights: { readonly [Weight in Severity]: string } = { error: "誤り", warning: "注意" };

/** docs/rules.md: every rule by subject, with what it says of its sample. */
export async function rulesDocument(): Promise<string> {
  const sections: string[] = [];
  for (const { title, rules } of subjects) sections.push(await section(title, rules));
  return `${head}\n${sections.join("\n")}`;
}

async function section(title: string, rules: Table): Promise<string> {
  const rows: string[] = [];
  for (const [name, { code, severity, checks, from }] of Object.entries(rules)) {
    const cells = [
      `\`${code}\``,
      `\`${name}\``,
      weights[severity],
      checks,
      from,
      await exampleOf(name as RuleName),
    ];
    rows.push(`| ${cells.map(inCell).join(" | ")} |`);
  }
  return `## ${title}

| コード | 規則 | 重さ | 何を見るか | 出典 | 例 |
| --- | --- | --- | --- | --- | --- |
${rows.join("\n")}
`;
}

/** What the rule says of the files that trigger it. */
async function exampleOf(name: RuleName): Promise<string> {
  const report = await checkFiles(samples[name].triggers().given());
  const findings = [...report.files, ...report.sets].flatMap<{
    readonly rule: RuleName;
    readonly message: string;
  }>((checked) => checked.findings);
  return findings.find(({ rule }) => rule === name)?.message ?? "";
}

/** Longest example; the rest of a longer one says nothing of the rule. */
const longestExample = 200;

function inCell(text: string): string {
  const oneLine = text.replaceAll(/\s*\n\s*/g, " ").replaceAll("|", "\\|");
  return oneLine.length > longestExample ? `${oneLine.slice(0, longestExample)}…` : oneLine;
}
