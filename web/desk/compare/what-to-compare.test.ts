import type { DeskMessage } from "@tsunagi/contract/desk";
import { describe, expect, it } from "vitest";
import { comparedAs, titleOfComparison, whatToCompare } from "./what-to-compare.ts";

const tail = "_202612_1370000011_43_1370000029_11_20261120100000.CSV";
const plan = [`UPPLAN${tail}`, `UPSIKYU${tail}`, `UPHOSOKU${tail}`, "地図.pdf"];
const results = ["UPJSK_202612_1370000029_11_1370000011_43_20270102090000.CSV"];

function message(
  id: string,
  names: readonly string[],
  rest: Partial<DeskMessage> = {},
): DeskMessage {
  return {
    id,
    box: "sent",
    title: "予定",
    month: "202612",
    partner: { number: "1370000029", name: "みほん訪問介護ステーション" },
    station: "opened",
    stations: [],
    files: names.map((name) => ({ name, size: 100, title: "", sha256: "" })),
    trouble: null,
    read: true,
    notice: null,
    ...rest,
  };
}

const answer = message("answer", results, { box: "received" });
const elsewhere = { partner: { number: "1370000037", name: "かくう" } };

function idsOf(files: readonly { readonly address: string }[]): readonly string[] {
  return [...new Set(files.map(({ address }) => address.split("/")[3] ?? ""))];
}

describe("what a message is compared with", () => {
  it("depends on what it holds", () => {
    expect(comparedAs(message("1", plan))).toBe("plan");
    expect(comparedAs(answer)).toBe("results");
    expect(comparedAs(message("1", ["地図.pdf"]))).toBeUndefined();
    expect(
      comparedAs(message("1", plan, { notice: { text: "期限", about: "2" } })),
    ).toBeUndefined();
  });

  it("is called by what it is, as the person sees it", () => {
    expect(titleOfComparison("results", answer)).toBe("予定と比べる");
    expect(titleOfComparison("plan", { box: "received" })).toBe("前に届いた予定と比べる");
    expect(titleOfComparison("plan", { box: "sent" })).toBe("前に送った予定と比べる");
  });

  it("are the plans of the same month, those of the same partner first, those of others beside", () => {
    const all = [
      answer,
      message("same", plan),
      message("other", plan, elsewhere),
      message("earlier", plan, { month: "202611" }),
      message("taken back", plan, { station: "cancelled" }),
      message("deletion", [`DLTPLAN${tail}`]),
    ];
    const request = whatToCompare(answer, "results", all);
    expect(request.message.map(({ name }) => name)).toEqual(results);
    expect(idsOf(request.withPartner)).toEqual(["same", "deletion"]);
    expect(request.withPartner.some(({ name }) => name.endsWith(".pdf"))).toBe(false);
    expect(idsOf(request.withOthers)).toEqual(["other"]);
  });

  it("is for a plan what went between the same two offices only", () => {
    const now = message("now", plan);
    const request = whatToCompare(now, "plan", [
      now,
      message("before", plan),
      message("x", plan, elsewhere),
    ]);
    expect(idsOf(request.withPartner)).toEqual(["before"]);
    expect(request.withOthers).toEqual([]);
  });
});
