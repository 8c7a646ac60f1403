import { beforeAll, describe, expect, test } from "vitest";
import { oids } from "../der/oids.ts";
import { type Chunks, octetString } from "../der/write.ts";
import {
  type Authority,
  authorityOf,
  type CertificateInfo,
  createAuthority,
  generateKeyPair,
  issueRevocationList,
  issueServerCertificate,
  parseCertificate,
  parseRevocationList,
  verifyCertificate,
} from "../index.ts";
import {
  authorityValidity,
  careManagement,
  makeNetwork,
  makeOffice,
  type Network,
  noon,
  validity,
} from "../testing/offices.ts";
import { signerOf } from "./authority.ts";
import { certify } from "./certify.ts";
import {
  authorityConstraints,
  endConstraints,
  extendedKeyUsage,
  extension,
  keyUsage,
} from "./extensions.ts";
import { encodeName } from "./name.ts";
import { signerOfKey } from "./signature.ts";

const code = (expected: string): unknown => expect.objectContaining({ code: expected });
const office = { country: "JP", commonName: "KaigoJigyousho", serialNumber: careManagement };

/** An authority of the same form as `createAuthority` makes, but for its extensions. */
async function oddAuthority(extensions: Chunks[], dates = authorityValidity): Promise<Authority> {
  const { privateKey, publicKey } = generateKeyPair();
  const name = encodeName({ country: "JP", commonName: "e-seikyu CA" });
  const content = { issuer: name, subject: name, publicKey, ...dates, extensions };
  const { pem } = await certify(content, signerOfKey(privateKey));
  return authorityOf({ certificate: pem, privateKey });
}

/** A certificate of the network's authority with these extensions and no others. */
async function oddCertificate(extensions: Chunks[]): Promise<CertificateInfo> {
  const [authority] = network.authorities;
  const content = {
    issuer: [authority?.subjectDer ?? Buffer.of()],
    subject: encodeName(office),
    publicKey: generateKeyPair().publicKey,
    ...validity,
    extensions,
  };
  return certify(content, signerOf(network.authority));
}

let network: Network;
beforeAll(async () => {
  network = await makeNetwork();
});

describe("verifying a certificate", () => {
  test("accepts each for its own use only", () => {
    const { authorities, center, sender } = network;
    expect(
      verifyCertificate(sender.info, { authorities, at: noon, usage: "office" }),
    ).toBeUndefined();
    expect(
      verifyCertificate(center.info, { authorities, at: noon, usage: "center" }),
    ).toBeUndefined();
    expect(() =>
      verifyCertificate(sender.info, { authorities, at: noon, usage: "center" }),
    ).toThrow(code("certificate-purpose"));
    expect(() =>
      verifyCertificate(center.info, { authorities, at: noon, usage: "office" }),
    ).toThrow(code("certificate-purpose"));
  });

  test("refuses the server's and the authority's own", async () => {
    const { authority, authorities } = network;
    const { publicKey } = generateKeyPair();
    const server = await issueServerCertificate(authority, {
      publicKey,
      hosts: ["localhost"],
      ...validity,
    });
    for (const info of [server, ...authorities]) {
      for (const usage of ["office", "center"] as const) {
        expect(() => verifyCertificate(info, { authorities, at: noon, usage })).toThrow(
          code("certificate-purpose"),
        );
      }
    }
  });

  test("counts the first and the last second", () => {
    const { authorities, sender } = network;
    const at = (time: Date): void =>
      verifyCertificate(sender.info, { authorities, at: time, usage: "office" });
    expect(at(validity.notBefore)).toBeUndefined();
    expect(at(validity.notAfter)).toBeUndefined();
    expect(() => at(new Date(validity.notBefore.getTime() - 1))).toThrow(
      code("certificate-not-yet-valid"),
    );
    expect(() => at(new Date(validity.notAfter.getTime() + 1))).toThrow(
      code("certificate-expired"),
    );
  });

  test("refuses a foreign authority of the same name", async () => {
    const foreign = await createAuthority(authorityValidity);
    const { info } = await makeOffice(foreign, careManagement);
    const { authorities } = network;
    expect(() => verifyCertificate(info, { authorities, at: noon, usage: "office" })).toThrow(
      code("certificate-foreign"),
    );
  });

  test("finds the right one of two authorities of the same name", async () => {
    const older = parseCertificate((await createAuthority(authorityValidity)).certificate);
    const authorities = [older, ...network.authorities];
    expect(
      verifyCertificate(network.sender.info, { authorities, at: noon, usage: "office" }),
    ).toBeUndefined();
  });

  test("does not take an office's certificate for an authority's", async () => {
    const { sender } = network;
    const pretended = await makeOffice(
      authorityOf({ certificate: sender.certificate, privateKey: sender.key }),
      "1300000009",
    );
    const authorities = [...network.authorities, sender.info];
    expect(() =>
      verifyCertificate(pretended.info, { authorities, at: noon, usage: "office" }),
    ).toThrow(code("certificate-foreign"));
  });

  test("refuses a revoked one from the time of its revocation", async () => {
    const { authority, authorities, sender, receiver } = network;
    const der = await issueRevocationList(authority, {
      number: 1,
      thisUpdate: noon,
      nextUpdate: new Date("2026-11-27T00:00:00Z"),
      revoked: [{ serial: sender.info.serial, at: noon, reason: "superseded" }],
    });
    const revocationList = parseRevocationList(der, { authorities });
    const before = new Date(noon.getTime() - 1);
    const usage = "office";
    expect(() =>
      verifyCertificate(sender.info, { authorities, revocationList, at: noon, usage }),
    ).toThrow(code("certificate-revoked"));
    expect(
      verifyCertificate(sender.info, { authorities, revocationList, at: before, usage }),
    ).toBeUndefined();
    expect(
      verifyCertificate(receiver.info, { authorities, revocationList, at: noon, usage }),
    ).toBeUndefined();
  });
});

