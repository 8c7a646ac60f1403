import { basicsOf, type PreventivePlanDocument, type UserBasicsDocument } from "@tsunagi/standard";
import type { Form } from "../paper/form.ts";
import { drawUserBasics } from "../user-basics/user-basics-form.ts";
import { drawPreventivePlan } from "./preventive-plan-form.ts";

type Pictures = ReadonlyMap<string, Uint8Array>;

/** The preventive plan of every care user, each after the basics that came along; then basics without a plan. */
export function* preventivePlanForms(
  document: PreventivePlanDocument,
  pictures: Pictures,
): Generator<Form> {
  const drawn = new Set<object>();
  for (const plan of document.plans) {
    for (const basics of basicsOf(document, plan)) {
      if (drawn.has(basics)) continue;
      drawn.add(basics);
      yield drawUserBasics(basics, pictures);
    }
    yield drawPreventivePlan(plan);
  }
  for (const basics of document.basics) {
    if (!drawn.has(basics)) yield drawUserBasics(basics, pictures);
  }
}

/** The basics of every care user. */
export function* userBasicsForms(
  { users }: UserBasicsDocument,
  pictures: Pictures,
): Generator<Form> {
  for (const user of users) yield drawUserBasics(user, pictures);
}
