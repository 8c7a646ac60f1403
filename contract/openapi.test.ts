import { describe, expect, it } from "vitest";
import { deskErrors } from "./desk/errors.ts";
import { deskRoutes } from "./desk/index.ts";
import { exchangeErrors } from "./errors.ts";
import { exchangeRoutes } from "./exchange/index.ts";
import { openApiDocument } from "./openapi.ts";
import type { Route } from "./route.ts";

const info = { title: "tsunagi", version: "1", description: "" };
const document = openApiDocument(exchangeRoutes, exchangeErrors, info);

describe("the OpenAPI document", () => {
  it("holds every route of the exchange once, under /v1", () => {
    const operations = Object.values(document.paths).flatMap((path) => Object.values(path));

    expect(operations).toHaveLength(Object.keys(exchangeRoutes).length);
    expect(Object.keys(document.paths).every((path) => path.startsWith("/v1/"))).toBe(true);
  });

  it("lists a route's codes under their status", () => {
    const send = document.paths["/v1/messages/{id}"]?.["put"] as {
      responses: Record<string, { description: string }>;
    };

    expect(send.responses["413"]?.description).toContain("message-too-large");
    expect(send.responses["403"]?.description).toContain("certificate-revoked");
    expect(send.responses["201"]).toBeDefined();
  });

  it("is plain JSON", () => {
    expect(JSON.parse(JSON.stringify(document))).toMatchObject({ openapi: "3.1.0" });
  });
});

describe.each([
  ["exchange", exchangeRoutes as Record<string, Route>],
  ["desk", deskRoutes as Record<string, Route>],
])("the routes of the %s", (_, routes) => {
  it.each(Object.entries(routes))(
    "%s declares each parameter of its path, and no other",
    (_name, route) => {
      const inPath = [...route.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? "");

      expect(Object.keys(route.params?.properties ?? {}).sort()).toEqual(inPath.sort());
    },
  );
});

describe.each([
  ["exchange", exchangeErrors],
  ["desk", deskErrors],
])("the error table of the %s", (_, errors) => {
  it.each(Object.entries(errors))(
    "%s has a status, a Japanese and an English sentence",
    (_code, entry) => {
      expect(entry.status).toBeGreaterThanOrEqual(400);
      expect(entry.ja).toMatch(/。$/);
      expect(entry.en).toMatch(/^[ -~]+$/);
    },
  );
});
