import { fieldsOf } from "../../layout/layouts.ts";
import type { FormRules } from "../form-rules.ts";
import { basics, carePlan, planHeading, results, user } from "./base-sets.ts";
import { inUtf8, inUtf16 } from "./bytes.ts";
import type { SamplesOf } from "./rule-sample.ts";
import { SampleFiles, type SampleRow } from "./sample-files.ts";

const header = fieldsOf("UPJSK")
  .map(({ name }) => name)
  .join(",");

export const formSamples: SamplesOf<FormRules> = {
  "file-name": {
    triggers: () => results().named("UPJSK", () => "実績.CSV"),
    beside: () => results(),
  },
  "image-format": {
    triggers: () => basics().bytes("image", () => Uint8Array.of(0x89, 0x50, 0x4e, 0x47)),
    beside: () => basics(),
  },
  "empty-file": {
    triggers: () => results().bytes("UPJSK", () => new Uint8Array()),
    beside: () => results(),
  },
  "no-data": {
    triggers: () => results().text("UPJSK", () => `${header}\r\n`),
    beside: () => results().text("UPJSK", (text) => `${header}\r\n${text}`),
    also: ["header-row"],
  },
  "utf-8": {
    triggers: () => results().bytes("UPJSK", inUtf8()),
    beside: () => results(),
  },
  "utf-16": {
    triggers: () => results().bytes("UPJSK", inUtf16),
    beside: () => results().bytes("UPJSK", inUtf8()),
  },
  "header-row": {
    triggers: () => results().text("UPJSK", (text) => `${header}\r\n${text}`),
    beside: () => results(),
  },
  "line-end": {
    triggers: () => results().text("UPJSK", (text) => text.replaceAll("\r\n", "\n")),
    beside: () => carePlan().with("UP1KYO", 1, { supportPolicy: "見守る\n支える" }),
  },
  "last-line-end": {
    triggers: () => results().text("UPJSK", (text) => text.slice(0, -2)),
    beside: () => results(),
  },
  "field-count": {
    triggers: () =>
      results().rows("UPJSK", ([first = [], ...rest]) => [first.slice(0, -1), ...rest]),
    beside: () => results(),
  },
  "empty-row": {
    triggers: () => results().text("UPJSK", (text) => `${text}\r\n`),
    beside: () => results(),
  },
  "trailing-commas": {
    triggers: () => results().text("UPJSK", (text) => text.replaceAll("\r\n", ",,\r\n")),
    beside: () => results(),
  },
  "row-too-long": {
    triggers: () =>
      carePlan().text("UP1KYO", (text) => text.replace("21,2,", `${"2".repeat(1_100_000)},2,`)),
    beside: () => carePlan().with("UP1KYO", 1, { supportPolicy: "あ".repeat(20_000) }),
  },
  "stray-quote": {
    triggers: () => carePlan().text("UP1KYO", (text) => text.replace("安全に", '"安全"に')),
    beside: () => carePlan().text("UP1KYO", (text) => text.replace("安全に", '""安全""に')),
  },
  "open-quote": {
    triggers: () => carePlan().text("UP1KYO", (text) => text.replace('支える。"', "支える。")),
    beside: () => carePlan(),
  },
  "text-without-quotes": {
    triggers: () => results().text("UPJSK", (text) => text.replaceAll('"', "")),
    beside: () => results(),
  },
  "quotes-without-text": {
    triggers: () => results().text("UPJSK", (text) => text.replaceAll(",202612,", ',"202612",')),
    beside: () => results(),
  },
  "findings-omitted": {
    triggers: () => deletionsOf(101, nineDigits),
    beside: () => deletionsOf(100, nineDigits),
    also: ["insured-of-nine-digits"],
  },
  "errors-omitted": {
    triggers: () => deletionsOf(101, withoutDate),
    beside: () => deletionsOf(100, withoutDate),
    also: ["required"],
  },
};

/** Deletions of many users' care plans. */
function deletionsOf(users: number, rowOf: (number: string) => SampleRow<"DLT1KYO">): SampleFiles {
  const rows = Array.from({ length: users }, (_, at) => ({
    ...user,
    planChangedOn: "20261120",
    ...rowOf(String(100_000_000 + at)),
  }));
  return SampleFiles.none.file("DLT1KYO", planHeading, rows);
}

function nineDigits(number: string): SampleRow<"DLT1KYO"> {
  return { insuredNumber: number };
}

function withoutDate(number: string): SampleRow<"DLT1KYO"> {
  return { insuredNumber: `0${number}`, planChangedOn: "" };
}
