import type { MonthOfService } from "@tsunagi/standard";
import { addressOf } from "../../parts/state/hash-route.ts";

/** 予定 of a month: all care users. */
export function monthAddress(month: MonthOfService): string {
  return addressOf("plans", month);
}

/** The plan of one care user; `id` names nobody. */
export function planAddress(month: MonthOfService, id: string): string {
  return addressOf("plans", month, "plan", id);
}

/** Who a care user is; without an id a new one. */
export function careUserAddress(month: MonthOfService, id = "new"): string {
  return addressOf("plans", month, "care-user", id);
}

export function sendAddress(month: MonthOfService): string {
  return addressOf("plans", month, "send");
}

export function takeOverAddress(month: MonthOfService): string {
  return addressOf("plans", month, "take-over");
}

export function serviceCodesAddress(month: MonthOfService): string {
  return addressOf("plans", month, "service-codes");
}
