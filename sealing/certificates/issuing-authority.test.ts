import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { connect, createServer } from "node:tls";
import { describe, expect, onTestFinished, test } from "vitest";
import {
  type Authority,
  authorityOf,
  type CertificateInfo,
  createIssuingAuthority,
  createRootAuthority,
  exportPkcs12,
  exportPrivateKey,
  generateKeyPair,
  issueRevocationList,
  issueServerCertificate,
  parseCertificate,
  parseRevocationList,
  readStatusQuestion,
  sealParcel,
  signReceipt,
  signStatusAnswer,
  verifyCertificate,
  verifyEvidence,
} from "../index.ts";
import { openSealed } from "../open.ts";
import { type IssuedNetwork, makeIssuedNetwork, withIssuer } from "../testing/issuing.ts";
import { careManagement, homeVisit, longAroundToday, makeOffice } from "../testing/offices.ts";
import { openWorkshop, type Workshop } from "../testing/openssl.ts";
import { parcel as parcelOfVectors } from "../testing/parcels.ts";
import { signerOf } from "./authority.ts";
import { certify } from "./certify.ts";
import { authorityConstraints, keyUsage } from "./extensions.ts";
import { encodeName } from "./name.ts";

const code = (expected: string): unknown => expect.objectContaining({ code: expected });
const now = new Date();
const parcel = { ...parcelOfVectors, madeAt: new Date(now.getTime() - 60_000).toISOString() };

/** A workshop that trusts the root alone. */
function shopOf({ authority, issuing }: IssuedNetwork): Workshop {
  const shop = openWorkshop();
  shop.put("root.pem", authority.certificate);
  shop.put("issuing.pem", issuing.certificate);
  return shop;
}

const forms = [
  ["under a root made for it", {}],
  ["under an authority that issued by itself before", { once: "root-and-issuer" }],
] as const;

