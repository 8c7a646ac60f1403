import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { drawSheet } from "./draw-sheet.ts";
import { openFiles } from "./open-files.ts";

const month = join(import.meta.dirname, "../../../samples/month");

async function sample(name: string): Promise<File> {
  return new File([await readFile(join(month, name))], name);
}

const planOfUse = ["UPPLAN", "UPSIKYU", "UPHOSOKU"].map(
  (kind) => `${kind}_202612_1370000011_43_1370000029_11_20261120100000.CSV`,
);

describe("what is in a message", () => {
  it("is told user by user, each with their forms", async () => {
    const opened = await openFiles(await Promise.all(planOfUse.map(sample)));
    const { sheets, unread, others } = opened.contents;
    expect(unread).toEqual([]);
    expect(others).toEqual([]);
    expect(sheets.length).toBeGreaterThan(0);
    expect(sheets.every(({ kind, user }) => kind === "plan-of-use" && user?.name)).toBe(true);
    const [part] = opened.parts;
    if (part === undefined) throw new Error("no care user");
    const { forms, document } = drawSheet(part.document, opened.pictures);
    expect(document).toMatchObject({ users: [{ name: sheets[0]?.user?.name }] });
    expect(forms.map(({ title }) => title)).toEqual([
      "第6表　サービス利用票（予定）",
      "第7表　サービス利用票別表",
    ]);
    const [page] = forms[0]?.pages ?? [];
    expect(page).toMatchObject({ width: 297, height: 210 });
    expect(page?.svg).toContain(sheets[0]?.user?.name);
  });

  it("names what is no document, and what cannot be read", async () => {
    const wrong = "UPJSK_202612_1370000029_11_1370000011_43_20270105100000.CSV";
    const { contents } = await openFiles([
      new File(["%PDF-1.7"], "おしらせ.pdf"),
      new File(["202407,1\r\n"], wrong),
    ]);
    expect(contents.others).toEqual(["おしらせ.pdf"]);
    expect(contents.unread).toMatchObject([{ file: wrong, row: 1 }]);
    expect(contents.sheets).toEqual([]);
  });
});
