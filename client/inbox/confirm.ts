import { CallError } from "@tsunagi/contract";
import type { MessageWithReceipts } from "@tsunagi/contract/exchange";
import { signReceipt } from "@tsunagi/sealing";
import { keyInForce } from "../enrolment/own-keys.ts";
import { ownOffice } from "../enrolment/own-office.ts";
import { ClientError } from "../errors.ts";
import { at as failurePoint } from "../failure-point.ts";
import type { Office } from "../office.ts";
import type { Session } from "../session/session.ts";
import { keepProof, readReceipt } from "../store/proofs.ts";
import { addStation } from "../store/stations.ts";
import { findReceived, type Received, type Work } from "./received.ts";

/**
 * Tells the centre what became of a message: its signed receipt, or that it was refused. The receipt is made once and
 * kept before it is sent, so that the same one goes out however often this has to be done.
 * @throws CallError, ClientError; to be done again then
 */
export async function confirm(office: Office, session: Session, id: string): Promise<void> {
  const received = findReceived(office.store, id);
  if (received === undefined) return;
  if (received.work === "refused") await tellRefusal(office, session, received);
  if (received.work === "delivered") makeReceipt(office, received);
  if (received.work === "delivered" || received.work === "receipted") {
    await sendReceipt(office, session, id);
  }
}

function makeReceipt(office: Office, received: Received): void {
  const key = keyInForce(office);
  if (key === undefined) throw new ClientError("not-enrolled");
  const at = office.now().toISOString();
  const receipt = signReceipt(
    {
      type: "opened",
      id: received.id,
      from: received.from_number,
      to: ownOffice(office).number,
      sealedSha256: received.sealed_sha256,
      signedSha256: received.signed_sha256 ?? "",
      at,
    },
    { key: key.pair.privateKey, certificate: key.certificate },
  );
  office.store.atomically(() => {
    keepProof(office.store, received.id, "opened", receipt);
    addStation(office.store, received.id, "opened", at);
    setWork(office, received.id, "receipted");
    failurePoint("receipt-before-commit");
  });
  failurePoint("receipt-after-commit");
}

async function sendReceipt(office: Office, session: Session, id: string): Promise<void> {
  const body = readReceipt(office.store, id, "opened");
  if (body === undefined) throw new Error("a receipted message without its receipt");
  await told(office, id, "confirmed", () =>
    session.authorized((call) => call.confirmOpened({ params: { id }, body })),
  );
}

async function tellRefusal(office: Office, session: Session, { id, trouble_code }: Received) {
  const reason = trouble_code ?? "changed";
  await told(office, id, "refusal-told", () =>
    session.authorized((call) => call.refuse({ params: { id }, body: { reason } })),
  );
}

/**
 * Does what tells the centre, and keeps its own receipt, which comes with the answer; that the message is gone there is
 * an answer too.
 */
async function told(
  office: Office,
  id: string,
  work: Work,
  tell: () => Promise<MessageWithReceipts>,
): Promise<void> {
  try {
    const { acceptedReceipt } = await tell();
    failurePoint(work === "confirmed" ? "receipt-sent" : "refusal-told");
    office.store.atomically(() => {
      keepProof(office.store, id, "accepted", Buffer.from(acceptedReceipt, "base64"));
      setWork(office, id, work);
    });
  } catch (error) {
    if (!(error instanceof CallError) || !gone.has(error.code)) throw error;
    setWork(office, id, error.code === "message-cancelled" ? "cancelled" : work);
  }
}

const gone: ReadonlySet<string> = new Set(["message-cancelled", "message-unknown"]);

function setWork({ store }: Office, id: string, work: Work): void {
  const settled = work === "confirmed" || work === "cancelled" ? 1 : 0;
  store.sql.run`UPDATE received SET work = ${work},
    trouble_code = CASE WHEN ${settled} = 1 THEN NULL ELSE trouble_code END,
    trouble_ja = CASE WHEN ${settled} = 1 THEN NULL ELSE trouble_ja END
    WHERE id = ${id}`;
}
