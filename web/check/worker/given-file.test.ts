import { describe, expect, it } from "vitest";
import { givenFile, Unreadable } from "./given-file.ts";

async function allOf(given: ReturnType<typeof givenFile>): Promise<string> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of given.read()) chunks.push(chunk.slice());
  return new TextDecoder().decode(new Uint8Array(chunks.flatMap((chunk) => [...chunk])));
}

describe("a file the visitor gave", () => {
  it("is read piece by piece, as often as need be", async () => {
    const given = givenFile({ path: "12月/a.CSV", file: new File(["見本"], "a.CSV") });
    expect(given).toMatchObject({ path: "12月/a.CSV", name: "a.CSV", size: 6 });
    expect([await allOf(given), await allOf(given)]).toEqual(["見本", "見本"]);
  });

  it("that is gone is named, with what to look at", async () => {
    const file = new File(["x"], "a.CSV");
    file.stream = () =>
      new ReadableStream({
        pull() {
          throw new DOMException("gone", "NotFoundError");
        },
      });
    const given = givenFile({ path: "12月/a.CSV", file });
    await expect(allOf(given)).rejects.toThrow(Unreadable);
    await expect(allOf(given)).rejects.toThrow(/「12月\/a.CSV」を読み取れませんでした。移動や削除/);
  });

  it("is let go of when nobody reads on", async () => {
    let letGo = false;
    const file = new File(["x"], "a.CSV");
    file.stream = () =>
      new ReadableStream({
        pull(controller) {
          controller.enqueue(new Uint8Array(1));
        },
        cancel() {
          letGo = true;
        },
      });
    for await (const _ of givenFile({ path: "a.CSV", file }).read()) break;
    expect(letGo).toBe(true);
  });
});
