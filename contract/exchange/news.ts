import type { Static } from "typebox";
import * as Type from "typebox";
import { defineRoute } from "../route.ts";
import * as S from "../schemas.ts";

/** お知らせ: plain text, lines as they were written. */
export const NewsItem = Type.Object({
  id: Type.Integer({ minimum: 1 }),
  at: S.Instant,
  title: Type.String(),
  text: Type.String(),
});
export type NewsItem = Static<typeof NewsItem>;

/** ヘルプデスク: how it is reached besides the form for inquiries. Null where the operator has not said. */
export const HelpDesk = Type.Object({
  telephone: Type.Union([Type.String(), Type.Null()]),
  hours: Type.Union([Type.String(), Type.Null()]),
  /** Address of the support site, as anybody reaches it. */
  site: Type.Union([Type.String({ pattern: "^https?://" }), Type.Null()]),
});
export type HelpDesk = Static<typeof HelpDesk>;

export const newsRoutes = {
  news: defineRoute({
    method: "GET",
    path: "/v1/news",
    subject: "news",
    summary: "お知らせ (新しいものから、50件まで) とヘルプデスク",
    auth: "nobody",
    doors: ["web"],
    answer: {
      status: 200,
      json: Type.Object({ news: Type.Array(NewsItem), helpDesk: HelpDesk }),
    },
    errors: [],
  }),
  helpDesk: defineRoute({
    method: "GET",
    path: "/v1/help-desk",
    subject: "news",
    summary: "ヘルプデスク",
    auth: "nobody",
    doors: ["exchange", "web"],
    answer: { status: 200, json: HelpDesk },
    errors: [],
  }),
};
