import type { Context } from "../context.ts";
import { Refusal } from "../errors.ts";
import { makeWindows } from "./request-counts.ts";

const minute = 60_000;

/** Counts requests a minute, and refuses what is too much with `too-many-requests` and Retry-After. */
export interface Rates {
  /** Of somebody who is not known: several offices may stand behind one address. */
  ofAddress(address: string): void;
  /** Of the same, to the forms that anyone may send. */
  ofForms(address: string): void;
  ofOffice(office: string): void;
}

export function makeRates({ limits, clock }: Pick<Context, "limits" | "clock">): Rates {
  const now = (): number => clock().getTime();
  const ofAddress = makeWindows(now);
  const ofForms = makeWindows(now);
  const ofOffice = makeWindows(now);
  return {
    ofAddress: (address) => allow(ofAddress(address, minute), limits.addressRequestsPerMinute),
    ofForms: (address) => allow(ofForms(address, minute), limits.formRequestsPerMinute),
    ofOffice: (office) => allow(ofOffice(office, minute), limits.officeRequestsPerMinute),
  };
}

function allow(counted: { readonly current: number; readonly ttl: number }, most: number): void {
  if (counted.current <= most) return;
  throw new Refusal("too-many-requests", { retryAfterSeconds: Math.ceil(counted.ttl / 1000) });
}
