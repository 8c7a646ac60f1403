import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join as path } from "node:path";
import {
  type CertificateInfo,
  createAuthority,
  createRootAuthority,
  parseCertificate,
  parseChain,
  parseRevocationList,
  verifyCertificate,
  verifyReceipt,
} from "@tsunagi/sealing";
import { expect, it, onTestFinished, vi } from "vitest";
import { openWorkshop } from "../../sealing/testing/openssl.ts";
import { startTestCenter, type TestCenter } from "../testing/center.ts";
import { embeddedPlace, type TestPlace } from "../testing/databases.ts";
import {
  careManagement,
  dayCare,
  homeVisit,
  join,
  logIn,
  openPortal,
  requestCertificate,
  type TestOffice,
} from "../testing/offices.ts";
import { newMessageId, seal, sending } from "../testing/parcels.ts";
import { runCenterCommand } from "../testing/process.ts";
import { writeKeyFile } from "./files.ts";

vi.setConfig({ testTimeout: 180_000 });

const passphrase = "himitsu-no-kotoba";
const environment = { TSUNAGI_AUTHORITY_PASSPHRASE: passphrase };

/** A place with a centre that is ended after the test, whatever ran there last. */
function takePlace(): TestPlace & { start(): Promise<TestCenter> } {
  const place = embeddedPlace();
  let center: TestCenter | undefined;
  const stop = async (): Promise<void> => {
    await center?.stop();
    center = undefined;
  };
  onTestFinished(async () => {
    await stop();
    await place.remove();
  });
  return {
    ...place,
    async start() {
      await stop();
      center = await startTestCenter(place, { authorityPassphrase: passphrase });
      return center;
    },
  };
}

/** The identifier of the authority that issued the office's certificate. */
const issuerOf = ({ signer }: Pick<TestOffice, "signer">): string =>
  parseCertificate(signer.certificate).authorityKeyIdentifier ?? "";

const rootOf = (center: TestCenter): CertificateInfo =>
  parseCertificate(center.authorities.join(""));

/** One office sends, the other downloads; the receipt holds under the root alone. */
async function exchange(
  center: TestCenter,
  sender: TestOffice,
  receiver: TestOffice,
): Promise<void> {
  const id = newMessageId(center);
  const { sealed } = seal(center, id, sender, receiver);
  const { acceptedReceipt } = await sender.desk.send(sending(id, receiver.number, sealed));
  const authorities = [rootOf(center)];
  const at = center.clock.now;
  verifyReceipt(Buffer.from(acceptedReceipt, "base64"), { authorities, at, expected: { id } });
  const bytes = await receiver.desk.download({ params: { id } });
  expect(Buffer.compare(bytes, sealed)).toBe(0);
}

async function again(center: TestCenter, office: TestOffice): Promise<TestOffice> {
  return { ...office, ...(await logIn(center, office, office, office.personId)) };
}

async function revokedIn(
  center: TestCenter,
  list: string,
  { signer }: Pick<TestOffice, "signer">,
): Promise<readonly string[]> {
  const answer = await fetch(`${center.webUrl}${list}`);
  const authorities = [rootOf(center)];
  const der = new Uint8Array(await answer.arrayBuffer());
  const { issuers } = parseChain(signer.certificate);
  return parseRevocationList(der, { authorities, issuers }).revoked.map(({ serial }) => serial);
}

it("a new centre has a root, and an issuing authority that certifies offices, receipts and TLS", async () => {
  const center = await takePlace().start();
  const sender = await join(center, careManagement);
  const receiver = await join(center, homeVisit);
  await exchange(center, sender, receiver);

  const root = rootOf(center);
  const { certificate, issuers } = parseChain(sender.signer.certificate);
  expect(root).toMatchObject({ subject: "C=JP, O=tsunagi, CN=e-seikyu Root CA", pathLength: 1 });
  expect(issuers).toMatchObject([{ subject: "C=JP, O=tsunagi, CN=e-seikyu CA", pathLength: 0 }]);
  expect(certificate.issuer).toBe("C=JP, O=tsunagi, CN=e-seikyu CA");
  verifyCertificate(certificate, {
    authorities: [root],
    issuers,
    at: center.clock.now,
    usage: "office",
  });
});

