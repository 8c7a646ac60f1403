export { CallError, type CallerOptions, createCaller, type FetchLike } from "./caller.ts";
export { type DeskErrorCode, deskErrors } from "./desk/errors.ts";
export { type ErrorCode, type ErrorEntry, exchangeErrors, Problem } from "./errors.ts";
export { failurePoints } from "./failure-points.ts";
export { limits } from "./limits.ts";
export { openApiDocument } from "./openapi.ts";
export {
  type Auth,
  type Caller,
  type Door,
  defineRoute,
  type Input,
  type Output,
  type Route,
} from "./route.ts";
export * from "./schemas.ts";
