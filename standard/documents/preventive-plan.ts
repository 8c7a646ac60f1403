import type { CalendarDate } from "../values/calendar-date.ts";
import type { Envelope } from "./envelope.ts";
import type { FileRow, RowsByKind } from "./file-row.ts";
import { issuesOf, type PreventiveIssue } from "./support-plan.ts";
import { rowsOfUserBasics, type UserBasics, userBasicsOf } from "./user-basics.ts";
import { type CareUser, UserEntries } from "./user-entries.ts";

/** 介護予防サービス・支援計画書 of one care user, of one date of making. */
export type PreventivePlan = CareUser & {
  /** 利用者名. */
  readonly name: string | undefined;
  /** 計画作成(変更)日. */
  readonly planChangedOn: CalendarDate;
  readonly plan: FileRow<"UPYOBO"> | undefined;
  /** 別表 支援計画: issues › supports › services. */
  readonly issues: readonly PreventiveIssue[];
};

/** A set of preventive plans, in the order in which the users are met in its files. */
export type PreventivePlanDocument = {
  readonly kind: "preventive-plan";
  readonly envelope: Envelope | undefined;
  readonly plans: readonly PreventivePlan[];
  /** The user basics that were sent along. */
  readonly basics: readonly UserBasics[];
  /** Names of all pictures among the files. */
  readonly images: readonly string[];
};

type Draft = CareUser & {
  readonly planChangedOn: CalendarDate;
  plan?: FileRow<"UPYOBO">;
  readonly annex: FileRow<"UPYOBO_SUB">[];
};

/** Joins preventive plans with their annex, and user basics with theirs. */
export function preventivePlanDocument(
  envelope: Envelope | undefined,
  rows: RowsByKind,
  images: readonly string[],
): PreventivePlanDocument {
  const entries = new UserEntries<Draft>();
  for (const row of rows.UPYOBO ?? []) {
    draftFor(row.record, "plan").plan = row;
  }
  for (const row of rows.UPYOBO_SUB ?? []) draftFor(row.record).annex.push(row);
  const plans = entries.all().map(({ plan, annex, ...draft }) => ({
    insurerNumber: draft.insurerNumber,
    insuredNumber: draft.insuredNumber,
    name: plan?.record.name,
    planChangedOn: draft.planChangedOn,
    plan,
    issues: issuesOf(annex),
  }));
  return { kind: "preventive-plan", envelope, plans, basics: userBasicsOf(rows, images), images };

  function draftFor(
    { insurerNumber, insuredNumber, planChangedOn }: CareUser & Pick<Draft, "planChangedOn">,
    slot?: keyof Draft,
  ): Draft {
    const user = { insurerNumber, insuredNumber };
    const begin = () => ({ ...user, planChangedOn, annex: [] });
    return entries.entryFor(user, planChangedOn, slot, begin);
  }
}

/** The user basics that were sent along with a plan: those of its care user. */
export function basicsOf(
  { basics }: PreventivePlanDocument,
  { insurerNumber, insuredNumber }: CareUser,
): readonly UserBasics[] {
  return basics.filter(
    (user) => user.insurerNumber === insurerNumber && user.insuredNumber === insuredNumber,
  );
}

/** The rows that a document of preventive plans was made from. */
export function rowsOfPreventivePlans({ plans, basics }: PreventivePlanDocument): RowsByKind {
  return {
    ...rowsOfUserBasics(basics),
    UPYOBO: plans.flatMap(({ plan }) => plan ?? []),
    UPYOBO_SUB: plans.flatMap(({ issues }) =>
      issues.flatMap(({ supports }) => supports.flatMap(({ services }) => services)),
    ),
  };
}
