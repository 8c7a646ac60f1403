import {
  createCipheriv,
  createDecipheriv,
  createHash,
  generateKeyPairSync,
  randomBytes,
  sign,
  verify,
} from "node:crypto";
import { sealParcel } from "@tsunagi/sealing";
import { openSealed } from "@tsunagi/sealing/open";
import { careManagement, homeVisit, makeNetwork, noon } from "../../sealing/testing/offices.ts";

const size = 50 * 1024;
const rounds = 5;
const secondsOfRound = 0.5;

/** What is measured, in operations a CPU second; the share is that of AES-GCM and ECDSA on the same bytes. */
interface Measured {
  readonly what: string;
  readonly perSecond: number;
  readonly share: number;
}

/** Sealing and opening 50 KiB with every check, beside what AES-256-GCM and ECDSA P-256 take of it by themselves. */
export async function benchSealing(asJson: boolean): Promise<void> {
  const network = await makeNetwork();
  const { sender, receiver, authorities } = network;
  const contents: readonly (readonly [string, Uint8Array])[] = [
    [
      "text",
      Buffer.from('"131000","7170","みほん 花子",20261101\r\n'.repeat(2000)).subarray(0, size),
    ],
    ["noise", randomBytes(size)],
  ];
  const results: Measured[] = [];
  for (const [name, bytes] of contents) {
    const parcel = {
      id: "019a9f3c-7c00-7abc-8def-0123456789ab",
      from: careManagement,
      to: homeVisit,
      madeAt: noon.toISOString(),
      files: [{ name: "UPPLAN.CSV", bytes }],
    };
    const options = { signer: sender, recipients: [receiver.certificate], authorities };
    const { sealed, signed } = sealParcel(parcel, options);
    const expected = { id: parcel.id, from: careManagement, to: homeVisit };
    const opening = { keys: [receiver], authorities, expected, at: noon };
    const [seal = 0, open = 0, encrypt = 0, decrypt = 0, signing = 0, verifying = 0] = secondsOf([
      () => sealParcel(parcel, options),
      () => openSealed(sealed, opening),
      ...ciphers(signed),
      ...signatures(signed),
    ]);
    // That an authority issued a certificate is remembered, as it is where many messages go to few partners.
    const inSealing = encrypt + signing;
    const inOpening = decrypt + verifying;
    results.push(
      { what: `seal, ${name}`, perSecond: 1 / seal, share: inSealing / seal },
      { what: `open, ${name}`, perSecond: 1 / open, share: inOpening / open },
    );
  }
  if (asJson) console.log(JSON.stringify(results));
  else console.table(results);
}

function ciphers(content: Uint8Array): (() => unknown)[] {
  const [key, nonce] = [randomBytes(32), randomBytes(12)];
  const encrypt = () => {
    const cipher = createCipheriv("aes-256-gcm", key, nonce);
    const bytes = [cipher.update(content), cipher.final()];
    return { bytes, tag: cipher.getAuthTag() };
  };
  const { bytes, tag } = encrypt();
  return [
    encrypt,
    () => {
      const decipher = createDecipheriv("aes-256-gcm", key, nonce).setAuthTag(tag);
      return [...bytes.map((part) => decipher.update(part)), decipher.final()];
    },
  ];
}

function signatures(content: Uint8Array): (() => unknown)[] {
  const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const digest = createHash("sha256").update(content).digest();
  const signature = sign("sha256", digest, privateKey);
  return [
    () => sign("sha256", digest, privateKey),
    () => verify("sha256", digest, publicKey, signature),
  ];
}

/** CPU seconds of each, in turns so that the machine's moods strike all alike; the middle of the rounds. */
function secondsOf(works: readonly (() => unknown)[]): number[] {
  const taken = works.map((): number[] => []);
  for (let round = 0; round < rounds; round += 1) {
    for (const [index, work] of works.entries()) taken[index]?.push(secondsOnce(work));
  }
  return taken.map((each) => each.toSorted((a, b) => a - b)[Math.floor(rounds / 2)] ?? 0);
}

function secondsOnce(work: () => unknown): number {
  const before = process.cpuUsage();
  const end = performance.now() + secondsOfRound * 1000;
  let done = 0;
  for (; performance.now() < end; done += 1) work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6 / done;
}
