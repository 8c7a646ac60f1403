import { describe, expect, it } from "vitest";
import { CallError, createCaller, type FetchLike } from "./caller.ts";
import { exchangeRoutes } from "./exchange/index.ts";

function answering(status: number, body: string, seen: unknown[] = []): FetchLike {
  return (url, init) => {
    seen.push({ url, ...init });
    return Promise.resolve(new Response(body, { status }));
  };
}

const baseUrl = "https://centre.example";
const id = "019aaaaa-0000-7000-8000-000000000001";

describe("createCaller", () => {
  it("fills path and query, and sends the token only where the route has a login", async () => {
    const seen: { url: string; headers: Record<string, string> }[] = [];
    const call = createCaller(exchangeRoutes, {
      baseUrl,
      fetch: answering(200, JSON.stringify({ messages: [], next: null }), seen),
      token: () => "t0",
    });

    await call.listMessages({ query: { box: "received", waiting: true } });
    await call.authorities().catch(() => undefined);

    expect(seen.map((request) => request.url)).toEqual([
      `${baseUrl}/v1/messages?box=received&waiting=true`,
      `${baseUrl}/v1/authorities`,
    ]);
    expect(seen.map((request) => request.headers["authorization"])).toEqual([
      "Bearer t0",
      undefined,
    ]);
  });

  it("throws the problem with its code and the sentence for the desk", async () => {
    const problem = {
      type: "urn:tsunagi:problem:message-unknown",
      code: "message-unknown",
      title: "このデータは見つかりませんでした。",
      status: 404,
    };
    const call = createCaller(exchangeRoutes, {
      baseUrl,
      fetch: answering(404, JSON.stringify(problem)),
    });

    const error = await call.message({ params: { id } }).catch((thrown: unknown) => thrown);

    expect(error).toBeInstanceOf(CallError);
    expect(error).toMatchObject({ code: "message-unknown", problem });
  });

  it("tells no answer from a wrong one", async () => {
    const unreachable = createCaller(exchangeRoutes, {
      baseUrl,
      fetch: () => Promise.reject(new Error("ECONNREFUSED")),
    });
    const odd = createCaller(exchangeRoutes, { baseUrl, fetch: answering(200, "<html>") });
    const proxy = createCaller(exchangeRoutes, { baseUrl, fetch: answering(502, "Bad Gateway") });

    await expect(unreachable.limits()).rejects.toMatchObject({ code: "unreachable" });
    await expect(odd.limits()).rejects.toMatchObject({ code: "answer-unexpected" });
    await expect(proxy.limits()).rejects.toMatchObject({ code: "answer-unexpected" });
  });
});
