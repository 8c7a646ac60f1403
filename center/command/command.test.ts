import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join as path } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it, vi } from "vitest";
import { describeOnEachDatabase, embeddedPlace, type TestPlace } from "../testing/databases.ts";
import { careManagement, homeVisit, join, logIn } from "../testing/offices.ts";
import { newMessageId, seal, sending } from "../testing/parcels.ts";
import { runCenterCommand, startCenterProcess } from "../testing/process.ts";
import { refused } from "../testing/refused.ts";

// Processes start slowly on a busy machine.
vi.setConfig({ testTimeout: 180_000 });

describeOnEachDatabase("a centre that is killed", (takePlace) => {
  it("has, after a new start, every message that it accepted", async () => {
    const place = await takePlace();
    const before = await startCenterProcess(place);
    const sender = await join(before, careManagement);
    const receiver = await join(before, homeVisit);
    const messages = Array.from({ length: 12 }, () => {
      const id = newMessageId(before);
      return { id, ...seal(before, id, sender, receiver) };
    });
    const answers: unknown[] = [];
    let killed: Promise<unknown> | undefined;
    await Promise.allSettled(
      messages.map(async ({ id, sealed }) => {
        answers.push(await sender.desk.send(sending(id, receiver.number, sealed)));
        // In the middle of the others.
        killed ??= before.end("SIGKILL");
      }),
    );
    expect(await killed).toBeNull();
    expect(answers.length).toBeGreaterThan(0);

    const after = await startCenterProcess(place);
    const atSender = await logIn(after, sender, sender, sender.personId);
    const atReceiver = await logIn(after, receiver, receiver, receiver.personId);

    const box = { query: { box: "received", limit: 500 } } as const;
    const listed = (await atReceiver.desk.listMessages(box)).messages.map(({ id }) => id);
    for (const answer of answers as { id: string }[]) {
      expect(listed).toContain(answer.id);
      const message = messages.find(({ id }) => id === answer.id);
      const bytes = message?.sealed ?? new Uint8Array();
      const again = sending(answer.id, receiver.number, bytes);
      expect(await atSender.desk.send(again)).toEqual(answer);
      const downloaded = await atReceiver.desk.download({ params: { id: answer.id } });
      expect(Buffer.compare(downloaded, bytes)).toBe(0);
    }
    // What was under way is sent again, and is there once.
    for (const { id, sealed } of messages) {
      await atSender.desk.send(sending(id, receiver.number, sealed));
    }
    expect((await atReceiver.desk.listMessages(box)).messages).toHaveLength(messages.length);
    expect(await after.end("SIGTERM")).toBe(0);
    expect(databaseRuns(place)).toBe(false);
    await place.remove();
  });
});

