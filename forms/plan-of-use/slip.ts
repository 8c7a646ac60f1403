import type {
  CareUser,
  FileRecord,
  MonthOfService,
  MonthTable,
  UserPlan,
  UserResults,
} from "@tsunagi/standard";

/** サービス利用票 of one care user and month, be it a plan or results. */
export type Slip = CareUser & {
  /** Which of the two rows of a line is filled. */
  readonly says: "予定" | "実績";
  readonly name: string | undefined;
  readonly month: MonthOfService | undefined;
  readonly table: MonthTable | undefined;
  /** Who the user is; results do not tell. */
  readonly supplement: FileRecord<"UPHOSOKU"> | undefined;
};

export function slipOfPlan({ table6, supplement, ...plan }: UserPlan): Slip {
  return {
    says: "予定",
    insurerNumber: plan.insurerNumber,
    insuredNumber: plan.insuredNumber,
    name: plan.name,
    month: plan.month,
    table: table6,
    supplement: supplement?.record,
  };
}

export function slipOfResults({ insurerNumber, insuredNumber, month, table6 }: UserResults): Slip {
  return {
    says: "実績",
    insurerNumber,
    insuredNumber,
    name: undefined,
    month,
    table: table6,
    supplement: undefined,
  };
}
