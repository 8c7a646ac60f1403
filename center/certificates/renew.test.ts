import { createRequest, generateKeyPair, parseCertificate, signRenewal } from "@tsunagi/sealing";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openWorkshop } from "../../sealing/testing/openssl.ts";
import { startTestCenter, type TestCenter } from "../testing/center.ts";
import { describeOnEachDatabase, type TestPlace } from "../testing/databases.ts";
import { careManagement, homeVisit, join, logIn, type TestOffice } from "../testing/offices.ts";
import { refused } from "../testing/refused.ts";

const dayMilliseconds = 86_400_000;
const endOf = (pem: string): Date => parseCertificate(pem).notAfter;

describeOnEachDatabase("the renewal of a certificate", (takePlace) => {
  let place: TestPlace;
  let center: TestCenter;
  let office: TestOffice;
  let other: TestOffice;
  let pair: ReturnType<typeof generateKeyPair>;
  beforeAll(async () => {
    place = await takePlace();
    center = await startTestCenter(place);
    office = await join(center, careManagement);
    other = await join(center, homeVisit);
    pair = generateKeyPair();
  });
  afterAll(async () => {
    await center.stop();
    await place.remove();
  });

  /** From now on it is so many days before the first certificates' end. */
  function daysBeforeEnd(days: number): void {
    const end = endOf(office.signer.certificate).getTime();
    center.clock.now = new Date(end - days * dayMilliseconds);
  }
  /** What a client of `of` sends for the key pair. */
  async function renewal(of: TestOffice, key = pair): Promise<string> {
    const request = await createRequest(key, { officeNumber: of.number });
    return Buffer.from(signRenewal(request, of.signer, center.clock.now)).toString("base64");
  }
  async function renew(of: TestOffice, body: string) {
    const { desk } = await logIn(center, of, of, of.personId);
    return desk.renewCertificate({ body: { renewal: body } });
  }

  it("is refused as long as more than ninety days are left", async () => {
    daysBeforeEnd(91);
    await expect(renew(office, await renewal(office))).rejects.toEqual(
      refused("renewal-too-early"),
    );
  });

  it("needs the signature of the key that the office shows itself with, and a whole request", async () => {
    daysBeforeEnd(90);
    await expect(renew(office, await renewal(other))).rejects.toEqual(refused("renewal-invalid"));
    const unsigned = Buffer.from(await createRequest(pair, { officeNumber: office.number }));
    await expect(renew(office, unsigned.toString("base64"))).rejects.toEqual(
      refused("renewal-invalid"),
    );
    const broken = signRenewal("no request", office.signer, center.clock.now);
    await expect(renew(office, Buffer.from(broken).toString("base64"))).rejects.toEqual(
      refused("csr-invalid"),
    );
  });

  it("needs the login besides: a key that was copied does not renew itself", async () => {
    const call = center.callExchange(office.client);
    const body = { renewal: await renewal(office) };
    await expect(call.renewCertificate({ body })).rejects.toEqual(refused("session-missing"));
  });

  it("lasts from now until three years past the present end, for another key, in the log and before openssl", async () => {
    daysBeforeEnd(90);
    const before = await center.callWeb().logHead();
    const renewed = await renew(office, await renewal(office));
    const info = parseCertificate(renewed.pem);

    const end = new Date(endOf(office.signer.certificate));
    end.setUTCFullYear(end.getUTCFullYear() + 3);
    expect(info.notAfter).toEqual(end);
    expect(info.notBefore.getTime()).toBeLessThanOrEqual(center.clock.now.getTime());
    expect(info).toMatchObject({ officeNumber: office.number, kind: "KaigoJigyousho" });
    expect(info.publicKey.equals(pair.publicKey)).toBe(true);
    expect(await center.callWeb().logHead()).toMatchObject({ size: before.size + 1 });

    const shop = openWorkshop();
    shop.put("ca.pem", center.authorities.join("\n"));
    shop.put("new.pem", renewed.pem);
    const at = String(Math.floor(center.clock.now.getTime() / 1000));
    const verify = ["verify", "-x509_strict", "-attime", at, "-CAfile", "ca.pem"];
    expect(shop.run("openssl", ...verify, "-untrusted", "new.pem", "new.pem")).toBe(
      "new.pem: OK\n",
    );
    // What the office signed is kept, and openssl finds the request inside.
    const [{ signed }] = await center.sql<[{ signed: Buffer }]>`
      select signed from certificate_renewals where serial = ${renewed.serial}`;
    shop.put("signed.der", signed);
    expect(
      shop.run(
        "openssl",
        "cms",
        "-verify",
        "-inform",
        "DER",
        "-in",
        "signed.der",
        "-CAfile",
        "ca.pem",
        "-attime",
        at,
      ),
    ).toContain("BEGIN CERTIFICATE REQUEST");
  });

  it("answers the same key again with its certificate, and no other key with a further one", async () => {
    const again = await renew(office, await renewal(office));
    expect(parseCertificate(again.pem).publicKey.equals(pair.publicKey)).toBe(true);
    await expect(renew(office, await renewal(office, generateKeyPair()))).rejects.toEqual(
      refused("certificate-exists"),
    );
    const { certificates } = await center
      .callExchange(
        office.client,
        (await logIn(center, office, office, office.personId)).accessToken,
      )
      .office({ params: { number: office.number } });
    // Who sends seals to both, so that what is under way to the old key can be opened as well.
    expect(certificates).toHaveLength(2);
  });

  it("is over with the certificate's end", async () => {
    daysBeforeEnd(30);
    const late = await renewal(other, generateKeyPair());
    const { desk } = await logIn(center, other, other, other.personId);
    daysBeforeEnd(-1);
    await expect(desk.renewCertificate({ body: { renewal: late } })).rejects.toEqual(
      refused("certificate-expired"),
    );
  });
});
