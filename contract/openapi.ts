import type { TObject } from "typebox";
import { type ErrorEntry, Problem } from "./errors.ts";
import type { Answer, Auth, Body, Route } from "./route.ts";

/** An OpenAPI 3.1 document as plain JSON. */
export interface OpenApiDocument {
  readonly openapi: "3.1.0";
  readonly info: { readonly title: string; readonly version: string; readonly description: string };
  readonly paths: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly components: Readonly<Record<string, unknown>>;
}

/** Writes the OpenAPI 3.1 document of a table of routes; error answers are grouped by status with their codes. */
export function openApiDocument(
  routes: Readonly<Record<string, Route>>,
  errors: Readonly<Record<string, ErrorEntry>>,
  info: OpenApiDocument["info"],
): OpenApiDocument {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const [name, route] of Object.entries(routes)) {
    paths[route.path] = {
      ...paths[route.path],
      [route.method.toLowerCase()]: operation(name, route, errors),
    };
  }
  return {
    openapi: "3.1.0",
    info,
    paths,
    components: {
      schemas: { Problem },
      securitySchemes: {
        certificate: { type: "mutualTLS" },
        token: { type: "http", scheme: "bearer" },
      },
    },
  };
}

function operation(
  name: string,
  route: Route,
  errors: Readonly<Record<string, ErrorEntry>>,
): unknown {
  return {
    operationId: name,
    tags: [route.subject],
    summary: route.summary,
    security: security[route.auth],
    parameters: [
      ...parameters("path", route.params),
      ...parameters("query", route.query),
      ...parameters("header", route.headers),
      ...("ranges" in route.answer ? [rangeParameter] : []),
    ],
    ...(route.body ? { requestBody: { required: true, content: bodyContent(route.body) } } : {}),
    responses: {
      [route.answer.status]: { description: "成功", ...answerContent(route.answer) },
      ...("ranges" in route.answer && {
        206: { description: "求められた部分", ...answerContent(route.answer) },
      }),
      ...problemResponses(route, errors),
    },
  };
}

const rangeParameter = {
  name: "range",
  in: "header",
  required: false,
  description: "RFC 9110 14.2、1つだけ",
  schema: { type: "string", pattern: "^bytes=[0-9]+-[0-9]*$" },
};

const security: Readonly<Record<Auth, readonly object[]>> = {
  nobody: [],
  office: [{ token: [] }],
  corporation: [{ token: [] }],
  administrator: [{ token: [] }, { certificate: [], token: [] }],
  certificate: [{ certificate: [] }],
  session: [{ certificate: [], token: [] }],
};

const codesOfSession = [
  "certificate-missing",
  "certificate-foreign",
  "certificate-purpose",
  "certificate-expired",
  "certificate-revoked",
  "certificate-office-mismatch",
  "session-missing",
  "session-expired",
];

/** The codes that any route of a kind may answer, besides those it names itself. */
export const codesOfAuth: Readonly<Record<Auth, readonly string[]>> = {
  nobody: [],
  office: ["session-missing", "session-expired"],
  corporation: ["session-missing", "session-expired"],
  certificate: [
    "certificate-missing",
    "certificate-foreign",
    "certificate-purpose",
    "certificate-expired",
    "certificate-revoked",
  ],
  administrator: [...codesOfSession, "administrator-only"],
  session: codesOfSession,
};

function parameters(place: "path" | "query" | "header", schema: TObject | undefined): object[] {
  const needed: readonly string[] = schema?.required ?? [];
  return Object.entries(schema?.properties ?? {}).map(([name, property]) => ({
    name,
    in: place,
    required: place === "path" || needed.includes(name),
    schema: property,
  }));
}

function bodyContent(body: Body): object {
  return "json" in body
    ? { "application/json": { schema: body.json } }
    : { [body.bytes]: { schema: {} } };
}

function answerContent(answer: Answer): object {
  if ("json" in answer) return { content: { "application/json": { schema: answer.json } } };
  if ("bytes" in answer) return { content: { [answer.bytes]: { schema: {} } } };
  if ("events" in answer) {
    return {
      content: { "text/event-stream": { schema: { type: "string" } } },
      "x-events": answer.events,
    };
  }
  return {};
}

function problemResponses(
  route: Route,
  errors: Readonly<Record<string, ErrorEntry>>,
): Record<string, unknown> {
  const codes = [...new Set([...codesOfAuth[route.auth], ...route.errors, "internal"])];
  const byStatus = Map.groupBy(codes, (code) => errors[code]?.status ?? 500);
  return Object.fromEntries(
    [...byStatus].map(([status, group]) => [
      status,
      {
        description: group.map((code) => `\`${code}\`: ${errors[code]?.ja ?? ""}`).join("\n\n"),
        content: {
          "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } },
        },
      },
    ]),
  );
}
