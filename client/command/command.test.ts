import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import type { DeskMessage } from "@tsunagi/contract/desk";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  joinNetwork,
  type Network,
  officePassword,
  personPassword,
  planner,
  provider,
  startNetwork,
  type TestDesk,
} from "../testing/network.ts";
import { commandFile, type Outcome, runCommandFile } from "../testing/run-command.ts";
import { temporaryFolder } from "../testing/temporary-folder.ts";
import { usualFolder } from "./folder.ts";

const samplesFolder = fileURLToPath(new URL("../../samples", import.meta.url));
const planFiles = readdirSync(join(samplesFolder, "month"))
  .filter((name) => !name.startsWith("UPJSK"))
  .map((name) => join(samplesFolder, "month", name));

let network: Network;
let helpers: TestDesk;
let environment: NodeJS.ProcessEnv;

/** `tsunagi` on the office's folder, with secrets in its environment. */
function tsunagi(args: readonly string[], secrets: NodeJS.ProcessEnv = {}): Promise<Outcome> {
  return runCommandFile(args, { ...environment, ...secrets });
}

beforeAll(async () => {
  network = await startNetwork();
  helpers = await joinNetwork(network, provider);
  const folder = temporaryFolder();
  writeFileSync(join(folder, "ca.pem"), network.authority);
  environment = {
    TSUNAGI_FOLDER: join(folder, "office"),
    TSUNAGI_CENTRE: network.proxy.url,
    TSUNAGI_AUTHORITY: join(folder, "ca.pem"),
  };
});
afterAll(async () => {
  await helpers?.engine.close();
  await network?.remove();
});

