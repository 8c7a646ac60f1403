import type { ServiceCodeView } from "@tsunagi/contract/desk";
import {
  type FindServiceCode,
  isMonth,
  type PlannedUser,
  parseMonth,
  type ServiceCode,
} from "@tsunagi/standard";
import { desk } from "../api.ts";

/** Asks the app for some codes, and finds them by month from then on. */
export async function findCodes(codes: Iterable<string>): Promise<FindServiceCode> {
  const wanted = Array.from(new Set(codes));
  const found = await desk.findServiceCodes({ body: { codes: wanted } });
  const byCode = Map.groupBy(found.codes.map(serviceCodeOf), ({ code }) => code);
  return (code, month) =>
    byCode
      .get(code)
      ?.findLast(
        ({ validFrom, validTo }) =>
          validFrom <= month && (validTo === undefined || month <= validTo),
      );
}

/** Every code that plans have. */
export function codesIn(plans: Iterable<PlannedUser>): readonly string[] {
  return Array.from(plans).flatMap(({ draft }) => draft.lines.map(({ service }) => service.code));
}

/** A line of the table as plans know it. */
export function serviceCodeOf({ validFrom, validTo, ...code }: ServiceCodeView): ServiceCode {
  return {
    ...code,
    validFrom: parseMonth(validFrom),
    ...(validTo !== undefined && isMonth(validTo) && { validTo }),
  };
}
