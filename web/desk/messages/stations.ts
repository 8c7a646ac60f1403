import type { DeskMessage, DeskStation } from "@tsunagi/contract/desk";

/** How a step of the trail is drawn. `held`: it does not go on by itself, or only after a while. */
export type StepState = "done" | "current" | "ahead" | "held" | "failed" | "ended";

export interface TrailStep {
  readonly station: DeskStation;
  readonly label: string;
  readonly state: StepState;
  readonly at: string | null;
}

type Trailed = Pick<DeskMessage, "box" | "station" | "stations" | "trouble">;

const way: readonly DeskStation[] = ["made", "accepted", "offered", "downloaded", "opened"];

/** Stations at which a message ends without having been opened. */
const ends: readonly DeskStation[] = ["refused", "cancelled", "expired"];

const names: Readonly<Record<DeskMessage["box"], Readonly<Record<DeskStation, string>>>> = {
  sent: {
    made: "作成",
    accepted: "センター受付",
    offered: "相手に通知",
    downloaded: "相手が受信",
    opened: "相手が開封",
    refused: "相手が開けず",
    cancelled: "取り消し",
    expired: "期限切れ",
  },
  received: {
    made: "作成",
    accepted: "センター受付",
    offered: "通知",
    downloaded: "受信",
    opened: "開封",
    refused: "開封できず",
    cancelled: "送信元が取り消し",
    expired: "期限切れ",
  },
};

const sentences: typeof names = {
  sent: {
    made: "送信箱にあります",
    accepted: "センターが受け付けました",
    offered: "相手に知らせました",
    downloaded: "相手が受信しました",
    opened: "相手が開封しました",
    refused: "相手が開けませんでした",
    cancelled: "取り消しました",
    expired: "期限までに受け取られませんでした",
  },
  received: {
    made: "送信元で作られました",
    accepted: "センターに届いています",
    offered: "センターに届いています",
    downloaded: "受信しました",
    opened: "受信し、開封しました",
    refused: "開けませんでした",
    cancelled: "送信元が取り消しました",
    expired: "期限までに受け取りませんでした",
  },
};

/**
 * The trail (足どり) of a message: every station of the way with its time, as far as it has come. A message that was
 * refused or cancelled, or that expired, ends with that. A received one begins at the centre, as nobody here saw it made.
 */
export function trailOf(message: Trailed): readonly TrailStep[] {
  const { box, station } = message;
  const at = new Map(message.stations.map((each) => [each.station, each.at] as const));
  const name = (of: DeskStation): string => names[box][of];
  const stops = box === "sent" ? way : way.filter((stop) => stop !== "made" || at.has(stop));

  const end = ends.find((one) => one === station);
  const last = stops.findLastIndex((stop) => stop === station || at.has(stop));
  const reached = stops.slice(0, last + 1).map(
    (stop, index): TrailStep => ({
      station: stop,
      label: name(stop),
      state: index === last && end === undefined && stop !== "opened" ? "current" : "done",
      at: at.get(stop) ?? null,
    }),
  );
  if (end !== undefined) {
    const state = end === "cancelled" ? "ended" : "failed";
    return [...reached, { station: end, label: name(end), state, at: at.get(end) ?? null }];
  }
  const ahead = stops.slice(last + 1).map((stop, index): TrailStep => {
    const state = index === 0 && message.trouble !== null ? heldBy(message.trouble) : "ahead";
    return { station: stop, label: name(stop), state, at: null };
  });
  return [...reached, ...ahead];
}

function heldBy(trouble: { readonly retrying: boolean }): StepState {
  return trouble.retrying ? "held" : "failed";
}

/** Where a message is, as a sentence for the lists. */
export function stationSentence({ box, station }: Pick<DeskMessage, "box" | "station">): string {
  return sentences[box][station];
}

/** Whether the sender may still take a message back: until the receiver has downloaded it. */
export function canCancel({ box, station }: Pick<DeskMessage, "box" | "station">): boolean {
  return box === "sent" && (station === "made" || station === "accepted" || station === "offered");
}

/** When a message last moved; the time of the list. */
export function lastMoved({ stations }: Pick<DeskMessage, "stations">): string | null {
  const times = stations.map((each) => each.at).sort();
  return times.at(-1) ?? null;
}

/** When a message came to be: made here, or accepted by the centre. */
export function cameAbout({ stations }: Pick<DeskMessage, "stations">): string | null {
  const times = stations.map((each) => each.at).sort();
  return times[0] ?? null;
}
