import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { startCenter } from "@tsunagi/center";
import { afterAll, beforeAll, expect, it } from "vitest";
import { describeOnEachDatabase } from "../center/testing/databases.ts";
import { type PlayedMonth, playMonth } from "./month/play.ts";
import { runEvidenceCommands } from "./readme-commands.ts";

const run = promisify(execFile);

describeOnEachDatabase("one month between two offices", (takePlace) => {
  const stations: string[] = [];
  const ends: (() => Promise<unknown>)[] = [];
  let month: PlayedMonth;

  beforeAll(async () => {
    const place = await takePlace();
    ends.push(() => place.remove());
    const folder = await mkdtemp(join(tmpdir(), "tsunagi-month-"));
    ends.push(() => rm(folder, { recursive: true, force: true }));
    const center = await startCenter({ ...place, log: "silent" });
    ends.push(() => center.stop());
    month = await playMonth({ center, folder, report: (station) => stations.push(station) });
    ends.push(() => month.planner.engine.close());
    ends.push(() => month.provider.engine.close());
  });

  afterAll(async () => {
    for (const end of ends.reverse()) await end();
  });

  it("passes every station, in order", () => {
    const passed = stations.filter((station, index) => station !== stations[index - 1]);
    const delivery = [
      "送信",
      "センター受付",
      "通知・受信・開封",
      "同じファイル",
      "署名された受領書",
    ];

    expect(passed).toEqual([
      "事業所ユーザを発行",
      "仮パスワードを変更",
      "利用申請・ライセンス",
      "電子証明書",
      "ログイン",
      "電子証明書",
      "ログイン",
      ...delivery,
      ...delivery,
      "証拠を確認",
    ]);
  });

  it("shows each station once, in the order of time, to the sender", () => {
    const { stations: passed } = month.planner.engine.message(month.planId);

    expect(passed.map(({ station }) => station)).toEqual([
      "made",
      "accepted",
      "offered",
      "downloaded",
      "opened",
    ]);
    expect(passed.map(({ at }) => at)).toEqual(passed.map(({ at }) => at).sort());
  });

  it("leaves evidence that OpenSSL verifies with the commands of the README", async () => {
    for (const folder of month.evidence) {
      await runEvidenceCommands(folder);
      const opened: unknown = JSON.parse(await readFile(join(folder, "opened.json"), "utf8"));
      expect(opened).toMatchObject({ type: "opened" });
    }
  });

  it("leaves evidence that OpenSSL refuses once a byte of it is changed", async () => {
    const [folder] = month.evidence;
    const receipt = await readFile(join(folder, "opened.der"));
    const at = receipt.indexOf("sealedSha256") + 20;
    receipt[at] = (receipt[at] ?? 0) ^ 1;
    const changed = join(folder, "changed.der");
    await writeFile(changed, receipt);

    await expect(
      run("openssl", [
        "cms",
        "-verify",
        "-inform",
        "DER",
        "-in",
        changed,
        "-CAfile",
        join(folder, "ca.pem"),
      ]),
    ).rejects.toThrow(/verif/i);
  });
});