describeOnEachDatabase("the command tsunagi-center", (takePlace) => {
  it("manages offices while the centre runs, and when it does not", async () => {
    const place = await takePlace();
    const center = await startCenterProcess(place);
    const office = await join(center, careManagement);
    const add = (number: string): Promise<{ code: number; stdout: string; stderr: string }> =>
      runCenterCommand(
        place,
        "office",
        "add",
        "--number",
        number,
        "--prefecture",
        "13",
        "--name",
        "試験事業所",
        "--service",
        "15",
        "78",
      );

    const again = await add(office.number);
    expect(again).toMatchObject({ code: 1, stdout: "" });
    expect(again.stderr).toContain("[office-exists]");
    expect(await add("13-1")).toMatchObject({ code: 2, stdout: "" });

    const revoked = await runCenterCommand(
      place,
      "certificate",
      "revoke",
      office.serial,
      "--reason",
      "keyCompromise",
    );
    expect(revoked.code).toBe(0);
    await expect(office.desk.listMessages({ query: { box: "sent" } })).rejects.toEqual(
      refused("certificate-revoked"),
    );
    expect(await center.end("SIGINT")).toBe(0);

    const letter = await add("1300000007");
    expect(letter.stdout).toContain("KJ131300000007");
    const list = await runCenterCommand(place, "office", "list", "--json");
    expect(JSON.parse(list.stdout)).toMatchObject([
      { number: office.number, licensed: true, certified: false },
      { number: "1300000007", licensed: false, certified: false },
    ]);
    const reissued = await runCenterCommand(place, "office", "reissue", office.number, "--json");
    expect(JSON.parse(reissued.stdout)).toMatchObject({ officeId: office.letter.officeId });
    const audit = await runCenterCommand(place, "audit", "verify");
    expect(audit.stdout).toContain("書き換えはありません");
    expect(await runCenterCommand(place, "migrate")).toMatchObject({ code: 0 });
    expect(databaseRuns(place)).toBe(false);
    await place.remove();
  });

  it("logs requests without names, bodies, or what was searched", async () => {
    const place = await takePlace();
    const center = await startCenterProcess(place);
    const office = await join(center, careManagement);
    await office.desk.searchOffices({ query: { search: "himitsu" } });
    await center.end("SIGTERM");

    const log = center.log.join("\n");
    expect(log).toContain('"route":"/v1/offices"');
    expect(log).not.toMatch(/himitsu|試験|花子|shiken|0312345678/);
    expect(log).not.toContain(office.personId);
    expect(log).not.toContain(office.accessToken);
    expect(center.log.map((line) => JSON.parse(line) as object)).toContainEqual(
      expect.objectContaining({
        door: "web",
        method: "POST",
        route: "/v1/applications",
        status: 201,
      }),
    );
    await place.remove();
  });
});

describe("the command tsunagi-center", () => {
  it("refuses a second centre on the same folder", async () => {
    const place = embeddedPlace();
    const center = await startCenterProcess(place);
    await expect(startCenterProcess(place)).rejects.toThrow("[data-folder-in-use]");
    expect((await fetch(`${center.webUrl}/v1/health`)).status).toBe(200);
    expect(await center.end("SIGTERM")).toBe(0);
    await place.remove();
  });

  it("ends with 2 when it is used wrongly, and with 1 when something stands in the way", async () => {
    const place = embeddedPlace();
    expect((await runCenterCommand(place, "serve", "--exchange-port", "x")).code).toBe(2);
    expect((await runCenterCommand(place, "dance")).code).toBe(2);
    expect((await runCenterCommand(place, "certificate", "revoke", "01")).code).toBe(2);
    const elsewhere = ["--data", path(place.dataFolder, "typo")];
    expect((await runCenterCommand(place, "office", "list", ...elsewhere)).code).toBe(2);
    const away = await runCenterCommand(
      place,
      "office",
      "list",
      "--database-url",
      "postgres://nobody@127.0.0.1:1/none",
    );
    expect(away).toMatchObject({ code: 1 });
    expect(away.stderr).toContain("[database-unreachable]");
    const open = await runCenterCommand(place, "serve", "--web-host", "0.0.0.0");
    expect(open).toMatchObject({ code: 1 });
    expect(open.stderr).toContain("[web-door-open]");
    await place.remove();
  });

  it("runs under the pinned Node, and its help names the variables of the environment", () => {
    const bin = fileURLToPath(new URL("../bin/tsunagi-center.mjs", import.meta.url));
    const help = execFileSync(process.execPath, [bin, "serve", "--help"]).toString();
    expect(help).toContain("TSUNAGI_EXCHANGE_PORT");
    expect(help).toContain("TSUNAGI_AUTHORITY_PASSPHRASE");
    expect(execFileSync(process.execPath, [bin, "--help"]).toString()).toContain("DATABASE_URL");
  });
});

/** Whether the embedded server of the place still runs; a server that the test did not start does not count. */
function databaseRuns({ dataFolder, databaseUrl }: TestPlace): boolean {
  if (databaseUrl !== undefined) return false;
  try {
    const file = path(dataFolder, "database", "cluster", "postmaster.pid");
    process.kill(Number(readFileSync(file, "utf8").split("\n")[0]), 0);
    return true;
  } catch {
    return false;
  }
}
