import type { Static } from "typebox";
import * as Type from "typebox";
import { defineRoute } from "../route.ts";

/** Days an office may choose. */
export const keepDaysAtMost = 365;

/** How long the sealed bytes of what an office received are kept after the receipt. */
export const Keeping = Type.Object({
  days: Type.Integer({ minimum: 0, description: "受領のあと残す日数" }),
  chosen: Type.Union([Type.Integer({ minimum: 0, maximum: keepDaysAtMost }), Type.Null()], {
    description: "事業所が決めた日数。決めていないときは null",
  }),
  usual: Type.Integer({ minimum: 0, description: "決めていないときの日数" }),
});
export type Keeping = Static<typeof Keeping>;

export const keepingRoutes = {
  keeping: defineRoute({
    method: "GET",
    path: "/v1/keeping",
    subject: "mailbox",
    summary: "受け取ったデータを、受領のあと何日センターに残すかを見る",
    auth: "office",
    doors: ["exchange", "web"],
    answer: { status: 200, json: Keeping },
    errors: ["password-change-required"],
  }),
  chooseKeeping: defineRoute({
    method: "PUT",
    path: "/v1/keeping",
    subject: "mailbox",
    summary: "残す日数を決める。null で決まりの日数に戻す",
    auth: "office",
    doors: ["exchange", "web"],
    body: {
      json: Type.Object(
        {
          days: Type.Union([Type.Integer({ minimum: 0, maximum: keepDaysAtMost }), Type.Null()]),
        },
        { additionalProperties: false },
      ),
    },
    answer: { status: 200, json: Keeping },
    errors: ["request-invalid", "password-change-required"],
  }),
};
