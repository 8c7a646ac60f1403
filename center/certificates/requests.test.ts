import { createHash } from "node:crypto";
import {
  createRequest,
  generateKeyPair,
  type OfficeKeyPair,
  parseCertificate,
} from "@tsunagi/sealing";
import { afterAll, beforeAll, expect, it } from "vitest";
import { startTestCenter, type TestCenter } from "../testing/center.ts";
import { describeOnEachDatabase, type TestPlace } from "../testing/databases.ts";
import { homeVisit, openPortal, type PortalOffice } from "../testing/offices.ts";
import { runCenterCommand } from "../testing/process.ts";
import { refused } from "../testing/refused.ts";

const ask = async ({ portal, letter, number }: PortalOffice, pair: OfficeKeyPair) =>
  portal.requestCertificate({
    body: {
      request: await createRequest(pair, { officeNumber: number }),
      issuePassword: letter.issuePassword,
    },
  });
const keyOf = ({ publicKey }: OfficeKeyPair): string =>
  createHash("sha256")
    .update(publicKey.export({ type: "spki", format: "der" }))
    .digest("hex");

describeOnEachDatabase("a certificate that the operator approves", (takePlace) => {
  let place: TestPlace;
  let center: TestCenter;
  beforeAll(async () => {
    place = await takePlace();
    center = await startTestCenter(place, { certificateApproval: "operator" });
  });
  afterAll(async () => {
    await center.stop();
    await place.remove();
  });

  let numbers = 0;
  const open = (): Promise<PortalOffice> => {
    numbers += 1;
    return openPortal(center, {
      ...homeVisit,
      number: `16000000${String(numbers).padStart(2, "0")}`,
    });
  };
  const standing = (pair: OfficeKeyPair) =>
    center.callWeb().awaitedCertificate({ params: { key: keyOf(pair) } });
  const operator = (...args: string[]) => runCenterCommand(place, "certificate", ...args);
  /** The number under which the office's request waits. */
  async function pendingOf({ number }: PortalOffice): Promise<string | undefined> {
    const { stdout } = await operator("pending");
    const rows = stdout.split("\n").map((line) => line.split("\t"));
    return rows.find(([, office]) => office === number)?.[0];
  }

  it("waits, is approved by command, and is issued when the terminal fetches it", async () => {
    const office = await open();
    const pair = generateKeyPair();
    await expect(standing(pair)).rejects.toEqual(refused("not-found"));
    expect((await ask(office, pair)).certificate).toBeNull();
    expect((await ask(office, pair)).certificate).toBeNull();
    expect(await standing(pair)).toMatchObject({ state: "waiting" });
    expect((await office.portal.listCertificates()).certificates).toEqual([]);

    const approved = await operator("approve", (await pendingOf(office)) ?? "");
    expect(approved).toMatchObject({ code: 0 });
    expect(approved.stdout).toContain(office.number);
    expect(await pendingOf(office)).toBeUndefined();
    const answers = await Promise.all([standing(pair), standing(pair)]);
    const [answer] = answers;
    if (answer.state !== "issued") throw new Error(answer.state);
    expect(answers[1]).toEqual(answer);
    const issued = parseCertificate(answer.certificate.pem);
    expect(issued).toMatchObject({ officeNumber: office.number, kind: "CarePlanJigyousho" });
    expect(issued.publicKey.equals(pair.publicKey)).toBe(true);
    expect(await standing(pair)).toEqual(answer);
    expect((await office.portal.listCertificates()).certificates).toEqual([answer.certificate]);
    await expect(ask(office, generateKeyPair())).rejects.toEqual(refused("certificate-exists"));
  });

  it("is refused with a reason, and may be asked for again with the same key", async () => {
    const office = await open();
    const pair = generateKeyPair();
    await ask(office, pair);
    const reason = "事業所の名前が届出と違います。届出を直してから申請してください。";
    const number = (await pendingOf(office)) ?? "";
    expect(await operator("refuse", number, "--reason", reason)).toMatchObject({ code: 0 });
    expect(await standing(pair)).toMatchObject({ state: "refused", reason });
    const late = await operator("approve", number);
    expect(late).toMatchObject({ code: 1 });
    expect(late.stderr).toContain("certificate-request-unknown");

    await ask(office, pair);
    expect(await standing(pair)).toMatchObject({ state: "waiting" });
    await operator("approve", (await pendingOf(office)) ?? "");
    expect(await standing(pair)).toMatchObject({ state: "issued" });
  });

  it("is one of an office: a request of another key takes its place", async () => {
    const office = await open();
    const first = generateKeyPair();
    const second = generateKeyPair();
    await ask(office, first);
    await ask(office, second);
    expect(await standing(first)).toMatchObject({ state: "refused" });
    await operator("approve", (await pendingOf(office)) ?? "");
    expect(await standing(second)).toMatchObject({ state: "issued" });
    expect(await standing(first)).toMatchObject({ state: "refused" });
    const audit =
      await center.sql`select act from audit where office = ${office.number} order by number`;
    expect(
      audit.map(({ act }) => act as string).filter((act) => act.startsWith("certificate")),
    ).toEqual([
      "certificate-requested",
      "certificate-requested",
      "certificate-approved",
      "certificate-issued",
    ]);
  });

  it("wants the issue password and a sound request all the same", async () => {
    const office = await open();
    const pair = generateKeyPair();
    const wrong = { ...office, letter: { ...office.letter, issuePassword: "aaaa-bbbb-cccc" } };
    await expect(ask(wrong, pair)).rejects.toEqual(refused("issue-password-wrong"));
    const body = {
      request: "-----BEGIN CERTIFICATE REQUEST-----\nAAAA\n",
      issuePassword: office.letter.issuePassword,
    };
    await expect(office.portal.requestCertificate({ body })).rejects.toEqual(
      refused("csr-invalid"),
    );
    expect(await pendingOf(office)).toBeUndefined();
  });

  it("is issued to who waits when the operator no longer wants to approve each", async () => {
    const office = await open();
    const pair = generateKeyPair();
    await ask(office, pair);
    await center.stop();
    center = await startTestCenter(place);
    expect(await standing(pair)).toMatchObject({ state: "issued" });
  });
});
