import { parseCertificate } from "@tsunagi/sealing";
import { expect, it, onTestFinished } from "vitest";
import {
  joinNetwork,
  logIn,
  planner,
  provider,
  startNetwork,
  type TestDesk,
  until,
} from "../testing/network.ts";
import { singleAuthority, useNewIssuer } from "../testing/operator.ts";
import { plan } from "../testing/samples.ts";

const before = [
  ["a root and an issuing authority", undefined],
  ["one authority that was root and issuer", singleAuthority],
] as const;

/** Sends a plan and waits until the receiver has opened it and the sender knows. */
async function exchange(sender: TestDesk, receiver: TestDesk): Promise<void> {
  const { messageIds } = await sender.engine.sendFiles(plan());
  const [id = ""] = messageIds;
  const reached = (station: string): Promise<unknown> =>
    until(sender.engine, () =>
      sender.engine.message(id).stations.some((one) => one.station === station),
    );
  await reached("accepted");
  await receiver.engine.fetchNow();
  expect(receiver.engine.message(id)).toMatchObject({ trouble: null });
  await sender.engine.fetchNow();
  await reached("opened");
  expect(await sender.engine.evidence(id)).toMatchObject({ proved: true });
}

it.each(before)(
  "a new issuing authority after %s is noticed by no office, old or new",
  async (_name, prepare) => {
    const network = await startNetwork({}, prepare);
    const desks: TestDesk[] = [];
    onTestFinished(async () => {
      for (const desk of desks) await desk.engine.close();
      await network.remove();
    });
    const sender = await joinNetwork(network, planner);
    desks.push(sender);
    await useNewIssuer(network);

    // The terminal that joined before goes on with the trust and the certificate that it has.
    await sender.reopen();
    await logIn(sender);
    const receiver = await joinNetwork(network, provider);
    desks.push(receiver);
    await exchange(sender, receiver);
    const issued = await network.center().sql<{ pem: string }[]>`select pem from certificates`;
    const keys = issued.map(({ pem }) => parseCertificate(pem).authorityKeyIdentifier);
    expect(new Set(keys).size).toBe(2);
  },
);
