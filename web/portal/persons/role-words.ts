import type { PersonName, Role } from "@tsunagi/contract";

/** 管理者 or 一般, with what it may do. */
export const roleWords: Readonly<Record<Role, { readonly name: string; readonly hint: string }>> = {
  member: { name: "一般", hint: "送信と受信ができます。" },
  administrator: { name: "管理者", hint: "送信と受信に加えて、事業所の設定ができます。" },
};

/** 姓 and 名 with a blank between. */
export function fullName({ familyName, givenName }: PersonName): string {
  return `${familyName} ${givenName}`;
}
