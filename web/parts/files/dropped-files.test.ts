import { expect, it } from "vitest";
import { type DropItem, filesIn } from "./dropped-files.ts";

function file(name: string): DropItem {
  return {
    kind: "file",
    type: "text/csv",
    name,
    getFile: () => Promise.resolve(new File(["x"], name)),
    getText: () => Promise.resolve("x"),
  };
}

function folder(name: string, ...inside: DropItem[]): DropItem {
  return {
    kind: "directory",
    name,
    async *getEntries() {
      yield* inside as never[];
    },
  };
}

it("takes files out of folders in folders, without what the computer left there", async () => {
  const files = await filesIn([
    file("a.CSV"),
    folder(
      "12月",
      file("b.CSV"),
      file("Thumbs.db"),
      folder("添付", file("c.pdf"), file(".DS_Store")),
    ),
  ]);
  expect(files.map(({ name }) => name)).toEqual(["a.CSV", "b.CSV", "c.pdf"]);
});
