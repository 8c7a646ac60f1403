import type { PersonName, Role } from "@tsunagi/contract";

/** 管理者 or 一般, with what it may do. */
export const roleWords: Readonly<Record<Role, { readonly name: string; readonly hint: string }>> = {
  member: { name: "一般", hint: "送信と受信、予定と実績の作成、印刷ができます。" },
  administrator: { name: "管理者", hint: "一般の仕事に加えて、職員の追加や停止ができます。" },
};

/** 一般 first: the choice that gives away less. */
export const roles: readonly Role[] = ["member", "administrator"];

/** The roles as a form offers them. */
export const roleOptions = roles.map((value) => ({
  value,
  label: roleWords[value].name,
  hint: roleWords[value].hint,
}));

/** 姓 and 名 with a blank between. */
export function fullName({ familyName, givenName }: PersonName): string {
  return `${familyName} ${givenName}`;
}
