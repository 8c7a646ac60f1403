import { officeIdFault } from "../../parts/form/id-rules.ts";
import { mendOfficeId } from "../../parts/words/mend-input.ts";
import { prefectures } from "../../parts/words/prefectures.ts";

/** What an ID somebody typed is. */
export type ReadId =
  | { readonly kind: "none" }
  | {
      readonly kind: "office";
      readonly id: string;
      readonly prefecture: string;
      readonly number: string;
    }
  | { readonly kind: "person" | "corporation"; readonly says: string }
  | { readonly kind: "agent" | "wrong"; readonly says: string };

/** Reads an ID by its form alone; whether it is in use only the login tells. */
export function readId(typed: string): ReadId {
  const id = mendOfficeId(typed);
  if (id === "") return { kind: "none" };
  if (/^C[0-9]*$/.test(id)) {
    return {
      kind: "person",
      says: "cから始まるのは「個人ユーザID」です。アプリを使う人ごとに、事業所の管理者が発行します。利用申請には、KJから始まる事業所ユーザIDを使います。",
    };
  }
  if (id.startsWith("HJ")) {
    return {
      kind: "corporation",
      says: "HJから始まるのは「法人ユーザID」です。利用状況Webサイトで、法人の事業所の状態を見るために使います。利用申請には、KJから始まる事業所ユーザIDを使います。",
    };
  }
  const fault = officeIdFault(id);
  if (fault !== undefined) return { kind: id.startsWith("HD") ? "agent" : "wrong", says: fault };
  const prefecture = prefectures.get(id.slice(2, 4));
  if (prefecture === undefined) {
    return {
      kind: "wrong",
      says: "KJの次の2桁は都道府県の番号（01から47）です。通知書と見比べてください。",
    };
  }
  return { kind: "office", id, prefecture, number: id.slice(4) };
}
