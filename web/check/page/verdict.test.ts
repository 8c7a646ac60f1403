import { describe, expect, it } from "vitest";
import type { FileView, Outcome, SetView, Standing } from "../worker/outcome.ts";
import { verdictOf } from "./verdict.ts";

const set = (standing: Standing) => ({ standing }) as SetView;
const stray = (...severities: ("error" | "warning")[]) =>
  ({ findings: severities.map((severity) => ({ severity, message: "" })) }) as unknown as FileView;

function verdict(outcome: Partial<Outcome>): string {
  const { tone, title, next } = verdictOf({ files: 9, sets: [], strays: [], ...outcome });
  return `${tone}: ${title}${next}`;
}

describe("the verdict", () => {
  it("is good where nothing was found", () => {
    expect(verdict({ sets: [set("good"), set("good")] })).toBe(
      "good: 9個のファイルを見ました。2件の送信は、すべてこのまま送れます。誤りも、気になるところもありませんでした。",
    );
  });

  it("lets doubts pass, but names them", () => {
    expect(verdict({ sets: [set("warn")] })).toMatch(/^warn: .*このまま送れます。念のため/);
  });

  it("counts what has to be mended, and says what can go", () => {
    expect(verdict({ files: 1204, sets: [set("bad"), set("good"), set("warn")] })).toMatch(
      /^bad: 1,204個のファイルを見ました。3件の送信のうち、1件の送信に直すところがあります。残りの2件は、このまま送れます。/,
    );
    expect(verdict({ sets: [set("bad")] })).toMatch(
      /見ました。1件の送信に直すところがあります。赤い/,
    );
  });

  it("tells of files that belong to no set, unless they only go along", () => {
    expect(verdict({ sets: [set("good")], strays: [stray("error"), stray()] })).toMatch(
      /^warn: .*どの送信にも入らないファイルが1個/,
    );
    expect(verdict({ sets: [set("good")], strays: [stray()] })).toMatch(/^good: /);
  });

  it("says what to give when nothing of the standard was there", () => {
    expect(verdict({ strays: [stray("error")] })).toMatch(
      /^bad: .*標準のファイルが、ありませんでした。/,
    );
  });
});
