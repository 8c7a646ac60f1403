import type { DeskMessage } from "@tsunagi/contract/desk";
import { describe, expect, it } from "vitest";
import { arrivalSentence, narrowed, newcomers } from "./lists.ts";

function message(nr: number, more: Partial<DeskMessage> = {}): DeskMessage {
  return {
    id: `019aaaaa-0000-7000-8000-00000000000${nr}`,
    box: "received",
    title: "サービス利用票・別表 (予定)",
    month: "202612",
    partner: { number: `137000001${nr}`, name: `みほん事業所${nr}` },
    station: "opened",
    stations: [],
    files: [],
    trouble: null,
    read: false,
    notice: null,
    ...more,
  };
}

describe("arrivals", () => {
  it("are those that were not there before and nobody has read", () => {
    const before = [message(1)];
    const now = [message(3, { read: true }), message(2), message(1)];
    expect(newcomers(before, now)).toEqual([message(2)]);
  });

  it("are told by the first one's sender and the number of the others", () => {
    expect(arrivalSentence([])).toBe("");
    expect(arrivalSentence([message(1)])).toBe(
      "みほん事業所1から「サービス利用票・別表 (予定)」が届きました。",
    );
    expect(arrivalSentence([message(1), message(2), message(3)])).toContain("ほかに2件");
  });
});

describe("narrowing a list", () => {
  const all = [message(1), message(2, { read: true, title: "実績" })];

  it("finds by name, number in any width, and title", () => {
    expect(narrowed(all, "事業所2", "all")).toEqual([all[1]]);
    expect(narrowed(all, "１３７０００００１１", "all")).toEqual([all[0]]);
    expect(narrowed(all, "みほん 実績", "all")).toEqual([all[1]]);
    expect(narrowed(all, "みほん 計画", "all")).toEqual([]);
  });

  it("keeps only the unread, or those with trouble", () => {
    expect(narrowed(all, "", "unread")).toEqual([all[0]]);
    expect(narrowed(all, "", "trouble")).toEqual([]);
  });
});
