import type { FileRecord } from "../records/file-record.ts";
import type { ServiceType } from "../values/service-type.ts";

/** A place of 種類別支給限度管理: the limit that a municipality sets for one service type. Units a month. */
export type TypeLimit = {
  /** From 1 to 9, as in the supplement and on the form. */
  readonly place: number;
  readonly serviceType: ServiceType | undefined;
  /** 種類支給限度基準額. */
  readonly limit: number | undefined;
  /** 合計単位数. */
  readonly units: number | undefined;
  /** 種類支給限度基準を超える単位数. */
  readonly excess: number | undefined;
};

const places = [1, 2, 3, 4, 5, 6, 7, 8, 9] as const;

/** The places of 種類別支給限度管理 in which a supplement says something. */
export function typeLimitsOf(supplement: FileRecord<"UPHOSOKU">): readonly TypeLimit[] {
  return places
    .map((place) => ({
      place,
      serviceType: supplement[`type${place}ServiceType`],
      limit: supplement[`type${place}Limit`],
      units: supplement[`type${place}Units`],
      excess: supplement[`type${place}Excess`],
    }))
    .filter(({ serviceType, limit, units, excess }) =>
      [serviceType, limit, units, excess].some((value) => value !== undefined),
    );
}