describe.each(forms)("an issuing authority %s", (_name, options) => {
  test("certifies offices and the centre, for OpenSSL and for us", async () => {
    const network = await makeIssuedNetwork(options);
    const { authorities, issuing, sender, center } = network;
    const issuers = [parseCertificate(issuing.certificate)];
    verifyCertificate(sender.info, { authorities, issuers, at: now, usage: "office" });
    verifyCertificate(center.info, { authorities, issuers, at: now, usage: "center" });
    expect(() => verifyCertificate(sender.info, { authorities, at: now, usage: "office" })).toThrow(
      code("certificate-foreign"),
    );

    const shop = shopOf(network);
    shop.put("office.pem", sender.certificate);
    for (const purpose of ["sslclient", "smimesign"]) {
      expect(
        shop.run(
          "openssl",
          "verify",
          "-x509_strict",
          "-purpose",
          purpose,
          "-CAfile",
          "root.pem",
          "-untrusted",
          "office.pem",
          "office.pem",
        ),
      ).toBe("office.pem: OK\n");
    }
  });

  test("is carried by what is signed: messages and receipts are checked with the root alone", async () => {
    const network = await makeIssuedNetwork(options);
    const { authorities, sender, receiver, center } = network;
    const recipients = [receiver.certificate];
    const made = sealParcel(parcel, { signer: sender, recipients, authorities });
    const { id, from, to } = parcel;
    const expected = { id, from, to };
    const opened = openSealed(made.sealed, { keys: [receiver], authorities, expected });
    expect(opened.parcel.id).toBe(id);

    const { sealedSha256, signedSha256 } = made;
    const parties = { id, from, to, sealedSha256, at: now.toISOString() };
    const size = made.sealed.length;
    const accepted = signReceipt({ type: "accepted", ...parties, size }, center);
    const receipt = signReceipt({ type: "opened", ...parties, signedSha256 }, receiver);
    const { sealed, signed } = made;
    const report = verifyEvidence({ sealed, signed, accepted, opened: receipt, authorities });
    expect(report.statements.map(({ state }) => state)).toEqual(Array(6).fill("ok"));

    const shop = shopOf(network);
    for (const [name, der] of Object.entries({ signed, accepted, receipt })) {
      shop.put(name, der);
      const said = shop.attempt(
        "openssl",
        "cms",
        "-verify",
        "-cades",
        "-inform",
        "DER",
        "-in",
        name,
        "-CAfile",
        "root.pem",
        "-x509_strict",
        "-out",
        `${name}.out`,
      );
      expect(said.text).toContain("CAdES Verification successful");
    }
  });

  test("signs a revocation list that OpenSSL takes with the root alone", async () => {
    const network = await makeIssuedNetwork(options);
    const { authorities, issuing, sender, receiver } = network;
    const list = {
      number: 1,
      thisUpdate: new Date(Math.floor(now.getTime() / 1000) * 1000 - 60_000),
      nextUpdate: new Date(Math.floor(now.getTime() / 1000) * 1000 + 86_400_000),
      revoked: [
        { serial: sender.info.serial, at: new Date("2026-01-01"), reason: "superseded" as const },
      ],
    };
    const der = await issueRevocationList(issuing, list);
    const issuers = [parseCertificate(issuing.certificate)];
    expect(parseRevocationList(der, { authorities, issuers })).toEqual(list);
    expect(() => parseRevocationList(der, { authorities })).toThrow(
      code("revocation-list-invalid"),
    );

    const shop = shopOf(network);
    shop.put("list.der", der);
    shop.run("openssl", "crl", "-inform", "DER", "-in", "list.der", "-out", "list.pem");
    const check = ["verify", "-crl_check", "-CAfile", "root.pem", "-CRLfile", "list.pem"];
    shop.put("good.pem", receiver.certificate);
    shop.put("revoked.pem", sender.certificate);
    expect(shop.run("openssl", ...check, "-untrusted", "good.pem", "good.pem")).toContain("OK");
    const refused = shop.attempt("openssl", ...check, "-untrusted", "good.pem", "revoked.pem");
    expect(refused.text).toContain("certificate revoked");
  });

  test("answers on the status of its certificates; OpenSSL checks the answer with the root alone", async () => {
    const network = await makeIssuedNetwork(options);
    const { issuing, sender } = network;
    const shop = shopOf(network);
    shop.put("office.pem", sender.certificate);
    const asked = ["ocsp", "-issuer", "issuing.pem", "-cert", "office.pem", "-no_nonce"];
    shop.run("openssl", ...asked, "-reqout", "question");
    const question = readStatusQuestion(shop.get("question"));
    const statuses = question.certificates.map((one) => ({ asked: one, status: "good" as const }));
    const answer = await signStatusAnswer(issuing, {
      statuses,
      nonce: question.nonce,
      thisUpdate: new Date(now.getTime() - 1000),
      nextUpdate: new Date(now.getTime() + 3_600_000),
    });
    shop.put("answer", answer);
    const said = shop.attempt("openssl", ...asked, "-respin", "answer", "-CAfile", "root.pem");
    expect(said.text).toContain("Response verify OK");
    expect(said.text).toContain("office.pem: good");
  });

  test("stands in the exported file of key and certificate, with the root", async () => {
    const network = await makeIssuedNetwork(options);
    const shop = shopOf(network);
    const password = "natsu-no-umi-2026!";
    const made = exportPkcs12(network.sender, {
      password,
      friendlyName: "みほん",
      authorities: [network.authority.certificate],
    });
    shop.put("office.p12", made);
    const read = ["pkcs12", "-in", "office.p12", "-passin", `pass:${password}`, "-nokeys"];
    shop.put("chain.pem", shop.run("openssl", ...read, "-cacerts"));
    shop.put("own.pem", shop.run("openssl", ...read, "-clcerts"));
    expect(
      shop
        .get("chain.pem")
        .toString()
        .match(/BEGIN CERTIFICATE/g),
    ).toHaveLength(2);
    const verify = ["verify", "-CAfile", "root.pem", "-untrusted", "chain.pem", "own.pem"];
    expect(shop.run("openssl", ...verify)).toBe("own.pem: OK\n");
  });

  test("vouches in TLS for server and office to who trusts the root alone", async () => {
    const { authority, issuing, sender } = await makeIssuedNetwork(options);
    const { privateKey, publicKey } = generateKeyPair();
    const hosts = ["localhost"];
    const { pem } = await issueServerCertificate(issuing, {
      publicKey,
      hosts,
      ...longAroundToday,
    });
    const server = createServer(
      {
        key: exportPrivateKey(privateKey),
        cert: pem + issuing.certificate,
        ca: authority.certificate,
        requestCert: true,
        rejectUnauthorized: true,
        minVersion: "TLSv1.3",
      },
      (socket) => socket.end(parseCertificate(socket.getPeerCertificate().raw).fingerprint),
    );
    onTestFinished(() => new Promise<void>((resolve) => server.close(() => resolve())));
    server.listen(0, "127.0.0.1");
    await once(server, "listening");
    const { port } = server.address() as AddressInfo;
    const socket = connect({
      port,
      host: "127.0.0.1",
      servername: "localhost",
      key: exportPrivateKey(sender.key),
      cert: sender.certificate,
      ca: authority.certificate,
    });
    let answer = "";
    for await (const chunk of socket.setEncoding("utf8")) answer += String(chunk);
    expect(answer).toBe(sender.info.fingerprint);
  });
});

const refuse = (
  { authorities }: IssuedNetwork,
  info: CertificateInfo,
  issuers: readonly CertificateInfo[],
  expected = "certificate-foreign",
  at = now,
): void =>
  expect(() => verifyCertificate(info, { authorities, issuers, at, usage: "office" })).toThrow(
    code(expected),
  );
const infoOf = ({ certificate }: Authority): CertificateInfo => parseCertificate(certificate);

