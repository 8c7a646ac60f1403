import type { Static } from "typebox";
import * as Type from "typebox";
import { defineRoute } from "../route.ts";
import * as S from "../schemas.ts";

/** A link by which a person chooses a password: single use, seven days from when it was mailed. */
export const Invitation = Type.Object({
  /** `waiting`: to be mailed. `sent`: the mail server took it. `failed`: it refused the address. `ended`: not used in time. */
  state: Type.Union([
    Type.Literal("waiting"),
    Type.Literal("sent"),
    Type.Literal("failed"),
    Type.Literal("ended"),
  ]),
  /** Null before it is mailed. */
  until: Type.Union([S.Instant, Type.Null()]),
});
export type Invitation = Static<typeof Invitation>;

/** A member of staff with an ID of their own (個人ユーザ). */
export const Person = Type.Object({
  personId: S.PersonId,
  name: S.PersonName,
  role: S.Role,
  active: Type.Boolean(),
  lastLoginAt: Type.Union([S.Instant, Type.Null()]),
  /** Null where none is open: none was sent, or it has been used. */
  invitation: Type.Union([Invitation, Type.Null()]),
});
export type Person = Static<typeof Person>;

/** What is handed to a person on paper; shown this once. */
export const PersonLetter = Type.Object({
  person: Person,
  provisionalPassword: Type.String(),
  provisionalUntil: S.Instant,
});
export type PersonLetter = Static<typeof PersonLetter>;

const ofPerson = Type.Object({ personId: S.PersonId });
const newPerson = { name: S.PersonName, role: S.Role };

const errors = ["request-invalid", "password-change-required", "administrator-only"] as const;
const errorsOfOne = [...errors, "not-found"] as const;
const errorsOfMail = ["invitation-unavailable", "too-many-invitations"] as const;

/** The staff of an office: its own account keeps them, and so does a person with the role 管理者 at the desk. */
export const personRoutes = {
  listPersons: defineRoute({
    method: "GET",
    path: "/v1/persons",
    subject: "accounts",
    summary: "事業所の個人ユーザを見る",
    auth: "administrator",
    doors: ["exchange", "web"],
    answer: {
      status: 200,
      json: Type.Object({
        persons: Type.Array(Person),
        /** Whether this centre sends mail: else nobody is invited. */
        invites: Type.Boolean(),
      }),
    },
    errors,
  }),
  addPerson: defineRoute({
    method: "POST",
    path: "/v1/persons",
    subject: "accounts",
    summary: "個人ユーザを作る。仮パスワードは一度だけ示される",
    auth: "administrator",
    enrolment: true,
    doors: ["exchange", "web"],
    body: { json: Type.Object(newPerson, { additionalProperties: false }) },
    answer: { status: 201, json: PersonLetter },
    errors,
  }),
  invitePerson: defineRoute({
    method: "POST",
    path: "/v1/persons/invited",
    subject: "accounts",
    summary:
      "個人ユーザを作り、本人にメールで知らせる。リンクは7日間、1度だけ使え、本人がパスワードを決める。アドレスは、メールを送ると消える",
    auth: "administrator",
    doors: ["exchange", "web"],
    body: {
      json: Type.Object({ ...newPerson, email: S.Email }, { additionalProperties: false }),
    },
    answer: { status: 201, json: Person },
    errors: [...errors, ...errorsOfMail],
  }),
  setPersonActive: defineRoute({
    method: "PUT",
    path: "/v1/persons/{personId}/active",
    subject: "accounts",
    summary: "個人ユーザを止める、または再開する。止めると直ちにログインも、開いている接続も終わる",
    auth: "administrator",
    doors: ["exchange", "web"],
    params: ofPerson,
    body: { json: Type.Object({ active: Type.Boolean() }, { additionalProperties: false }) },
    answer: { status: 200, json: Person },
    errors: [...errorsOfOne, "last-administrator"],
  }),
  setPersonRole: defineRoute({
    method: "PUT",
    path: "/v1/persons/{personId}/role",
    subject: "accounts",
    summary: "個人ユーザの権限を変える。次の要求から効く",
    auth: "administrator",
    doors: ["exchange", "web"],
    params: ofPerson,
    body: { json: Type.Object({ role: S.Role }, { additionalProperties: false }) },
    answer: { status: 200, json: Person },
    errors: [...errorsOfOne, "last-administrator"],
  }),
  reissuePersonPassword: defineRoute({
    method: "POST",
    path: "/v1/persons/{personId}/provisional-password",
    subject: "accounts",
    summary:
      "個人ユーザに新しい仮パスワードを発行する。それまでのパスワードとログインは終わり、間違えて止まっていたログインも再開する",
    auth: "administrator",
    doors: ["exchange", "web"],
    params: ofPerson,
    answer: { status: 201, json: PersonLetter },
    errors: errorsOfOne,
  }),
  inviteAgain: defineRoute({
    method: "POST",
    path: "/v1/persons/{personId}/invitation",
    subject: "accounts",
    summary:
      "個人ユーザに、パスワードを決めるリンクをメールで送る。前のリンクは使えなくなり、それまでのパスワードは、リンクが使われるまで残る",
    auth: "administrator",
    doors: ["exchange", "web"],
    params: ofPerson,
    body: { json: Type.Object({ email: S.Email }, { additionalProperties: false }) },
    answer: { status: 200, json: Person },
    errors: [...errorsOfOne, ...errorsOfMail],
  }),
};
