export { checkFile, readFile } from "./check/check-file.ts";
export { type CheckedFile, hasErrors, type ReadFile } from "./check/checked-file.ts";
export { FileCheck } from "./check/file-check.ts";
export type { Finding } from "./check/finding.ts";
export { listedFindings } from "./check/findings.ts";
export { StandardError, type StandardErrorCode, type StandardErrorPlace } from "./errors.ts";
export { type CodeListName, codeLists } from "./layout/code-lists.ts";
export type { Field, Format, Layout, Need } from "./layout/field.ts";
export { type FileKind, fieldsOf, fileKinds, layouts, meaningOf } from "./layout/layouts.ts";
export { serviceTypeName } from "./layout/service-types.ts";
export { currentVersion, versions } from "./layout/versions.ts";
export type { Mend } from "./mend/mend.ts";
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
export { dateInEra, monthInEra, shortDateInEra } from "./values/japanese-date.ts";
export { isMonth, type MonthOfService, parseMonth } from "./values/month-of-service.ts";
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
