import { CallError } from "@tsunagi/contract";
import { describe, expect, it } from "vitest";
import { codeOf, fieldSentences, sentenceOf } from "./sentence-of.ts";

const locked = new CallError("login-locked", "locked", {
  problem: {
    type: "urn:tsunagi:problem:login-locked",
    code: "login-locked",
    title: "ログインを止めています。",
    status: 423,
    retryAfterSeconds: 1740,
  },
});

describe("what the page says of an error", () => {
  it("takes the sentence of the problem, and how long to wait", () => {
    expect(sentenceOf(locked, "センター")).toBe(
      "ログインを止めています。(あと約29分お待ちください)",
    );
    expect(codeOf(locked)).toBe("login-locked");
  });

  it("names the side that does not answer", () => {
    expect(sentenceOf(new CallError("unreachable", "x"), "アプリ")).toContain("アプリにつながりま");
  });

  it("never shows an engineer's message", () => {
    const sentence = sentenceOf(new TypeError("x is not a function"), "アプリ");
    expect(sentence).toContain("予期しない問題");
    expect(sentence).not.toContain("function");
    expect(codeOf(new TypeError("x"))).toBeUndefined();
  });

  it("ties what is said of a field to the field's name", () => {
    const invalid = new CallError("request-invalid", "invalid", {
      problem: {
        type: "urn:tsunagi:problem:request-invalid",
        code: "request-invalid",
        title: "入力に誤りがあります。",
        status: 400,
        errors: [{ path: "/body/telephone", message: "形式が違います。" }],
      },
    });
    expect(fieldSentences(invalid)).toEqual({ telephone: "形式が違います。" });
  });
});
