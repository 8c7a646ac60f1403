import type { Static } from "typebox";
import * as Type from "typebox";
import { defineRoute } from "../route.ts";
import * as S from "../schemas.ts";

/** Whose link it is that a mail led to. */
export const InvitedPerson = Type.Object({
  personId: S.PersonId,
  office: S.OfficeName,
  expiresAt: S.Instant,
});
export type InvitedPerson = Static<typeof InvitedPerson>;

/** What a person does with the link of a mail, before there is a login. */
export const invitationRoutes = {
  openInvitation: defineRoute({
    method: "POST",
    path: "/v1/person-invitations/open",
    subject: "accounts",
    summary: "招待のメールのリンクを開き、個人ユーザIDを見る",
    auth: "nobody",
    doors: ["web"],
    body: { json: S.ShownLink },
    answer: { status: 200, json: InvitedPerson },
    rate: "form",
    errors: ["request-invalid", "invitation-ended", "too-many-requests"],
  }),
  acceptInvitation: defineRoute({
    method: "POST",
    path: "/v1/person-invitations/complete",
    subject: "accounts",
    summary:
      "招待のメールのリンクで、個人ユーザのパスワードを決める。リンクは1度だけ使え、その人のほかのログインは終わる",
    auth: "nobody",
    doors: ["web"],
    body: { json: S.LinkWithPassword },
    answer: { status: 204 },
    rate: "form",
    errors: ["request-invalid", "invitation-ended", "password-too-weak", "too-many-requests"],
  }),
};
