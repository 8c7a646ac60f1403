/** The office's app as a library: the engine, and the local server of the desk's page. */
export type { Change } from "./changes.ts";
export { type Desk, type DeskOptions, startDesk } from "./desk/start-desk.ts";
export type { Engine, EngineOptions } from "./engine/engine.ts";
export { openEngine } from "./engine/open-engine.ts";
export type { NewPerson, PersonLetter } from "./enrolment/add-person.ts";
export type { EnrolmentInput } from "./enrolment/enrol.ts";
export {
  ClientError,
  type ClientErrorCode,
  clientErrors,
  type Explanation,
  explain,
} from "./errors.ts";
export type { CheckedEvidence } from "./evidence/check.ts";
export type { EvidenceFile } from "./evidence/files.ts";
export { type FileContent, heldBytes } from "./file-content.ts";
export type { GivenFile } from "./tray/given-file.ts";
export type { SentFiles } from "./tray/send-files.ts";
export type { Tray } from "./tray/tray.ts";
