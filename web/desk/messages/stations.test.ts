import type { DeskMessage, DeskStation } from "@tsunagi/contract/desk";
import { describe, expect, it } from "vitest";
import { cameAbout, canCancel, lastMoved, stationSentence, trailOf } from "./stations.ts";

function sent(
  ...reached: DeskStation[]
): Pick<DeskMessage, "box" | "station" | "stations" | "trouble"> {
  return {
    box: "sent",
    station: reached.at(-1) ?? "made",
    stations: reached.map((station, minute) => ({
      station,
      at: `2026-11-23T05:0${minute}:00.000Z`,
    })),
    trouble: null,
  };
}

function drawn(message: Parameters<typeof trailOf>[0]): string {
  return trailOf(message)
    .map(({ label, state }) => `${label}:${state}`)
    .join(" ");
}

describe("the trail of a sent message", () => {
  it("shows the whole way, and how far the message has come", () => {
    expect(drawn(sent("made", "accepted"))).toBe(
      "作成:done センター受付:current 相手に通知:ahead 相手が受信:ahead 相手が開封:ahead",
    );
  });

  it("is done when the partner has opened it", () => {
    const trail = trailOf(sent("made", "accepted", "offered", "downloaded", "opened"));
    expect(trail.map(({ state }) => state)).toEqual(["done", "done", "done", "done", "done"]);
    expect(trail.at(-1)?.at).toBe("2026-11-23T05:04:00.000Z");
  });

  it("counts a station as passed when a later one was told first", () => {
    expect(drawn(sent("made", "accepted", "downloaded"))).toContain(
      "相手に通知:done 相手が受信:current",
    );
  });

  it("ends where it was refused or cancelled or expired, with nothing ahead", () => {
    expect(drawn(sent("made", "accepted", "offered", "downloaded", "refused"))).toBe(
      "作成:done センター受付:done 相手に通知:done 相手が受信:done 相手が開けず:failed",
    );
    expect(drawn(sent("made", "accepted", "cancelled"))).toBe(
      "作成:done センター受付:done 取り消し:ended",
    );
    expect(drawn(sent("made", "accepted", "offered", "expired"))).toBe(
      "作成:done センター受付:done 相手に通知:done 期限切れ:failed",
    );
  });

  it("marks the station that trouble keeps it from", () => {
    const trouble = { code: "unreachable", message: "つながりません。", retrying: true };
    expect(drawn({ ...sent("made"), trouble })).toContain("作成:current センター受付:held");
    expect(drawn({ ...sent("made"), trouble: { ...trouble, retrying: false } })).toContain(
      "センター受付:failed",
    );
  });
});

describe("the trail of a received message", () => {
  it("begins at the centre", () => {
    const message = {
      ...sent("accepted", "offered", "downloaded", "opened"),
      box: "received",
    } as const;
    expect(drawn(message)).toBe("センター受付:done 通知:done 受信:done 開封:done");
  });
});

describe("what a list says of a message", () => {
  it("says where it is in a sentence", () => {
    expect(stationSentence({ box: "sent", station: "offered" })).toBe("相手に知らせました");
    expect(stationSentence({ box: "received", station: "opened" })).toBe("受信し、開封しました");
  });

  it("allows cancelling only before the partner has downloaded it", () => {
    expect(canCancel({ box: "sent", station: "made" })).toBe(true);
    expect(canCancel({ box: "sent", station: "offered" })).toBe(true);
    expect(canCancel({ box: "sent", station: "downloaded" })).toBe(false);
    expect(canCancel({ box: "received", station: "offered" })).toBe(false);
  });

  it("knows when it began and when it last moved, whatever the order of the stations", () => {
    const message = sent("made", "accepted");
    const reversed = { stations: [...message.stations].reverse() };
    expect(cameAbout(reversed)).toBe("2026-11-23T05:00:00.000Z");
    expect(lastMoved(reversed)).toBe("2026-11-23T05:01:00.000Z");
    expect(lastMoved({ stations: [] })).toBeNull();
  });
});
