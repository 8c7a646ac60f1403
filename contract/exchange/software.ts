import type { Static } from "typebox";
import * as Type from "typebox";
import { defineRoute } from "../route.ts";

/** A product of care software 介護ソフト and what of the standard it reads and writes. */
export const CareSoftware = Type.Object({
  product: Type.String({ description: "介護ソフト名" }),
  vendor: Type.String({ description: "提供会社名" }),
  carePlan: Type.Boolean({ description: "計画表 (1,2表)" }),
  plan: Type.Boolean({ description: "予定 (6,7表)" }),
  results: Type.Boolean({ description: "実績 (6表)" }),
});
export type CareSoftware = Static<typeof CareSoftware>;

export const softwareRoutes = {
  careSoftware: defineRoute({
    method: "GET",
    path: "/v1/care-software",
    subject: "software",
    summary: "介護ソフト一覧",
    auth: "nobody",
    doors: ["web"],
    answer: { status: 200, json: Type.Object({ software: Type.Array(CareSoftware) }) },
    errors: [],
  }),
};
