import { checkFiles, type GivenFile } from "@tsunagi/standard";
import { describe, expect, it } from "vitest";
import { type Outcome, outcomeOf } from "./outcome.ts";

const tail = "1370000011_43_1370000029_11_20261120100000";

async function outcome(...names: readonly string[]): Promise<Outcome> {
  const given = names.map(
    (name): GivenFile => ({ path: `12月/${name}`, name, size: 2, read: () => [Uint8Array.of(10)] }),
  );
  return outcomeOf(await checkFiles(given));
}

describe("what the page shows of a report", () => {
  it("is each set with its files, and what belongs to none", async () => {
    const { files, sets, strays } = await outcome(
      "memo.txt",
      `UPJSK_202612_${tail}.CSV`,
      "地図.pdf",
      `UPKIHON_IMAGE_${tail}_0001.jpg`,
    );
    expect(files).toBe(4);
    expect(sets).toMatchObject([
      {
        sender: { number: "1370000011", service: "居宅介護支援" },
        receiver: { number: "1370000029", service: "訪問介護" },
        standing: "bad",
        files: [
          { at: 1, title: "第6表 実績情報" },
          { at: 3, title: "家族構成の画像" },
        ],
      },
    ]);
    expect(strays.map(({ at, title }) => [at, title])).toEqual([
      [0, "標準のファイルではないもの"],
      [2, "添える書類"],
    ]);
  });

  it("finds nothing wrong with a document that only goes along", async () => {
    const { strays } = await outcome("地図.pdf", "memo.txt");
    expect(strays.map(({ findings }) => findings.length > 0)).toEqual([false, true]);
  });

  it("says of a finding between files where it is, and of one of a file nothing twice", async () => {
    const { sets } = await outcome(`UPPLAN_202612_${tail}.CSV`);
    expect(sets[0]?.findings).toMatchObject([
      { severity: "error", message: expect.stringContaining("UPSIKYU") },
    ]);
    for (const finding of sets[0]?.files[0]?.findings ?? []) expect(finding.file).toBeUndefined();
  });
});
