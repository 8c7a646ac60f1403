import { describe, expect, it } from "vitest";
import {
  basics,
  carePlan,
  deletion,
  otherUser,
  planOfUse,
  preventivePlan,
  results,
} from "../rules/samples/base-sets.ts";
import { documentsByUser } from "./by-user.ts";
import { documentOf } from "./testing/sample-documents.ts";

const names = (parts: ReturnType<typeof documentsByUser>) => parts.map(({ user }) => user?.name);

describe("a document by care user", () => {
  it("holds of each user all and of others nothing", () => {
    const sample = planOfUse()
      .again("UPPLAN", 1, otherUser)
      .again("UPHOSOKU", 1, { ...otherUser, name: "見本　太郎" });
    const parts = documentsByUser(documentOf("plan-of-use", sample));
    expect(parts).toMatchObject([
      { user: { name: "試験　花子" }, document: { users: [{ insuredNumber: "0000000001" }] } },
      { user: { name: "見本　太郎" }, document: { users: [{ insuredNumber: "0000000002" }] } },
    ]);
  });

  it("keeps two plans of one user together", () => {
    const sample = carePlan().again("UP1KYO", 1, { planChangedOn: "20261201" });
    const [part, ...others] = documentsByUser(documentOf("care-plan", sample));
    expect(others).toEqual([]);
    expect(part?.document).toMatchObject({ plans: [{}, { planChangedOn: "20261201" }] });
  });

  it("keeps the basics with the preventive plan of their user, and knows users of basics alone", () => {
    const document = documentOf("preventive-plan", preventivePlan().and(basics()));
    const alone = { ...document, plans: [] };
    expect(documentsByUser(document)).toEqual([{ user: expect.anything(), document }]);
    expect(names(documentsByUser(alone))).toEqual(["試験　花子"]);
  });

  it("knows a user of results by number, and leaves deletions together", () => {
    const document = documentOf("deletion", deletion("DLTPLAN"));
    expect(names(documentsByUser(documentOf("results", results())))).toEqual([undefined]);
    expect(documentsByUser(document)).toEqual([{ user: undefined, document }]);
  });
});
