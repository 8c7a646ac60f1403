import { expect, it } from "vitest";
import type { GivenFile } from "../report/report.ts";
import { carePlan, planOfUse } from "../rules/samples/base-sets.ts";
import { mendFile } from "./mend-file.ts";
import { mendFiles } from "./mend-files.ts";

const utf8 = new TextEncoder();

/** A broken file of each sort that is mended in a way of its own, in pieces. */
const broken: readonly GivenFile[] = [
  ...planOfUse()
    .text("UPPLAN", (text) => text.replaceAll("\r\n", ",\n"))
    .named("UPPLAN", (name) => name.toLowerCase())
    .given(),
  ...carePlan().bytes("UP1KYO", toUnicode("utf-8", "〜")).given(),
  ...carePlan().bytes("UP1KYO", toUnicode("utf-8", "𠮷")).given(),
  ...carePlan().bytes("UP1KYO", toUnicode("utf-16", "𠮷")).given(),
  { path: "memo.txt", name: "memo.txt", size: 3, read: () => [utf8.encode("〜")] },
].map((file) => ({ ...file, read: () => inPieces(file) }));

it("files read piece by piece come out as those read whole, with the same told of them", async () => {
  const out: { name: string; bytes: number[] }[] = [];
  const mended = await mendFiles(broken, (_, name) => {
    const written = { name, bytes: [] as number[] };
    out.push(written);
    return (chunk) => {
      written.bytes.push(...chunk);
    };
  });
  expect(mended.map(({ left }) => left.path)).toEqual(broken.map(({ path }) => path));
  for (const [at, file] of broken.entries()) {
    const { bytes, left, ...whole } = mendFile(file.name, await bytesOf(file));
    const { facts: _, ...leftWhole } = left;
    expect(out[at]).toEqual({ name: whole.name, bytes: Array.from(bytes) });
    expect(mended[at]).toEqual({ ...whole, left: { path: file.path, ...leftWhole } });
  }
});

it("asks about what is not certain, with the place", async () => {
  const asked = new Set<string>();
  const files = carePlan().bytes("UP1KYO", toUnicode("utf-8", "𠮷")).given();
  const mended = await mendFiles(
    files,
    () => () => undefined,
    ({ value }, { file, row, field, from }) => {
      asked.add(`${file.slice(0, 6)} ${row} ${field?.[2]} ${from} ${value}`);
      return true;
    },
  );
  expect([...asked]).toEqual(["UP1KYO 1 居宅サービス計画作成者氏名 𠮷 吉"]);
  expect(mended.every(({ left }) => left.findings.length === 0)).toBe(true);
});

function toUnicode(encoding: "utf-8" | "utf-16", character: string) {
  return (bytes: Uint8Array): Uint8Array => {
    const text = new TextDecoder("shift_jis").decode(bytes).replace("本子", `本${character}`);
    if (encoding === "utf-8") return utf8.encode(text);
    return new Uint8Array(Uint16Array.from(`\ufeff${text}`, (unit) => unit.charCodeAt(0)).buffer);
  };
}

async function* inPieces(file: GivenFile): AsyncIterable<Uint8Array> {
  const bytes = await bytesOf(file);
  for (let at = 0; at < bytes.length; at += 7) yield bytes.slice(at, at + 7);
}

async function bytesOf({ read }: GivenFile): Promise<Uint8Array> {
  const bytes: number[] = [];
  for await (const chunk of read()) bytes.push(...chunk);
  return Uint8Array.from(bytes);
}
