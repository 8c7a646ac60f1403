import type { PlanKey, UserKey } from "../keys.ts";

/** What is kept of a file of tables 6 and 7, of results, of the supplement, and of their deletions. */
export type UseFacts = SlipFacts | AnnexFacts | SupplementFacts | DeletionFacts;

/** What makes rows of tables 6 and 7 the same line of a user. */
export type LineShape = {
  /** The parts below in one, for comparing. */
  readonly key: string;
  readonly office: string;
  readonly satellite: string;
  readonly serviceCode: string;
  /** The first two characters of the code. */
  readonly serviceType: string;
  /** Of rented equipment one of the two at least; empty for other services. */
  readonly taisCode: string;
  readonly equipmentCode: string;
};

/** The rows of table 6 that are one line of a user: what they add up to. */
export type SlipLine = {
  readonly shape: LineShape;
  /** The first of them. */
  readonly row: number;
  readonly rows: number;
  /** Sum of サービス回数. */
  readonly count: number;
  /** Days that have a row: bit 0 is the first of the month. */
  readonly days: number;
  /** How many days in all may be claimed by the day 日割対象日. */
  readonly claimDays: number;
  /** 単位数 of the first row. */
  readonly units: number;
  /** 単位数 of later rows where they differ from the first: the first few. */
  readonly otherUnits: readonly number[];
  /** Whether a row has a time of day. */
  readonly timed: boolean;
};

export type SlipUser = {
  /** The first row. */
  readonly row: number;
  /** False when a row has an error of its own: its sums cannot be judged. */
  readonly sound: boolean;
  readonly lines: readonly SlipLine[];
};

/** Table 6: plan or results. */
export type SlipFacts = {
  readonly kind: "UPPLAN" | "UPJSK";
  readonly users: ReadonlyMap<UserKey, SlipUser>;
};

/** A detail row of table 7. */
export type AnnexLine = {
  readonly shape: LineShape;
  readonly row: number;
  readonly units: number;
  readonly discountedUnits: number | undefined;
  readonly count: number;
  /** Whether its 給付管理単位数 is empty: outside the limit, or left to the subtotal. */
  readonly unmanaged: boolean;
};

/** The units of the grand total of table 7; undefined where the field is empty. */
export type AnnexTotal = {
  readonly row: number;
  /** 給付管理単位数. */
  readonly managed: number | undefined;
  /** 種類支給限度基準超単位数. */
  readonly typeExcess: number | undefined;
  /** 区分支給限度基準超単位数. */
  readonly limitExcess: number | undefined;
  /** 区分支給限度基準内単位数, by the reading that gives less: with or without services outside the limit. */
  readonly limitWithin: number | undefined;
};

export type AnnexUser = {
  readonly row: number;
  readonly sound: boolean;
  readonly lines: readonly AnnexLine[];
  readonly total: AnnexTotal | undefined;
  /** 給付管理単位数 by service type, where some are filled in. */
  readonly managedByType: ReadonlyMap<string, number>;
};

/** Table 7. */
export type AnnexFacts = {
  readonly kind: "UPSIKYU";
  readonly users: ReadonlyMap<UserKey, AnnexUser>;
};

/** One of the nine places 種類別支給限度 of the supplement. */
export type TypeLimit = {
  readonly place: number;
  readonly serviceType: string;
  /** 合計単位数. */
  readonly units: number | undefined;
};

export type SupplementUser = {
  readonly row: number;
  /** 区分支給限度基準額; where it is empty, that of the law for the care level. */
  readonly limit: number | undefined;
  readonly typeLimits: readonly TypeLimit[];
};

/** The supplement 利用者補足情報. */
export type SupplementFacts = {
  readonly kind: "UPHOSOKU";
  readonly users: ReadonlyMap<UserKey, SupplementUser>;
  /** First row of each user and 居宅サービス計画作成（変更）日. */
  readonly keys: ReadonlyMap<PlanKey, number>;
};

export type DeletedUser = {
  readonly row: number;
  /** Of results: `office/type` of the services that are deleted. Of plans: empty, the whole month is deleted. */
  readonly services: ReadonlySet<string>;
};

/** Deletions of plans or results. */
export type DeletionFacts = {
  readonly kind: "DLTPLAN" | "DLTJSK";
  readonly users: ReadonlyMap<UserKey, DeletedUser>;
};
