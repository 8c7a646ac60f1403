import type { ValueRules } from "../value-rules.ts";
import { basics, carePlan, planOfUse, preventivePlan, results } from "./base-sets.ts";
import { inUtf8, withBytes } from "./bytes.ts";
import type { SamplesOf } from "./rule-sample.ts";

export const valueSamples: SamplesOf<ValueRules> = {
  required: {
    triggers: () => carePlan().with("UP1KYO", 1, { plannerName: "" }),
    beside: () => carePlan().with("UP1KYO", 1, { supportPolicy: "" }),
  },
  needed: {
    triggers: () => preventivePlan().with("UPYOBO", 1, { outsourcing: "" }),
    beside: () => preventivePlan().with("UPYOBO", 1, { referenceNo: "" }),
  },
  format: {
    triggers: () => carePlan().with("UP1KYO", 1, { certifiedOn: "20260230" }),
    beside: () => carePlan().with("UP1KYO", 1, { certifiedOn: "20260228" }),
  },
  "full-width": {
    triggers: () => carePlan().with("UP1KYO", 1, { certifiedOn: "２０２６０３２０" }),
    beside: () => carePlan().with("UP1KYO", 1, { plannerName: "見本　２０" }),
  },
  "spaces-around": {
    triggers: () => carePlan().with("UP1KYO", 1, { certifiedOn: "20260320 " }),
    beside: () => carePlan().with("UP1KYO", 1, { plannerName: "見本　本子 " }),
  },
  "lower-case": {
    triggers: () => carePlan().with("UP2KYO", 2, { coverage: "n" }),
    beside: () => carePlan().with("UP2KYO", 2, { coverage: "N" }),
  },
  "decimal-places": {
    triggers: () => planOfUse().with("UPSIKYU", 3, { unitPrice: "11.4" }),
    beside: () => planOfUse().with("UPSIKYU", 3, { unitPrice: "11.40" }),
  },
  "length-exact": {
    triggers: () => carePlan().with("UP2KYO", 1, { updatingOffice: "137000001" }),
    beside: () => carePlan().with("UP2KYO", 1, { updatingOffice: "1370000011" }),
  },
  "length-at-most": {
    triggers: () => basics().with("UPKIHON", 1, { phone: "000-0000-0000-00" }),
    beside: () => basics().with("UPKIHON", 1, { phone: "000-0000-0000-0" }),
  },
  "length-in-doubt": {
    triggers: () => results().with("UPJSK", 1, { lineNo: "100" }),
    beside: () => results().with("UPJSK", 1, { lineNo: "10" }),
    also: ["line-number-elsewhere"],
  },
  "date-of-six-digits": {
    triggers: () => carePlan().with("UP1KYO", 1, { certifiedOn: "260320" }),
    beside: () => carePlan().with("UP1KYO", 1, { certifiedOn: "" }),
  },
  "date-of-six-digits-in-doubt": {
    triggers: () => basics().with("UPKIHON", 1, { consultedOn: "261110" }),
    beside: () => basics(),
    also: ["child-without-parent"],
  },
  "insured-of-nine-digits": {
    triggers: () => results().withAll("UPJSK", { insuredNumber: "000000001" }),
    beside: () => results().withAll("UPJSK", { insuredNumber: "H000000001" }),
  },
  code: {
    triggers: () => carePlan().with("UP1KYO", 1, { careLevel: "11" }),
    beside: () => carePlan().with("UP1KYO", 1, { careLevel: "06" }),
  },
  "unreadable-bytes": {
    triggers: () => carePlan().bytes("UP1KYO", withBytes("髙", [0x81, 0xad])),
    beside: () => carePlan().bytes("UP1KYO", withBytes("髙", [0x81, 0xac])),
  },
  "user-defined-character": {
    triggers: () => carePlan().bytes("UP1KYO", withBytes("髙", [0xf0, 0x40])),
    beside: () => carePlan().bytes("UP1KYO", withBytes("髙", [0xfb, 0xfc])),
  },
  "unmappable-character": {
    triggers: () => carePlan().bytes("UP1KYO", inUtf8("髙", "𠮷")),
    beside: () => carePlan().bytes("UP1KYO", inUtf8("髙", "吉")),
    also: ["utf-8"],
  },
  "double-character": {
    triggers: () => carePlan().bytes("UP1KYO", withBytes("髙", [0xee, 0xe0])),
    beside: () => carePlan().bytes("UP1KYO", withBytes("髙", [0xfb, 0xfc])),
  },
  "half-width-kana": {
    triggers: () => carePlan().with("UP1KYO", 1, { plannerName: "ﾐﾎﾝ ﾓﾄｺ" }),
    beside: () => carePlan().with("UP1KYO", 1, { plannerName: "ミホン モトコ" }),
  },
  "control-character": {
    triggers: () => carePlan().with("UP1KYO", 1, { supportPolicy: "見守る\u0007" }),
    beside: () => carePlan().with("UP1KYO", 1, { supportPolicy: "見守る\t\r\n支える" }),
  },
  "version-unknown": {
    triggers: () => results().withAll("UPJSK", { csvVersion: "202601" }),
    beside: () => results().withAll("UPJSK", { csvVersion: "202504" }),
  },
  "version-old": {
    triggers: () => results().withAll("UPJSK", { csvVersion: "202208" }),
    beside: () => results().withAll("UPJSK", { csvVersion: "202407" }),
  },
  "version-mixed": {
    triggers: () => results().with("UPJSK", 2, { csvVersion: "202504" }),
    beside: () => results(),
  },
  "month-mixed": {
    triggers: () => results().with("UPJSK", 2, { month: "202611", serviceDate: "20261107" }),
    beside: () => results(),
    also: ["month-mismatch"],
  },
  "month-mismatch": {
    triggers: () => results().named("UPJSK", (name) => name.replace("202612", "202611")),
    beside: () => results(),
  },
  "date-outside-month": {
    triggers: () => results().with("UPJSK", 3, { serviceDate: "20270101" }),
    beside: () => results().with("UPJSK", 3, { serviceDate: "20261231" }),
  },
};
