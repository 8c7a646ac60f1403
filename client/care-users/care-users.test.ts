import type { CareUserView } from "@tsunagi/contract/desk";
import { createAuthority } from "@tsunagi/sealing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Engine } from "../engine/engine.ts";
import { openEngine } from "../engine/open-engine.ts";
import { temporaryFolder } from "../testing/temporary-folder.ts";

const hanako: CareUserView = {
  insurerNumber: "139999",
  insuredNumber: "0000000001",
  nameKana: "シケンハナコ",
  name: "試験　花子",
  careLevel: "22",
  limitUnits: 19_705,
  benefitRate: 90,
};
const taro: CareUserView = { ...hanako, insuredNumber: "0000000002", nameKana: "シケンタロウ" };

let engine: Engine;

beforeAll(async () => {
  const authority = await createAuthority({
    notBefore: new Date("2026-01-01T00:00:00Z"),
    notAfter: new Date("2036-01-01T00:00:00Z"),
  });
  engine = await openEngine({
    folder: temporaryFolder(),
    centre: "https://127.0.0.1:1",
    authority: authority.certificate,
  });
});
afterAll(() => engine?.close());

const refusal = (code: string) => expect.objectContaining({ code });

describe("the care users of an office", () => {
  it("are listed by the reading of their names, and taken over again as the same", () => {
    engine.careUsers.add([hanako, taro]);
    const [first, second] = engine.careUsers.list();
    expect([first, second].map((one) => one?.details)).toEqual([taro, hanako]);
    const [, again] = engine.careUsers.add([{ ...hanako, careLevel: "23" }]);
    expect(again).toMatchObject({ id: second?.id, revision: 2, details: { careLevel: "23" } });
  });

  it("are not overwritten by who has not seen the last change, nor by another of the same numbers", () => {
    const [{ id, revision } = { id: "", revision: 0 }] = engine.careUsers.list();
    const changed = engine.careUsers.change(id, { ...taro, phone: "000-0000-0001" }, revision);
    expect(changed.revision).toBe(revision + 1);
    expect(() => engine.careUsers.change(id, taro, revision)).toThrow(refusal("care-user-changed"));
    expect(() => engine.careUsers.change(id, hanako, revision + 1)).toThrow(
      refusal("care-user-twice"),
    );
    expect(() => engine.careUsers.change("unknown", taro, 1)).toThrow(refusal("not-found"));
  });

  it("are taken from the list", () => {
    const [first, second] = engine.careUsers.list();
    engine.careUsers.remove(first?.id ?? "");
    expect(engine.careUsers.list()).toEqual([second]);
    expect(() => engine.careUsers.remove(first?.id ?? "")).toThrow(refusal("not-found"));
  });
});
