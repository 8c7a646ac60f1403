import { readdirSync, readFileSync } from "node:fs";
import type { SetDocument } from "@tsunagi/standard";
import { describe, expect, it } from "vitest";
import { comparePlan, compareResults, withoutPlan } from "./compare-documents.ts";
import { readDocumentsBySet } from "./read-by-set.ts";

const month = new URL("../../../samples/month/", import.meta.url);

type Change = (text: string, name: string) => string;

/** The files of the month, or some of them, changed as text and renamed to another set time. */
async function documents(
  kinds: RegExp,
  change: Change = (text) => text,
  time?: string,
): Promise<readonly SetDocument[]> {
  const names = readdirSync(month).filter((name) => kinds.test(name));
  const files = names.map((name) => {
    // Latin-1 keeps every byte of MS932 as it is.
    const text = change(readFileSync(new URL(name, month), "latin1"), name);
    const renamed = time === undefined ? name : name.replace(/\d{14}/, time);
    return new File([new Uint8Array(Buffer.from(text, "latin1"))], renamed);
  });
  return (await readDocumentsBySet(files)).documents;
}

const plan = /^(UPPLAN|UPSIKYU|UPHOSOKU)/;
const results = /^UPJSK/;
const anotherUser: Change = (text) => text.replaceAll("0000000001", "0000000002");
const inTheEvening: Change = (text) => text.replaceAll(",0900,0930,", ",1900,1930,");
const statesOf = ({ users }: ReturnType<typeof comparePlan>) =>
  users.map(({ state, standsIn }) => `${state} ${standsIn}`);

describe("results on the desk", () => {
  it("are compared with the newest plan between the two offices", async () => {
    const plans = [
      ...(await documents(plan, inTheEvening, "20261201100000")),
      ...(await documents(plan)),
    ];
    const { users } = compareResults(await documents(results), plans, []);
    expect(users[0]?.visits.filter(({ outcome }) => outcome === "same")).toHaveLength(5);
  });

  it("take the plans of other offices only for care users that they name", async () => {
    const own = await documents(results);
    const partner = await documents(plan, anotherUser);
    const others = [
      ...(await documents(plan)),
      ...(await documents(plan, (text) => text.replaceAll("0000000001", "0000000003"))),
    ];
    expect(withoutPlan(own, partner)).toBe(true);
    const { users } = compareResults(own, partner, others);
    expect(
      users.map(({ insuredNumber, standsIn }) => `${insuredNumber} ${standsIn}`).sort(),
    ).toEqual(["0000000001 both", "0000000002 before"]);
    expect(withoutPlan(own, await documents(plan))).toBe(false);
  });
});

describe("a plan on the desk", () => {
  it("is compared with what held before it, not with what came later", async () => {
    const now = await documents(plan, undefined, "20261125100000");
    const before = await documents(plan);
    const later = await documents(
      plan,
      (text) => text.replaceAll("1400,1445", "1500,1545"),
      "20261130100000",
    );
    expect(statesOf(comparePlan(now, [...before, ...later]))).toEqual(["same both"]);
    expect(statesOf(comparePlan(now, later))).toEqual(["differs after"]);
  });

  it("leaves care users alone whom it does not name", async () => {
    const now = await documents(plan, anotherUser, "20261125100000");
    const both = [...(await documents(plan)), ...(await documents(plan, anotherUser))];
    expect(statesOf(comparePlan(now, both))).toEqual(["same both"]);
  });
});
