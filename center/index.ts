/** The exchange: passes sealed messages on and cannot read them. */
export type { NewOffice, OfficeLetter } from "./accounts/issue-office.ts";
export type { CenterConfig, Limits, LogLevel } from "./config.ts";
export { CenterError, type CenterErrorCode, centerErrors } from "./errors.ts";
export { type Center, startCenter } from "./start.ts";
