import type { Static } from "typebox";
import * as Type from "typebox";
import * as S from "../schemas.ts";
import { defineDeskRoute } from "./route.ts";

const Month = Type.String({ pattern: "^[0-9]{6}$", description: "年月 YYYYMM" });
const Code = Type.String({ pattern: "^[0-9A-Z]{6}$" });

/**
 * A line of the service code table サービスコード表. `units` are of what `basis` says: once, a day, the month, a thing
 * for rent (then 0), or thousandths of the units within the limit.
 */
export const ServiceCodeView = Type.Object({
  code: Code,
  name: Type.String(),
  kana: Type.String(),
  basis: Type.Union([
    Type.Literal("visit"),
    Type.Literal("day"),
    Type.Literal("month"),
    Type.Literal("thing"),
    Type.Literal("permille"),
  ]),
  units: Type.Integer(),
  limit: Type.Union([Type.Literal("inside"), Type.Literal("outside")]),
  unitPriceInHundredths: Type.Integer({ minimum: 0 }),
  validFrom: Month,
  /** Left out while no end is known. */
  validTo: Type.Optional(Month),
});
export type ServiceCodeView = Static<typeof ServiceCodeView>;

/** The table that was loaded last; null before one was. */
export const ServiceCodeTable = Type.Union([
  Type.Object({
    /** Name of the file that it came from. */
    name: Type.String(),
    loadedAt: S.Instant,
    codes: Type.Integer({ minimum: 1 }),
  }),
  Type.Null(),
]);
export type ServiceCodeTable = Static<typeof ServiceCodeTable>;

/** What keeps a table from being loaded, in plain Japanese; `line` counts from 1, the head included. */
export const TableFault = Type.Object({
  line: Type.Union([Type.Integer({ minimum: 1 }), Type.Null()]),
  message: Type.String(),
});
export type TableFault = Static<typeof TableFault>;

const codes = Type.Object({ codes: Type.Array(ServiceCodeView) });

export const serviceCodeRoutes = {
  serviceCodeTable: defineDeskRoute({
    method: "GET",
    path: "/api/service-codes",
    subject: "service-codes",
    summary: "いま入っているサービスコード表",
    answer: { status: 200, json: Type.Object({ table: ServiceCodeTable }) },
    errors: [],
  }),
  loadServiceCodes: defineDeskRoute({
    method: "POST",
    path: "/api/service-codes",
    subject: "service-codes",
    summary: "サービスコード表 (CSV) を入れる。前のものと入れ替わる。誤りがあれば何も変えない",
    query: Type.Object({ name: Type.String({ minLength: 1, maxLength: 255 }) }),
    body: { bytes: "application/octet-stream" },
    answer: {
      status: 200,
      json: Type.Object({ table: ServiceCodeTable, faults: Type.Array(TableFault) }),
    },
    errors: ["file-too-large", "store-full", "request-invalid"],
  }),
  loadPracticeCodes: defineDeskRoute({
    method: "POST",
    path: "/api/service-codes/practice",
    subject: "service-codes",
    summary: "練習用の架空のサービスコード表を入れる",
    answer: { status: 200, json: Type.Object({ table: ServiceCodeTable }) },
    errors: ["store-full"],
  }),
  searchServiceCodes: defineDeskRoute({
    method: "GET",
    path: "/api/service-codes/search",
    subject: "service-codes",
    summary: "コード、名称、カナで探す。その月に使えるものだけ",
    query: Type.Object({ search: Type.String({ maxLength: 60 }), month: Month }),
    answer: { status: 200, json: codes },
    errors: ["request-invalid"],
  }),
  findServiceCodes: defineDeskRoute({
    method: "POST",
    path: "/api/service-codes/find",
    subject: "service-codes",
    summary: "いくつかのコードの行を、すべての月について引く",
    body: {
      json: Type.Object(
        { codes: Type.Array(Code, { maxItems: 2000 }) },
        { additionalProperties: false },
      ),
    },
    answer: { status: 200, json: codes },
    errors: ["request-invalid"],
  }),
};
