import * as Type from "typebox";
import { defineRoute } from "../route.ts";
import * as S from "../schemas.ts";

export const systemRoutes = {
  limits: defineRoute({
    method: "GET",
    path: "/v1/limits",
    subject: "system",
    summary: "受け付ける大きさと回数の上限",
    auth: "nobody",
    doors: ["exchange", "web"],
    answer: { status: 200, json: Type.Record(Type.String(), Type.Number()) },
    errors: [],
  }),
  health: defineRoute({
    method: "GET",
    path: "/v1/health",
    subject: "system",
    summary: "センターが動いているか (データベースを含む)",
    auth: "nobody",
    doors: ["exchange", "web"],
    answer: { status: 200, json: Type.Object({ status: Type.Literal("ok"), time: S.Instant }) },
    errors: ["service-unavailable"],
  }),
  ready: defineRoute({
    method: "GET",
    path: "/v1/ready",
    subject: "system",
    summary:
      "センターに新しい要求を回してよいか (データベースに届き、表の版が合い、止まるところでない)",
    auth: "nobody",
    doors: ["exchange", "web"],
    answer: { status: 200, json: Type.Object({ status: Type.Literal("ready") }) },
    errors: ["service-unavailable"],
  }),
};
