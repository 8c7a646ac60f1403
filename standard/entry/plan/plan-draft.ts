import type { FileRecord } from "../../records/file-record.ts";
import type { ClockTime } from "../../values/clock-time.ts";
import type { MonthOfService } from "../../values/month-of-service.ts";
import type { OfficeNumber } from "../../values/office-number.ts";
import type { Weekday } from "../../values/weekday.ts";
import type { ServiceCode } from "./service-code.ts";

/** Who a care user is, as the supplement 利用者補足情報 says, and what the insurance pays. */
export type CareUserDetails = Pick<
  FileRecord<"UPHOSOKU">,
  | "insurerNumber"
  | "insuredNumber"
  | "nameKana"
  | "name"
  | "sex"
  | "birthDate"
  | "postalCode"
  | "address1"
  | "address2"
  | "phone"
  | "certifiedOn"
  | "limitFrom"
  | "limitTo"
  | "certificationStatus"
  | "careLevelChangedOn"
  | "careLevel"
  | "previousCareLevel"
> & {
  /** 区分支給限度基準額, units a month. */
  readonly limitUnits: number;
  /** 給付率, in percent. */
  readonly benefitRate: number;
};

/**
 * The plan of use of one care user for a month while it is being made. Plain JSON. What is above the limit falls to the
 * offices that come last among the lines.
 */
export type PlanDraft = {
  readonly month: MonthOfService;
  /** プラン担当者名. */
  readonly plannerName: string;
  /** 前月までの短期入所利用日数. */
  readonly stayDaysBefore: number;
  readonly lines: readonly PlanLine[];
};

/** A service of one office at one time of day, or without a time. */
export type PlanLine = {
  /** Tells the lines of a draft apart. */
  readonly id: string;
  /** As the service code table had it when it was chosen; of a `thing` the units are those of the thing. */
  readonly service: Omit<ServiceCode, "kana" | "validFrom" | "validTo">;
  readonly office: PlanOffice;
  /** 割引後率: what is left of the units in percent; 100 without a discount. */
  readonly discountRate: number;
  readonly hours: { readonly start: ClockTime; readonly end: ClockTime } | null;
  /** Every week on these days; next month too. */
  readonly weekdays: readonly Weekday[];
  /** How often on each day of the month; the first day is at 0. Empty for `permille`, which stands on no day. */
  readonly counts: readonly number[];
  /** 日割対象日, 31 digits, for codes by the day of services by the month. */
  readonly claimDays: string | null;
  readonly past30Days: boolean;
  readonly equipment: PlanEquipment | null;
};

export type PlanOffice = {
  readonly number: OfficeNumber;
  readonly name: string;
  /** サテライト枝番. */
  readonly satellite?: string;
};

/** A thing for rent 福祉用具; one of the two codes is needed. */
export type PlanEquipment = {
  readonly taisCode?: string;
  readonly equipmentCode?: string;
  readonly name?: string;
};