it("a centre whose one authority was root and issuer steps to an issuing one, and no office notices", async () => {
  const place = takePlace();
  const now = Date.now();
  const single = await createAuthority({
    notBefore: new Date(now - 86_400_000),
    notAfter: new Date(now + 20 * 365 * 86_400_000),
  });
  writeKeyFile({ folder: path(place.dataFolder, "authority"), passphrase }, "authority", single);
  const before = await place.start();
  expect(before.authorities).toEqual([single.certificate]);
  const sender = await join(before, careManagement);
  const receiver = await join(before, homeVisit);
  await exchange(before, sender, receiver);
  const rootId = rootOf(before).subjectKeyIdentifier;
  expect(issuerOf(sender)).toBe(rootId);

  const made = await runCenterCommand({ ...place, environment }, "authority", "new-issuer");
  expect(made).toMatchObject({ code: 0, stderr: "" });
  const center = await place.start();
  expect(center.authorities).toEqual([single.certificate]);
  const oldSender = await again(center, sender);
  const oldReceiver = await again(center, receiver);
  const newcomer = await join(center, dayCare);
  expect(issuerOf(newcomer)).not.toBe(rootId);
  await exchange(center, oldSender, oldReceiver);
  await exchange(center, oldSender, newcomer);
  await exchange(center, newcomer, oldReceiver);

  // Each authority has the list of its own.
  const revoked = { body: { reason: "superseded" as const } };
  for (const { token, serial } of [receiver, newcomer]) {
    await center.callWeb(token).revokeCertificate({ params: { serial }, ...revoked });
  }
  expect(await revokedIn(center, "/v1/crl", receiver)).toEqual([receiver.serial]);
  expect(await revokedIn(center, "/v1/crl/root", receiver)).toEqual([receiver.serial]);
  expect(await revokedIn(center, `/v1/crl/${issuerOf(newcomer)}`, newcomer)).toEqual([
    newcomer.serial,
  ]);

  // OpenSSL agrees, with the old certificate as the only one that it trusts.
  const shop = openWorkshop();
  shop.put("ca.pem", single.certificate);
  for (const { signer } of [sender, newcomer]) {
    shop.put("office.pem", signer.certificate);
    const verify = ["verify", "-x509_strict", "-CAfile", "ca.pem", "-untrusted", "office.pem"];
    expect(shop.run("openssl", ...verify, "office.pem")).toBe("office.pem: OK\n");
  }

  // The root's key is needed as long as what it issued itself is in force.
  const stick = mkdtempSync(path(tmpdir(), "tsunagi-stick-"));
  onTestFinished(() => rmSync(stick, { recursive: true }));
  const refused = await runCenterCommand(
    { ...place, environment },
    "authority",
    "export-root",
    stick,
  );
  expect(refused).toMatchObject({ code: 1 });
  expect(refused.stderr).toContain("root-key-needed");
});

it("the root's key is taken away: the centre goes on, and only a new issuing authority needs it", async () => {
  const place = takePlace();
  const stick = mkdtempSync(path(tmpdir(), "tsunagi-stick-"));
  onTestFinished(() => rmSync(stick, { recursive: true }));
  const authority = (...args: string[]): ReturnType<typeof runCenterCommand> =>
    runCenterCommand({ ...place, environment }, "authority", ...args);
  const first = await place.start();
  const sender = await join(first, careManagement);

  expect(await authority("export-root", stick)).toMatchObject({ code: 0, stderr: "" });
  const kept = readFileSync(path(place.dataFolder, "authority", "authority.pem"), "utf8");
  expect(kept).toBe(first.authorities.join(""));
  expect(readFileSync(path(stick, "root.pem"), "utf8")).toContain("ENCRYPTED PRIVATE KEY");
  expect((await authority("show")).stdout).toContain("鍵は取り出してあります");
  const without = await authority("new-issuer");
  expect(without).toMatchObject({ code: 1 });
  expect(without.stderr).toContain("--root");

  const center = await place.start();
  const oldSender = await again(center, sender);
  const receiver = await join(center, homeVisit);
  await exchange(center, oldSender, receiver);
  expect(issuerOf(receiver)).toBe(issuerOf(sender));
  expect(await revokedIn(center, "/v1/crl", sender)).toEqual([]);

  const foreign = await createRootAuthority({
    notBefore: new Date(),
    notAfter: new Date(Date.now() + 20 * 365 * 86_400_000),
  });
  writeKeyFile({ folder: stick, passphrase }, "foreign", foreign);
  const other = await authority("new-issuer", "--root", path(stick, "foreign.pem"));
  expect(other.stderr).toContain("authority-other-root");
  expect(await authority("new-issuer", "--root", path(stick, "root.pem"))).toMatchObject({
    code: 0,
  });
  const last = await place.start();
  const newcomer = await requestCertificate(await openPortal(last, dayCare));
  expect(issuerOf(newcomer)).not.toBe(issuerOf(sender));
  expect(parseCertificate(newcomer.signer.certificate).issuer).toBe(
    "C=JP, O=tsunagi, CN=e-seikyu CA G2",
  );
  // Certificates of the one before stay good.
  await exchange(last, await again(last, sender), await again(last, receiver));
  const shown = (await authority("show")).stdout;
  expect(shown).toContain("発行済みの証明書の失効だけ");
  expect(shown).toContain("発行中");
});

it("keys at rest are encrypted, the root's and the issuing one's; a wrong passphrase is said", async () => {
  const place = takePlace();
  await place.start();
  for (const name of ["authority", "issuing-1", "center", "server"]) {
    const text = readFileSync(path(place.dataFolder, "authority", `${name}.pem`), "utf8");
    expect(text).toContain("ENCRYPTED PRIVATE KEY");
  }
  const shown = await runCenterCommand(
    { ...place, environment: { TSUNAGI_AUTHORITY_PASSPHRASE: "chigau" } },
    "authority",
    "show",
  );
  expect(shown).toMatchObject({ code: 1 });
  expect(shown.stderr).toContain("authority-unreadable");

  // It may stand in a file as well, on its first line.
  const file = path(place.dataFolder, "passphrase");
  writeFileSync(file, `${passphrase}\n`);
  const read = { ...place, environment: { TSUNAGI_AUTHORITY_PASSPHRASE_FILE: file } };
  expect(await runCenterCommand(read, "authority", "show")).toMatchObject({ code: 0 });
});