describe("an issuing authority does not count", () => {
  test("of another root with the same names", async () => {
    const network = await makeIssuedNetwork();
    const foreign = await makeIssuedNetwork();
    refuse(network, foreign.sender.info, [infoOf(foreign.issuing), infoOf(network.issuing)]);
    refuse(network, foreign.sender.info, [infoOf(foreign.authority), infoOf(foreign.issuing)]);
  });

  test("that another issuing authority made: neither for us nor for OpenSSL", async () => {
    const network = await makeIssuedNetwork();
    const { issuing } = network;
    const pair = generateKeyPair();
    const { pem } = await certify(
      {
        issuer: [infoOf(issuing).subjectDer],
        subject: encodeName({ country: "JP", organization: "tsunagi", commonName: "e-seikyu CA" }),
        publicKey: pair.publicKey,
        ...longAroundToday,
        extensions: [authorityConstraints(0), keyUsage("keyCertSign", "cRLSign")],
      },
      signerOf(issuing),
    );
    const second = authorityOf({ certificate: pem, privateKey: pair.privateKey });
    const { info } = await makeOffice(second, homeVisit, longAroundToday);
    refuse(network, info, [infoOf(second), infoOf(issuing)]);
    const shop = shopOf(network);
    shop.put("office.pem", info.pem + pem + issuing.certificate);
    const verify = ["verify", "-x509_strict", "-CAfile", "root.pem", "-untrusted", "office.pem"];
    expect(shop.attempt("openssl", ...verify, "office.pem").status).not.toBe(0);
  });

  test("under a root that allows none of another name", async () => {
    const network = await makeIssuedNetwork({ once: "root-and-issuer" });
    const pair = generateKeyPair();
    const { pem } = await certify(
      {
        issuer: [infoOf(network.authority).subjectDer],
        subject: encodeName({ country: "JP", organization: "tsunagi", commonName: "another CA" }),
        publicKey: pair.publicKey,
        ...longAroundToday,
        extensions: [authorityConstraints(0), keyUsage("keyCertSign", "cRLSign")],
      },
      signerOf(network.authority),
    );
    const odd = authorityOf({ certificate: pem, privateKey: pair.privateKey });
    const office = await makeOffice(odd, homeVisit, longAroundToday);
    refuse(network, office.info, [infoOf(odd)]);
    const shop = shopOf(network);
    shop.put("office.pem", office.certificate + pem);
    const verify = ["verify", "-CAfile", "root.pem", "-untrusted", "office.pem", "office.pem"];
    expect(shop.attempt("openssl", ...verify).text).toContain("path length constraint exceeded");
  });

  test("when it is an office's certificate, or may not certify", async () => {
    const network = await makeIssuedNetwork();
    const { sender, authority } = network;
    const pretended = authorityOf({ certificate: sender.info.pem, privateKey: sender.key });
    const { info } = await makeOffice(pretended, homeVisit, longAroundToday);
    refuse(network, info, [sender.info, infoOf(network.issuing)]);

    const pair = generateKeyPair();
    const { pem } = await certify(
      {
        issuer: [infoOf(authority).subjectDer],
        subject: encodeName({ country: "JP", commonName: "e-seikyu CA" }),
        publicKey: pair.publicKey,
        ...longAroundToday,
        extensions: [authorityConstraints(0), keyUsage("cRLSign")],
      },
      signerOf(authority),
    );
    const odd = authorityOf({ certificate: pem, privateKey: pair.privateKey });
    const office = await makeOffice(odd, homeVisit, longAroundToday);
    refuse(network, office.info, [infoOf(odd)]);
  });

  test("outside its own time", async () => {
    const network = await makeIssuedNetwork();
    const later = { ...longAroundToday, notBefore: new Date(now.getTime() + 3_600_000) };
    const issuing = await createIssuingAuthority(network.authority, later);
    const { info } = await makeOffice(issuing, careManagement, longAroundToday);
    refuse(network, info, [infoOf(issuing)], "certificate-not-yet-valid");
    const after = new Date(longAroundToday.notAfter.getTime() + 1000);
    const issuers = [infoOf(network.issuing)];
    refuse(network, network.sender.info, issuers, "certificate-expired", after);
  });
});

test("the step from one authority to an issuing one: certificates of both count under the same root", async () => {
  const network = await makeIssuedNetwork({ once: "root-and-issuer" });
  const { authorities, authority, issuing, sender } = network;
  const before = await makeOffice(authority, homeVisit, longAroundToday);
  verifyCertificate(before.info, { authorities, at: now, usage: "office" });
  const parcelTo = { ...parcel, to: homeVisit };
  const recipients = [before.certificate, network.receiver.certificate];
  const { sealed } = sealParcel(parcelTo, { signer: sender, recipients, authorities });
  const { id, from } = parcelTo;
  const expected = { id, from, to: homeVisit };
  for (const keys of [[before], [network.receiver]]) {
    expect(openSealed(sealed, { keys, authorities, expected }).parcel.id).toBe(id);
  }
  expect(withIssuer(before, issuing).info.issuer).toBe(sender.info.issuer);
});

test("an issuing authority ends with its root at the latest", async () => {
  const root = await createRootAuthority(longAroundToday);
  const tooLong = { ...longAroundToday, notAfter: new Date("2060-01-01") };
  await expect(createIssuingAuthority(root, tooLong)).rejects.toThrow(code("request-invalid"));
});