const verifyUnder = async (authority: Authority): Promise<void> => {
  const { info } = await makeOffice(authority, careManagement);
  const authorities = [parseCertificate(authority.certificate)];
  verifyCertificate(info, { authorities, at: noon, usage: "office" });
};

describe("an authority does not count", () => {
  test("without the right to sign certificates", async () => {
    const proper = [authorityConstraints(), keyUsage("keyCertSign")];
    await expect(verifyUnder(await oddAuthority(proper))).resolves.toBeUndefined();
    const odd = await oddAuthority([authorityConstraints(), keyUsage("cRLSign")]);
    await expect(verifyUnder(odd)).rejects.toThrow(code("certificate-foreign"));
    const none = await oddAuthority([endConstraints(), keyUsage("keyCertSign")]);
    await expect(verifyUnder(none)).rejects.toThrow(code("certificate-foreign"));
  });

  test("with a critical extension that nobody here knows", async () => {
    const unknown = extension("1.2.3.4", octetString(Buffer.of(0)), true);
    const odd = await oddAuthority([authorityConstraints(), keyUsage("keyCertSign"), unknown]);
    await expect(verifyUnder(odd)).rejects.toThrow(code("certificate-foreign"));
  });

  test("before its beginning, whatever the certificate says", async () => {
    const { authority } = network;
    const future = { ...authorityValidity, notBefore: new Date("2026-12-01T00:00:00Z") };
    const odd = await oddAuthority([authorityConstraints(), keyUsage("keyCertSign")], future);
    await expect(verifyUnder(odd)).rejects.toThrow(code("certificate-not-yet-valid"));
    await expect(verifyUnder(authority)).resolves.toBeUndefined();
  });
});

const verifyOffice = (info: CertificateInfo): void => {
  verifyCertificate(info, { authorities: network.authorities, at: noon, usage: "office" });
};

describe("an office's certificate does not count", () => {
  test("without the use of its key for signing and receiving", async () => {
    const proper = await oddCertificate([keyUsage("digitalSignature", "keyAgreement")]);
    expect(verifyOffice(proper)).toBeUndefined();
    for (const usage of ["digitalSignature", "keyAgreement"] as const) {
      const odd = await oddCertificate([keyUsage(usage)]);
      expect(() => verifyOffice(odd)).toThrow(code("certificate-purpose"));
    }
    expect(() => verifyOffice(network.center.info)).toThrow(code("certificate-purpose"));
  });

  test("when its stated purposes are others than signing", async () => {
    const usage = keyUsage("digitalSignature", "keyAgreement");
    const proper = extendedKeyUsage(oids.clientAuth, oids.emailProtection);
    expect(verifyOffice(await oddCertificate([usage, proper]))).toBeUndefined();
    for (const purpose of [oids.clientAuth, oids.serverAuth]) {
      const odd = await oddCertificate([usage, extendedKeyUsage(purpose)]);
      expect(() => verifyOffice(odd)).toThrow(code("certificate-purpose"));
    }
  });

  test("with a critical extension that nobody here knows", async () => {
    const usage = keyUsage("digitalSignature", "keyAgreement");
    const value = octetString(Buffer.of(0));
    const odd = await oddCertificate([usage, extension("1.2.3.4", value, true)]);
    expect(() => verifyOffice(odd)).toThrow(code("certificate-purpose"));
    const harmless = await oddCertificate([usage, extension("1.2.3.4", value)]);
    expect(verifyOffice(harmless)).toBeUndefined();
  });

  test("with the same extension twice", async () => {
    const usage = keyUsage("digitalSignature", "keyAgreement");
    await expect(oddCertificate([usage, usage])).rejects.toThrow(code("certificate-invalid"));
  });
});

test("a revocation list counts only from an authority that may sign one, under its own name", async () => {
  const list = { number: 1, thisUpdate: noon, nextUpdate: validity.notAfter, revoked: [] };
  const odd = await oddAuthority([authorityConstraints(), keyUsage("keyCertSign")]);
  const authorities = [parseCertificate(odd.certificate)];
  const der = await issueRevocationList(odd, list);
  expect(() => parseRevocationList(der, { authorities })).toThrow(code("revocation-list-invalid"));

  const other = await createAuthority({ ...authorityValidity, name: "another CA" });
  const underOtherName = { ...network.authority, certificate: other.certificate };
  const misnamed = await issueRevocationList(underOtherName, list);
  expect(() => parseRevocationList(misnamed, { authorities: network.authorities })).toThrow(
    code("revocation-list-invalid"),
  );
});
