import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Center, OfficeLetter } from "@tsunagi/center";
import { type Engine, type GivenFile, heldBytes } from "@tsunagi/client";
import type { DeskMessage } from "@tsunagi/contract/desk";
import { monthFiles } from "@tsunagi/samples";
import { enrolOffice, type JoinedOffice, logInFirstPerson, untilMessage } from "./desk.ts";
import { careManagement, homeHelp, type MonthOffice } from "./offices.ts";
import { applyForLicence, changeProvisionalPassword } from "./portal.ts";

/** Told of each station when it has been reached. */
export type Report = (station: string, detail: string) => void;

/** The month when it has been played. Close the engines when done with them. */
export interface PlayedMonth {
  readonly planner: JoinedOffice;
  readonly provider: JoinedOffice;
  /** Message ids: the plan of use, and the results that answer it. */
  readonly planId: string;
  readonly resultsId: string;
  /** Folders with the evidence of both, as files for anyone to check. */
  readonly evidence: readonly [plan: string, results: string];
}

export interface MonthOptions {
  readonly center: Center;
  /** Where the offices' folders and the evidence go. */
  readonly folder: string;
  readonly report: Report;
}

/**
 * Plays one month between two offices that begin with nothing: joining, the plan of use sent and opened, the results
 * sent back and opened, and the evidence of both. Throws with the reason when a station fails.
 */
export async function playMonth({ center, folder, report }: MonthOptions): Promise<PlayedMonth> {
  const opened: Engine[] = [];
  try {
    const [planner, provider] = await joinBoth(center, folder, report, opened);
    planner.engine.watch();
    provider.engine.watch();

    const planId = await deliver(
      planner,
      provider,
      filesFrom("UPPLAN", "UPSIKYU", "UPHOSOKU"),
      report,
    );
    const resultsId = await deliver(provider, planner, filesFrom("UPJSK"), report);

    const evidence = [
      await keepEvidence(planner.engine, planId, join(folder, "evidence", "1-plan"), report),
      await keepEvidence(provider.engine, resultsId, join(folder, "evidence", "2-results"), report),
    ] as const;
    return { planner, provider, planId, resultsId, evidence };
  } catch (error) {
    for (const engine of opened) await engine.close();
    throw error;
  }
}

async function joinBoth(
  center: Center,
  folder: string,
  report: Report,
  opened: Engine[],
): Promise<[JoinedOffice, JoinedOffice]> {
  const joining: { who: MonthOffice; letter: OfficeLetter }[] = [];
  for (const who of [careManagement, homeHelp]) {
    const letter = await center.issueOffice(who.office);
    joining.push({ who, letter });
    report("事業所ユーザを発行", `${who.office.name} ${letter.officeId}`);
  }
  for (const { who, letter } of joining) {
    await changeProvisionalPassword(center.webUrl, letter, who);
    report("仮パスワードを変更", who.office.name);
  }
  for (const { who, letter } of joining) {
    const licence = await applyForLicence(center.webUrl, letter, who);
    report("利用申請・ライセンス", `${who.office.name} ${licence.from} から ${licence.until} まで`);
  }
  const joined: JoinedOffice[] = [];
  for (const { who, letter } of joining) {
    const engine = await enrolOffice(center, join(folder, who.office.number), who, letter);
    opened.push(engine);
    report("電子証明書", `${who.office.name} 鍵は端末で作成、e-seikyu CA が発行`);
    const personId = await logInFirstPerson(engine, who, letter);
    report(
      "ログイン",
      `${who.person.familyName} ${who.person.givenName} ${personId} › ${letter.officeId}`,
    );
    joined.push({ who, letter, engine, personId });
  }
  const [planner, provider] = joined;
  if (!planner || !provider) throw new Error("two offices are needed");
  return [planner, provider];
}

/** Sends one set, and follows it until the sender holds the receiver's signed receipt. */
async function deliver(
  sender: JoinedOffice,
  receiver: JoinedOffice,
  files: readonly GivenFile[],
  report: Report,
): Promise<string> {
  const { tray, messageIds } = await sender.engine.sendFiles(files);
  const [id] = messageIds;
  if (id === undefined || messageIds.length > 1)
    throw new Error(`not one set: ${JSON.stringify(tray)}`);
  report("送信", `${sender.who.office.name} ${files.length}ファイル`);

  await untilMessage(sender.engine, "sent", "センター受付", isAt(id, "accepted"));
  report("センター受付", id);

  const received = await untilMessage(receiver.engine, "received", "到着", isAt(id, "opened"));
  report("通知・受信・開封", `${receiver.who.office.name} ${received.title}`);

  await compareFiles(receiver.engine, id, files);
  report("同じファイル", `${files.length}ファイル、1バイトも違わない`);

  await untilMessage(sender.engine, "sent", "受領書", isAt(id, "opened"));
  report("署名された受領書", `${sender.who.office.name} へ`);
  return id;
}

const order = ["made", "accepted", "offered", "downloaded", "opened"];

/** Fits the message once it has come to a station, or further. Trouble ends the waiting. */
function isAt(id: string, station: "accepted" | "opened"): (message: DeskMessage) => boolean {
  return (message) => {
    if (message.id !== id) return false;
    if (message.trouble && !message.trouble.retrying) throw new Error(message.trouble.message);
    return order.indexOf(message.station) >= order.indexOf(station);
  };
}

async function compareFiles(engine: Engine, id: string, sent: readonly GivenFile[]): Promise<void> {
  const { files } = engine.message(id);
  if (files.length !== sent.length)
    throw new Error(`${files.length} files came, ${sent.length} were sent`);
  for (const { name, bytes } of sent) {
    const received = await heldBytes(await engine.file(id, name));
    if (!Buffer.from(bytes).equals(received)) throw new Error(`${name} differs`);
  }
}

async function keepEvidence(
  engine: Engine,
  id: string,
  folder: string,
  report: Report,
): Promise<string> {
  const { proved, statements } = await engine.evidence(id);
  if (!proved) {
    const failed = statements.filter(({ state }) => state !== "proved");
    throw new Error(failed.map(({ sentence }) => sentence).join(" "));
  }
  await mkdir(folder, { recursive: true });
  for (const { name, read } of await engine.evidenceFiles(id)) {
    await writeFile(join(folder, name), read());
  }
  report("証拠を確認", `${statements.length}項目すべて`);
  return folder;
}

function filesFrom(...kinds: readonly string[]): GivenFile[] {
  return monthFiles().filter(({ name }) => kinds.includes(name.split("_")[0] ?? ""));
}
