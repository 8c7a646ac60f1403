import { describe, expect, it } from "vitest";
import { checkFile } from "../check/check-file.ts";
import type { FileKind } from "../layout/layouts.ts";
import { carePlan, planOfUse, results } from "../rules/samples/base-sets.ts";
import type { SampleFiles } from "../rules/samples/sample-files.ts";

/** A name without its service types, as before edition 4.0. */
function older(name: string): string {
  return name.replace(/_(\w{10})_\w\w_(\w{10})_\w\w_/, "_$1_$2_");
}

function nameFinding(files: SampleFiles, kind: FileKind) {
  const file = files.given().find(({ name }) => name.startsWith(kind));
  if (file === undefined) throw new Error(`no ${kind}`);
  const [bytes = new Uint8Array()] = [...(file.read() as Iterable<Uint8Array>)];
  const { findings } = checkFile(older(file.name), bytes);
  return { name: file.name, found: findings.filter(({ code }) => code === "file-name") };
}

describe("a name of an edition before 4.0", () => {
  it.each([
    ["a plan of use", planOfUse(), "UPPLAN"],
    ["a slip", planOfUse(), "UPSIKYU"],
    ["results", results(), "UPJSK"],
  ] as const)("of %s gets its service types from the rows, to be confirmed", (_, files, kind) => {
    const { name, found } = nameFinding(files, kind);
    expect(found).toMatchObject([{ rule: "name-before-4", mend: { certain: false, value: name } }]);
  });

  it("of a file whose rows do not name services has no proposal", () => {
    const { found } = nameFinding(carePlan(), "UP1KYO");
    expect(found).toMatchObject([{ rule: "name-before-4" }]);
    expect(found[0]).not.toHaveProperty("mend");
  });

  it("of a plan with two services of the office has none either: either may be meant", () => {
    const both = planOfUse().again("UPPLAN", 1, { serviceCode: "131111" });
    expect(nameFinding(both, "UPPLAN").found[0]).not.toHaveProperty("mend");
  });
});
