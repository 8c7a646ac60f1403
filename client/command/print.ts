import type { DeskMessage, FindingView, Tray, TrayFile } from "@tsunagi/contract/desk";

export function print(...lines: readonly string[]): void {
  process.stdout.write(`${lines.join("\n")}\n`);
}

export function printJson(value: unknown): void {
  print(JSON.stringify(value, null, 2));
}

const stationNames: Readonly<Record<DeskMessage["station"], string>> = {
  made: "送信箱",
  accepted: "センター受付",
  offered: "相手に通知",
  downloaded: "相手が受信",
  opened: "開封",
  refused: "開封できず",
  cancelled: "取り消し",
  expired: "期限切れ",
};

/** One line of a list: id, when, where it stands, whom, what; and a second one for what is wrong. */
export function linesOfMessage(message: DeskMessage): string[] {
  const { id, station, stations, partner, title, month, trouble } = message;
  const at = stations.at(-1)?.at;
  const line = [
    id,
    at === undefined ? "-" : timeInTokyo(at),
    stationNames[station],
    `${partner.name} (${partner.number})`,
    month === null ? title : `${title} ${month}`,
  ].join("  ");
  return trouble === null ? [line] : [line, `    ${trouble.message} [${trouble.code}]`];
}

/** What is laid out, and everything that was found in it. */
export function linesOfTray({ sets, strays }: Tray): string[] {
  return [
    ...sets.flatMap((set) => [
      `${set.sendable ? "○" : "✕"} ${set.to.name ?? ""} (${set.to.number}) あて ${set.title} ${set.month ?? ""}`.trimEnd(),
      ...set.findings.map((finding) => `    ${lineOfFinding(finding)}`),
      ...set.files.flatMap(linesOfFile),
    ]),
    ...(strays.length === 0 ? [] : ["✕ どの送信にも入らないファイル"]),
    ...strays.flatMap(linesOfFile),
  ];
}

function linesOfFile({ name, title, records, findings }: TrayFile): string[] {
  return [
    `    ${name}  ${title}${records === 0 ? "" : `  ${records}件`}`,
    ...findings.map((finding) => `        ${lineOfFinding(finding)}`),
  ];
}

function lineOfFinding({ severity, row, field, fieldName, message, code }: FindingView): string {
  const place = [
    row === undefined ? "" : `${row}行目 `,
    field === undefined ? "" : `項目${field}${fieldName === undefined ? "" : `「${fieldName}」`} `,
  ].join("");
  return `${severity === "error" ? "誤り" : "注意"}: ${place}${message} [${code}]`;
}

const clock = new Intl.DateTimeFormat("ja-JP", {
  timeZone: "Asia/Tokyo",
  dateStyle: "medium",
  timeStyle: "short",
});

function timeInTokyo(instant: string): string {
  return clock.format(new Date(instant));
}
