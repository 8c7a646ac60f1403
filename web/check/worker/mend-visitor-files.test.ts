import { buildFileName, encodeMs932, parseFileName } from "@tsunagi/standard";
import { unzipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { mendVisitorFiles } from "./mend-visitor-files.ts";

const name = "DLTPLAN_202612_1370000011_43_1370000029_11_20261120100000.CSV";
const row = "202407,139999,0000000001,202612\r\n";

function given(text: string, as: string = name): { path: string; file: File } {
  return { path: as, file: new File([encodeMs932(text).slice()], as) };
}

describe("mending what the visitor gave", () => {
  it("gives the one file that was mended under its right name", async () => {
    const { now, outcome } = await mendVisitorFiles([given(row.replace("\r", ""))]);
    const { mended, save, after } = outcome;
    expect(mended).toMatchObject([{ originalName: name, count: 1 }]);
    expect([save.name, await save.text()]).toEqual([buildFileName(parseFileName(name)), row]);
    expect(now.map(({ file }) => file)).toEqual([save]);
    expect(after.files).toBe(1);
    expect(after.sets[0]?.files[0]?.findings).toEqual([]);
  });

  it("gives several as a ZIP, without those that need nothing", async () => {
    const other = name.replace("100000", "110000");
    const right = name.replace("100000", "120000");
    const { outcome } = await mendVisitorFiles([
      given(row.replace("\r", "")),
      given(row, right),
      given(row.replace("139999", "１３９９９９"), other),
    ]);
    const { mended, save } = outcome;
    expect(mended.map(({ originalName }) => originalName)).toEqual([name, other]);
    expect(save.name).toBe("直したファイル.zip");
    const entries = unzipSync(new Uint8Array(await save.arrayBuffer()));
    expect(Object.keys(entries)).toEqual([name, other]);
    for (const bytes of Object.values(entries)) expect(new TextDecoder().decode(bytes)).toBe(row);
  });
});
