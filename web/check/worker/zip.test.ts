import { unzipSync } from "fflate";
import { expect, it } from "vitest";
import { zipOf } from "./zip.ts";

it("holds every file under its name, the second of a name in a folder of its own", async () => {
  const zip = await zipOf([
    new File(["一"], "UPPLAN_見本.CSV"),
    new File(["二"], "UPPLAN_見本.CSV"),
    new File(["三".repeat(3_000_000)], "大きい.CSV"),
    new File([], "空.CSV"),
  ]);
  const entries = unzipSync(new Uint8Array(await zip.arrayBuffer()));
  const text = (name: string) => new TextDecoder().decode(entries[name]);
  expect(Object.keys(entries).toSorted()).toEqual(
    ["2/UPPLAN_見本.CSV", "UPPLAN_見本.CSV", "大きい.CSV", "空.CSV"].toSorted(),
  );
  expect([text("UPPLAN_見本.CSV"), text("2/UPPLAN_見本.CSV"), text("空.CSV")]).toEqual([
    "一",
    "二",
    "",
  ]);
  expect(text("大きい.CSV")).toHaveLength(3_000_000);
});
