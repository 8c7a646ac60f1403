import { afterEach, beforeEach, expect, it } from "vitest";
import {
  type Network,
  officePassword,
  openDesk,
  provider,
  startNetwork,
  type TestDesk,
  until,
} from "../testing/network.ts";
import { operatorOf } from "../testing/operator.ts";

let network: Network;
let desk: TestDesk;

beforeEach(async () => {
  network = await startNetwork({ certificateApproval: "operator" });
  desk = await openDesk(network, await network.issue(provider));
});
afterEach(async () => {
  await desk?.engine.close();
  await network?.remove();
});

const enrol = (): Promise<unknown> =>
  desk.engine.enrol({
    officeId: desk.letter.officeId,
    password: officePassword,
    issuePassword: desk.letter.issuePassword,
  });

const awaited = () => {
  const state = desk.engine.state();
  return state.phase === "not-enrolled" ? state.awaited : undefined;
};

it("waits for the operator, over a restart, and takes the certificate up by itself", async () => {
  await enrol();
  expect(awaited()).toMatchObject({ office: { number: provider.number }, refusal: null });
  await desk.engine.collectCertificate();
  expect(awaited()).toMatchObject({ refusal: null });

  await desk.reopen();
  expect(awaited()).toMatchObject({ office: { number: provider.number }, refusal: null });
  desk.engine.watch();
  await operatorOf(network).approve();
  await until(desk.engine, () => desk.engine.state().phase === "person-login");

  // From here on it is an office like any other.
  await desk.reopen();
  expect(desk.engine.state()).toMatchObject({
    phase: "person-login",
    office: { number: provider.number, name: provider.name },
  });
  await expect(enrol()).rejects.toMatchObject({ code: "already-enrolled" });
});

it("waits while the centre is away", async () => {
  await enrol();
  desk.engine.watch();
  await operatorOf(network).approve();
  await network.stopCenter();
  await network.startCenter();
  await until(desk.engine, () => desk.engine.state().phase === "person-login");
});

it("tells why it was refused, asks no more, and may ask anew", async () => {
  await enrol();
  const reason = "届出の名前と違います。届出を直してください。";
  await operatorOf(network).refuse(reason);
  await desk.engine.collectCertificate();
  expect(awaited()).toMatchObject({ refusal: { reason } });
  await desk.reopen();
  expect(awaited()).toMatchObject({ refusal: { reason } });

  await enrol();
  expect(awaited()).toMatchObject({ refusal: null });
  await operatorOf(network).approve();
  await desk.engine.collectCertificate();
  expect(desk.engine.state().phase).toBe("person-login");
});

it("an enrolment whose answer was lost after the approval finds its certificate", async () => {
  await enrol();
  await operatorOf(network).approve();
  // The same form is sent again instead of waiting.
  await enrol();
  await desk.engine.collectCertificate();
  expect(desk.engine.state().phase).toBe("person-login");
});
