import { createHash } from "node:crypto";
import { inspectSealed, SealingError } from "@tsunagi/sealing";
import type { Context } from "../context.ts";
import { inGroups } from "../database/in-groups.ts";
import { isUnavailable } from "../database/pool.ts";
import { currentRequest } from "../database/request-name.ts";
import { Refusal } from "../errors.ts";
import { at } from "../failure-point.ts";
import {
  type Accepted,
  detailsOf,
  findAccepted,
  requireStanding,
  sameOrConflict,
  signAcceptance,
} from "./acceptance.ts";
import type { Mover } from "./message.ts";
import { storeAccepted, type ToStore } from "./store-accepted.ts";

/** A sealed message on its way in. */
export interface Incoming {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly by: Mover;
  /** The header of RFC 9530, already of the right form. */
  readonly contentDigest: string;
  readonly sealed: Uint8Array;
}

type Needs = Pick<Context, "sql" | "bytes" | "messagesTogether" | "clock" | "keys" | "limits">;

/** While the log of one group is written, the database takes in the next; a few use its processors side by side. */
const groupsAtOnce = 4;
const bytesOfGroup = 4 * 1024 * 1024;

/**
 * What takes messages in that come in one request each. Those that come at the same time are stored together. The id is
 * the key: the same message sent again, also at the same time, gets the first answer, whatever has become of licences
 * and certificates since.
 *
 * @returns what throws Refusal `digest-mismatch`, `message-not-sealed`, `message-id-conflict`, `licence-missing`,
 *   `office-unknown`, `receiver-unlicensed`, `receiver-without-certificate`
 */
export function makeAccept(context: Needs): (incoming: Incoming) => Promise<Accepted> {
  const { sql, bytes, clock, messagesTogether } = context;
  const store = inGroups(
    (messages: readonly ToStore[]) => storeAccepted(bytes, messages, clock()),
    {
      lanes: groupsAtOnce,
      mostItems: messagesTogether,
      weight: { most: bytesOfGroup, of: ({ sealed }) => sealed.length },
      keyOf: ({ id }) => id,
      isOfOne: (error) => !isUnavailable(error),
    },
  );
  return async (incoming) => {
    const message = { ...incoming, sha256: checkBytes(incoming) };
    const accepted = signAcceptance(context, message, incoming.sealed.length);
    at("accept-before-store");
    const outcome = await store({
      ...message,
      requestId: currentRequest(),
      ...accepted,
      ...detailsOf(context, accepted, incoming.by),
    });
    at("accept-after-store");
    if (outcome.stored) return accepted;
    if (outcome.before) return sameOrConflict(outcome.before, message);
    requireStanding(outcome);

    const first = await findAccepted(sql, incoming.id);
    if (!first) throw new Error(`message ${incoming.id} was neither stored nor found`);
    return sameOrConflict(first, message);
  };
}

function checkBytes({ sealed, contentDigest }: Incoming): string {
  const hash = createHash("sha256").update(sealed);
  const digest = hash.copy().digest("base64");
  if (contentDigest !== `sha-256=:${digest}:`) throw new Refusal("digest-mismatch");
  try {
    inspectSealed(sealed);
  } catch (cause) {
    if (cause instanceof SealingError) throw new Refusal("message-not-sealed", { cause });
    throw cause;
  }
  return hash.digest("hex");
}
