export { type AnnexHead, annexRecords, type StayDays } from "./account/annex-records.ts";
export { type Bill, billOf } from "./account/bill.ts";
export type {
  ChargedLine,
  ChargedService,
  LimitPart,
  Payer,
  PercentAddition,
} from "./account/charge.ts";
export {
  type Account,
  discounted,
  type ReckonedLine,
  type ReckonedService,
  reckon,
} from "./account/reckon.ts";
export { checkFile, readFile } from "./check/check-file.ts";
export { type CheckedFile, hasErrors, type ReadFile } from "./check/checked-file.ts";
export { FileCheck } from "./check/file-check.ts";
export type { Finding } from "./check/finding.ts";
export { listedFindings, listedOfOneRule } from "./check/findings.ts";
export type { RowTaker } from "./check/row-check.ts";
export {
  type ComparedLine,
  type ComparedMonth,
  comparedMonthOf,
} from "./compare/compared-lines.ts";
export {
  type Change,
  type ComparedVisit,
  isDifference,
  shownVisit,
} from "./compare/compared-visit.ts";
export {
  type ComparedUser,
  type Comparison,
  compareSides,
  isSame,
  type LimitUse,
} from "./compare/comparison.ts";
export {
  describeComparedUser,
  describeComparison,
  namesWithout,
} from "./compare/describe-comparison.ts";
export { type Side, type SideKind, type SideUser, takeSide, userMonthKey } from "./compare/side.ts";
export type { Totals, UnitsDoubt } from "./compare/units.ts";
export type { Visit } from "./compare/visit.ts";
export {
  type ComparisonSign,
  comparisonSigns,
  type DifferenceWords,
  differenceOf,
  differencesInWords,
  doubtsInWords,
  type SideNames,
  sideNamesOf,
  signOf,
  signWords,
  type TotalsWords,
  totalsInWords,
  visitInWords,
} from "./compare/words.ts";
export { type DocumentOfUser, documentsByUser } from "./documents/by-user.ts";
export type { CarePlan, CarePlanDocument } from "./documents/care-plan.ts";
export type { Deletion, DeletionDocument, DeletionKind } from "./documents/deletion.ts";
export { describeDocument } from "./documents/describe/describe-document.ts";
export type { DocumentKind, SetDocument } from "./documents/document.ts";
export type { Envelope } from "./documents/envelope.ts";
export type { FileRow } from "./documents/file-row.ts";
export {
  buildPlanOfUse,
  type PlanOfUseDocument,
  type PlanOfUseRecords,
  type UserPlan,
} from "./documents/plan-of-use.ts";
export {
  basicsOf,
  type PreventivePlan,
  type PreventivePlanDocument,
} from "./documents/preventive-plan.ts";
export {
  type LenientlyRead,
  readDocuments,
  readDocumentsLeniently,
} from "./documents/read-documents.ts";
export type { Unread } from "./documents/read-rows.ts";
export type { ResultsDocument, UserResults } from "./documents/results.ts";
export type { PreventiveIssue, PreventiveSupport } from "./documents/support-plan.ts";
export type { CareGoal, CareNeed, CareService, RepeatedCell } from "./documents/table-2.ts";
export { type JoinedCell, printedTable2, type Table2Row } from "./documents/table-2-print.ts";
export type { DayOfWeek, Week } from "./documents/table-3.ts";
export {
  daysOf,
  type MonthDay,
  type MonthLine,
  type MonthTable,
  type SlipRow,
} from "./documents/table-6.ts";
export {
  type Annex,
  type AnnexOffice,
  type AnnexRow,
  type AnnexService,
  annexOf,
  printedTable7,
} from "./documents/table-7.ts";
export { type TypeLimit, typeLimitsOf } from "./documents/type-limits.ts";
export type { UserBasics, UserBasicsDocument } from "./documents/user-basics.ts";
export type { CareUser } from "./documents/user-entries.ts";
export { type WrittenFile, writeDocuments } from "./documents/write-documents.ts";
export {
  isShortStay,
  reckonPlan,
  type ServiceLines,
  servicesIn,
  stayDaysOf,
} from "./entry/plan/charge-plan.ts";
export { noDays, timesOf, weeklyIn, withWeekdays } from "./entry/plan/line-days.ts";
export { type CopiedPlan, type CopyNote, copyPlan } from "./entry/plan/next-month.ts";
export type {
  CareUserDetails,
  PlanDraft,
  PlanEquipment,
  PlanLine,
  PlanOffice,
} from "./entry/plan/plan-draft.ts";
export { type PlanFault, planFaults } from "./entry/plan/plan-faults.ts";
export { type PlannedUser, planRecords } from "./entry/plan/plan-records.ts";
export {
  type PlanSending,
  type PlanSet,
  type PlanToSend,
  planSets,
} from "./entry/plan/plan-sets.ts";
export type { FindServiceCode, ServiceBasis, ServiceCode } from "./entry/plan/service-code.ts";
export { takeOverPlans } from "./entry/plan/take-over.ts";
export { beginDraft, followPlan, isOtherPlan } from "./entry/results/begin-draft.ts";
export {
  type AddedLine,
  addLine,
  allAsPlanned,
  type DayPlace,
  mostVisits,
  moveDay,
  nothingGiven,
  removeLine,
  setChecked,
  setCount,
  setTimes,
  setUnits,
  toggleDay,
} from "./entry/results/change-draft.ts";
export {
  type DayOfLine,
  dayOfLine,
  differencesFromPlan,
  isNothingGiven,
} from "./entry/results/line-days.ts";
export {
  plansInForce,
  type ResultsRoute,
  routeKeyOf,
  type ServedUser,
  userKeyOf,
} from "./entry/results/plans-in-force.ts";
export {
  type GivenVisit,
  noTimes,
  type PlannedVisit,
  type ResultLine,
  type ResultService,
  type ResultsDraft,
  type ResultsPlanner,
  type VisitTimes,
} from "./entry/results/results-draft.ts";
export { type EnteredUser, type ResultsSets, resultsSets } from "./entry/results/results-sets.ts";
export { readResultsDraft } from "./entry/results/stored-draft.ts";
export { readTypedDate, readTypedTime } from "./entry/typed.ts";
export { StandardError, type StandardErrorCode, type StandardErrorPlace } from "./errors.ts";
export { type AnnexRole, annexRoleOf } from "./layout/annex-role.ts";
export { type CodeListName, codeLists } from "./layout/code-lists.ts";
export type { Field, Format, Layout, Need } from "./layout/field.ts";
export { type FileKind, fieldsOf, fileKinds, layouts, meaningOf } from "./layout/layouts.ts";
export { legalLimitOf } from "./layout/legal-limits.ts";
export {
  isEquipmentRental,
  isInScope,
  mayBeMonthly,
  serviceTypeName,
} from "./layout/service-types.ts";
export {
  currentVersion,
  type Edition,
  editionOf,
  editions,
} from "./layout/versions.ts";
export { FileMend, type Mended, type MendOptions } from "./mend/file-mend.ts";
export type { Mend } from "./mend/mend.ts";
export { type MendedFile, mendFile } from "./mend/mend-file.ts";
export { type MendedGiven, mendFiles, type WriteChunk } from "./mend/mend-files.ts";
export { type Accept, listedMendings, type Mending, type MendPlace } from "./mend/mending.ts";
export { decodeMs932 } from "./ms932/decode.ts";
export { encodeMs932, findUnmappable } from "./ms932/encode.ts";
export { buildFileName } from "./naming/build-file-name.ts";
export { classifyName, type NameClass } from "./naming/classify-name.ts";
export type { Address, CsvFileName, FileName, ImageFileName } from "./naming/file-name.ts";
export { parseFileName } from "./naming/parse-file-name.ts";
export { type ReadFileName, readFileName } from "./naming/read-file-name.ts";
export type { FileRecord } from "./records/file-record.ts";
export { readRecords } from "./records/read-records.ts";
export { writeFile } from "./records/write-file.ts";
export { writeRows } from "./records/write-rows.ts";
export { checkFiles } from "./report/check-files.ts";
export type { GivenFile, Progress, Report, ReportedFile } from "./report/report.ts";
export type { Rule, Severity } from "./rules/rule.ts";
export { type FindingCode, type RuleName, rules } from "./rules/rules.ts";
export type { FileSet, SetKind } from "./sets/file-set.ts";
export { groupIntoSets } from "./sets/group-into-sets.ts";
export type { SetFinding } from "./sets/set-finding.ts";
export { type CalendarDate, isDate, parseDate } from "./values/calendar-date.ts";
export { type ClockTime, isTime, type NoTime, parseTime } from "./values/clock-time.ts";
export { dateInEra, monthInEra, setTimeInEra, shortDateInEra } from "./values/japanese-date.ts";
export { isMonth, type MonthOfService, monthAfter, parseMonth } from "./values/month-of-service.ts";
export { isOfficeNumber, type OfficeNumber, parseOfficeNumber } from "./values/office-number.ts";
export {
  type InsuredNumber,
  type InsurerNumber,
  isInsuredNumber,
  isInsurerNumber,
  parseInsuredNumber,
  parseInsurerNumber,
} from "./values/person-numbers.ts";
export { isServiceType, parseServiceType, type ServiceType } from "./values/service-type.ts";
export { isSetTime, parseSetTime, type SetTime, setTimeOf } from "./values/set-time.ts";
export { type Weekday, weekdayOf, weekdaySign, weekdays } from "./values/weekday.ts";