describe("tsunagi", () => {
  it("goes from enrolment to evidence on the command line", async () => {
    const letter = await network.issue(planner);
    const { officeId } = letter;
    const office = { TSUNAGI_PASSWORD_OFFICE: officePassword };

    const enrolled = await tsunagi(["enrol", "--office", officeId], {
      ...office,
      TSUNAGI_PASSWORD_ISSUE: letter.issuePassword,
    });
    expect(enrolled).toMatchObject({ code: 0, stdout: "電子証明書を入れました。\n" });

    const added = await tsunagi(
      ["--json", "person", "add", "--family", "試験", "--given", "太郎"],
      office,
    );
    const { personId, provisionalPassword } = JSON.parse(added.stdout) as Record<string, string>;
    const early = await tsunagi(["send", ...planFiles]);
    expect(early.code).toBe(1);
    expect(early.stderr).toBe("ログインしてください。 [login-needed]\n");

    const loggedIn = await tsunagi(["login", "--person", personId ?? ""], {
      ...office,
      TSUNAGI_PASSWORD_PERSON: provisionalPassword,
      TSUNAGI_PASSWORD_PERSON_NEW: personPassword,
    });
    expect(loggedIn).toMatchObject({ code: 0, stdout: "ログインしました。\n" });

    const sent = await tsunagi(["--json", "send", ...planFiles]);
    expect(sent.code).toBe(0);
    const { messages } = JSON.parse(sent.stdout) as { messages: DeskMessage[] };
    const id = messages[0]?.id ?? "";
    expect(messages).toMatchObject([{ station: "accepted" }]);

    await helpers.engine.fetchNow();
    expect((await tsunagi(["receive"])).stdout).toBe("受信 0件、送信 0件\n");
    expect((await tsunagi(["sent"])).stdout).toMatch(new RegExp(`^${id} .* 開封 .*202612`));

    const out = join(temporaryFolder(), "evidence");
    const evidence = await tsunagi(["evidence", id, "--out", out]);
    expect(evidence.code).toBe(0);
    expect(evidence.stdout.match(/^○ /gm)).toHaveLength(6);
    expect(readdirSync(out)).toContain("HOW-TO-VERIFY.txt");
    expect((await tsunagi(["cancel", id])).stderr).toContain("[message-already-downloaded]");

    const back = await helpers.engine.sendFiles([
      {
        name: "UPJSK_202612_1370000029_11_1370000011_43_20270102090000.CSV",
        bytes: readFileSync(
          join(
            samplesFolder,
            "month",
            "UPJSK_202612_1370000029_11_1370000011_43_20270102090000.CSV",
          ),
        ),
      },
    ]);
    await helpers.engine.sendNow();
    const received = await tsunagi(["receive"]);
    expect(received.stdout).toContain(
      join(String(environment["TSUNAGI_FOLDER"]), "received", back.messageIds[0] ?? ""),
    );
    expect((await tsunagi(["inbox"])).stdout).toContain("サービス実績 202612");
  });

  it("takes key and certificate out under a long password, for other programs", async () => {
    const file = join(temporaryFolder(), "office.p12");
    const take = (password: string) =>
      tsunagi(["certificate", "export", "--out", file], { TSUNAGI_PASSWORD_EXPORT: password });
    expect(await take("mijikai")).toMatchObject({ code: 2, stdout: "" });
    expect((await take("natsu-no-umi-2026")).code).toBe(0);
    const read = ["pkcs12", "-in", file, "-nokeys", "-passin", "pass:natsu-no-umi-2026"];
    expect(execFileSync("openssl", read).toString()).toContain(planner.number);
  });

  it("makes a backup, on which every command works as on the folder itself", async () => {
    const place = temporaryFolder();
    expect((await tsunagi(["backup"])).code).toBe(2);
    expect((await tsunagi(["backup", "--to", place])).code).toBe(0);
    const [copy = ""] = readdirSync(place);
    const inbox = await tsunagi(["inbox"], { TSUNAGI_FOLDER: join(place, copy) });
    expect(inbox.stdout).toBe((await tsunagi(["inbox"])).stdout);
    expect(inbox.stdout).not.toBe("");
  });

  it("keeps in the outbox what it cannot send now, and says so", async () => {
    network.proxy.fault = { kind: "down" };
    const left = await tsunagi(["send", ...planFiles]);
    network.proxy.fault = { kind: "none" };
    expect(left.code).toBe(1);
    expect(left.stdout).toContain("[unreachable]");
    expect(left.stdout).toContain("送信箱に残っています");
    expect((await tsunagi(["receive"])).stdout).toBe("受信 0件、送信 1件\n");
  });

  it("names row and field of what is wrong, and sends none of it", async () => {
    const folder = join(samplesFolder, "broken", "required");
    const files = readdirSync(folder).map((name) => join(folder, name));
    const { code, stdout, stderr } = await tsunagi(["send", ...files]);
    expect(code).toBe(1);
    expect(stdout).toMatch(/誤り: \d+行目 項目\d+「.+」.+ \[required\]/);
    expect(stderr).toBe("送れるファイルがありません。 [nothing-to-send]\n");
  });

  it("tells wrong use by its exit code", async () => {
    expect((await tsunagi(["send"])).code).toBe(2);
    expect((await tsunagi(["toosu"])).code).toBe(2);
    const secretless = await tsunagi(["login", "--person", "c000000001"]);
    expect(secretless.code).toBe(2);
    expect(secretless.stderr).toContain("TSUNAGI_PASSWORD_PERSON");
    const help = await tsunagi(["--help"]);
    expect(help.code).toBe(0);
    expect(help.stdout).toContain("TSUNAGI_PASSWORD_OFFICE_NEW");
  });

  it("runs one desk on a folder, and gives its address again; other commands wait their turn", async () => {
    const pages = join(temporaryFolder(), "pages");
    mkdirSync(pages);
    writeFileSync(join(pages, "index.html"), "<!doctype html>");
    const running = spawn(process.execPath, [commandFile, "desk", "--pages", pages], {
      env: environment,
      stdio: ["ignore", "pipe", "inherit"],
    });
    const [url] = (await once(createInterface(running.stdout), "line")) as [string];
    expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/#start=/);

    const again = await tsunagi(["desk"]);
    expect(again.code).toBe(0);
    expect(new URL(again.stdout).origin).toBe(new URL(url).origin);
    expect(again.stdout.trim()).not.toBe(url);
    expect((await tsunagi(["sent"])).stderr).toContain("[folder-in-use]");

    running.kill("SIGTERM");
    expect(await once(running, "exit")).toEqual([0, null]);
    expect((await tsunagi(["sent"])).code).toBe(0);
  });
});

describe("the usual folder", () => {
  it("is where the system keeps programs' data", () => {
    expect(usualFolder("linux", {})).toBe(join(homedir(), ".local", "share", "tsunagi"));
    expect(usualFolder("linux", { XDG_DATA_HOME: "/data" })).toBe("/data/tsunagi");
    expect(usualFolder("darwin", {})).toContain("Application Support");
    expect(usualFolder("win32", { LOCALAPPDATA: "C:\\Local" })).toContain("tsunagi");
  });
});
