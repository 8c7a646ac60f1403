import { monthFiles } from "@tsunagi/samples";
import {
  type ComparedUser,
  type Comparison,
  compareSides,
  readDocumentsLeniently,
  readFile,
  takeSide,
} from "@tsunagi/standard";
import { describe, expect, it } from "vitest";
import { writeComparisonNote } from "./comparison-note.ts";

const { documents } = readDocumentsLeniently(
  monthFiles().map(({ name, bytes }) => readFile(name, bytes)),
);
const plan = takeSide("plan", documents);
const againstResults = compareSides(plan, takeSide("results", documents));
const againstItself = compareSides(plan, plan);

function noteOf(comparison: Comparison, all = false): string {
  const places = { before: "11月/予定", after: "12月/実績" };
  return writeComparisonNote(comparison, places, { all, columns: 100 })
    .map(({ text }) => text)
    .join("\n");
}

/** The comparison as if these were its care users. */
function withUsers(...users: readonly (ComparedUser | undefined)[]): Comparison {
  return { ...againstResults, users: users.flatMap((user) => user ?? []) };
}

/** A care user of a comparison, so many times under names of their own. */
function many({ users: [user] }: Comparison, count: number): readonly (ComparedUser | undefined)[] {
  return Array.from({ length: count }, (_, at) => user && { ...user, name: `見本　${at + 1}郎` });
}

describe("the note on a comparison", () => {
  it("says first how many differ, and what was compared", () => {
    expect(noteOf(againstResults).split("\n").slice(0, 3)).toEqual([
      "予定と実績を比べました。利用者 1 人のうち 1 人に違いがあります。",
      "予定: 11月/予定",
      "実績: 12月/実績",
    ]);
  });

  it("tells the first care users one by one, and the others where all are asked for", () => {
    const seven = withUsers(...many(againstResults, 7));
    expect(noteOf(seven)).toContain("見本　5郎 さん");
    expect(noteOf(seven)).not.toContain("見本　6郎 さん");
    expect(noteOf(seven)).toContain("ほか 2 人の違いは、--all を付けるとすべて出します。");
    expect(noteOf(seven, true)).toContain("見本　7郎 さん");
  });

  it("names those without a difference, as many as one reads", () => {
    const mixed = withUsers(...many(againstItself, 25), againstResults.users[0]);
    expect(noteOf(mixed)).toContain("違いのない利用者 25 人");
    expect(noteOf(mixed)).toContain("ほか 5 人");
    expect(noteOf(mixed, true)).not.toContain("ほか 5 人");
  });

  it("says of whom the results do not speak", () => {
    const [user] = againstResults.users;
    const unreported = user && { ...user, state: "unreported" as const };
    expect(noteOf(withUsers(user, unreported))).toContain(
      "1 人は、この実績を送った事業所を利用する予定がないため、比べていません。",
    );
  });

  it("says when there was nothing to compare", () => {
    expect(noteOf(withUsers())).toContain("比べるものがありませんでした");
  });
});
