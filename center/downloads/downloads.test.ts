import { spawnSync } from "node:child_process";
import { createHash, randomBytes } from "node:crypto";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join as path } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { startTestCenter, type TestCenter } from "../testing/center.ts";
import { describeOnEachDatabase, type TestPlace } from "../testing/databases.ts";
import { refused } from "../testing/refused.ts";
import { forgetDownloads, listApplications } from "./applications.ts";

describeOnEachDatabase("the downloads", (takePlace) => {
  let place: TestPlace;
  let center: TestCenter;
  let folder: string;
  beforeAll(async () => {
    place = await takePlace();
    folder = path(place.dataFolder, "downloads");
    center = await startTestCenter(place);
  });
  afterAll(async () => {
    await center.stop();
    await place.remove();
  });

  const put = (name: string, content: string | Uint8Array): void => {
    mkdirSync(folder, { recursive: true });
    writeFileSync(path(folder, name), content);
  };

  it("are none while the folder is not there", async () => {
    expect(await center.callWeb().downloads()).toMatchObject({ files: [] });
  });

  it("are listed with size and SHA-256, and signed so that openssl says the file is the operator's", async () => {
    const content = randomBytes(300_000);
    put("tsunagi-setup-0.1.0.exe", content);
    put(".hidden", "x");
    put("名前.txt", "x");
    const { files, authority } = await center.callWeb().downloads();
    const sha256 = createHash("sha256").update(content).digest("hex");
    expect(files).toMatchObject([{ name: "tsunagi-setup-0.1.0.exe", size: 300_000, sha256 }]);

    const params = { name: "tsunagi-setup-0.1.0.exe" };
    const taken = await center.callWeb().downloadFile({ params });
    expect(Buffer.compare(taken, content)).toBe(0);
    const work = path(place.dataFolder, "taken");
    mkdirSync(work);
    writeFileSync(path(work, "file"), taken);
    writeFileSync(path(work, "file.p7s"), await center.callWeb().downloadSignature({ params }));
    writeFileSync(path(work, "ca.pem"), authority);
    const verify = (): string => {
      const command =
        "cms -verify -cades -binary -inform DER -in file.p7s -content file -CAfile ca.pem";
      const options = { cwd: work, encoding: "utf8" } as const;
      return spawnSync("openssl", [...command.split(" "), "-out", "out"], options).stderr;
    };
    expect(verify()).toContain("CAdES Verification successful");
    writeFileSync(path(work, "file"), Buffer.concat([taken, Buffer.from("x")]));
    expect(verify()).not.toContain("successful");
  });

  it("are taken in parts, so that a broken line goes on where it was", async () => {
    put("guide.pdf", "0123456789");
    const params = { name: "guide.pdf" };
    const part = await center.callWeb().downloadFile({ params }, { range: { first: 4, last: 6 } });
    expect(Buffer.from(part).toString()).toBe("456");
    const answer = await fetch(`${center.webUrl}/v1/downloads/guide.pdf`, {
      headers: { range: "bytes=7-" },
    });
    expect([answer.status, answer.headers.get("content-range")]).toEqual([206, "bytes 7-9/10"]);
    expect(answer.headers.get("content-disposition")).toContain("guide.pdf");
  });

  it("are read again when they change, and gone when they are gone", async () => {
    put("guide.pdf", "another edition");
    const after = (await center.callWeb().downloads()).files.find(
      ({ name }) => name === "guide.pdf",
    );
    expect(after?.sha256).toBe(createHash("sha256").update("another edition").digest("hex"));
    rmSync(path(folder, "guide.pdf"));
    const params = { name: "guide.pdf" };
    await expect(center.callWeb().downloadFile({ params })).rejects.toEqual(refused("not-found"));
  });

  it("never lead out of the folder", async () => {
    for (const name of ["..%2fauthority%2fcenter.pem", "..", ".hidden"]) {
      const answer = await fetch(`${center.webUrl}/v1/downloads/${name}`);
      expect([400, 404]).toContain(answer.status);
    }
  });

  it("are counted by office and day, with no more than the organisation's name", async () => {
    const body = { organisation: "試験居宅介護支援事業所", officeNumber: "12A3456789" };
    await center.callWeb().applyForDownload({ body });
    await center.callWeb().applyForDownload({ body });
    await expect(
      center.callWeb().applyForDownload({ body: { ...body, officeNumber: "12a345678" } }),
    ).rejects.toEqual(refused("request-invalid"));
    expect(await center.sql`select * from download_applications`).toMatchObject([
      { office: "12A3456789", organisation: "試験居宅介護支援事業所", times: 2 },
    ]);
    // The pool of the test has no types of its own for columns.
    const sql = center.sql as never;
    const daysOn = (days: number): Date => new Date(center.clock.now.getTime() + days * 86_400_000);
    await forgetDownloads(sql, daysOn(730));
    expect(await listApplications(sql)).toHaveLength(1);
    await forgetDownloads(sql, daysOn(731));
    expect(await listApplications(sql)).toEqual([]);
  });
});
