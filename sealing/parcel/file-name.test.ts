import { describe, expect, test } from "vitest";
import { fileNameKey, isFileName } from "./file-name.ts";

describe("a file name", () => {
  test.each([
    "UPPLAN_202612.CSV",
    "第1表 (写).pdf",
    "髙﨑𠮷.jpg",
    "葛\u{e0100}城.pdf",
    ".gitignore",
    "console.txt",
    "あ".repeat(66),
  ])("may be %s", (name) => {
    expect(isFileName(name)).toBe(true);
  });

  test.each([
    ["empty", ""],
    ["a folder above", ".."],
    ["this folder", "."],
    ["a path", "a/b"],
    ["a Windows path", "a\\b"],
    ["a drive", "C:a"],
    ["a stream", "a.txt:b"],
    ["a wildcard", "a*.csv"],
    ["a line break", "a\nb"],
    ["a NUL", "a\0.csv"],
    ["a device", "NUL"],
    ["a device with an ending", "com1.csv"],
    ["a dot at the end", "a."],
    ["a space at the end", "a "],
    ["a space at the beginning", " a"],
    ["a turn of the writing direction", "fdp.\u202eexe"],
    ["an invisible character", "a\u200b.csv"],
    ["half a character", "\ud867"],
    ["too long", "あ".repeat(67)],
  ])("is not %s", (_, name) => {
    expect(isFileName(name)).toBe(false);
  });

  test("is the same to Windows and macOS in another case or composition", () => {
    expect(fileNameKey("ガ.CSV")).toBe(fileNameKey("カ\u3099.csv"));
    expect(fileNameKey("a")).not.toBe(fileNameKey("b"));
  });
});
