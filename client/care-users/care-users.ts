import type { CareUserView, KeptCareUser } from "@tsunagi/contract/desk";
import { v4 as newId } from "uuid";
import { ClientError } from "../errors.ts";
import type { Office } from "../office.ts";

/** 利用者: those whose care the office plans. */
export interface CareUsers {
  /** By reading of the name. */
  list(): KeptCareUser[];
  /** Those with the same insurer number and insured number as one that is there take its place. */
  add(details: readonly CareUserView[]): KeptCareUser[];
  /** @throws ClientError `not-found`, `care-user-changed`, `care-user-twice` */
  change(id: string, details: CareUserView, revision: number): KeptCareUser;
  /** @throws ClientError `not-found` */
  remove(id: string): void;
}

export function openCareUsers({ store, changes }: Office): CareUsers {
  const { sql } = store;

  function list(): KeptCareUser[] {
    return sql.all`SELECT * FROM care_user ORDER BY name_kana, id`.map(keptOf);
  }

  return {
    list,
    add(details) {
      store.atomically(() => {
        for (const one of details) {
          sql.run`INSERT INTO care_user
              (id, insurer_number, insured_number, name_kana, details_json, revision)
            VALUES (${newId()}, ${one.insurerNumber}, ${one.insuredNumber}, ${one.nameKana},
              ${JSON.stringify(one)}, 1)
            ON CONFLICT (insurer_number, insured_number) DO UPDATE SET
              name_kana = excluded.name_kana, details_json = excluded.details_json,
              revision = revision + 1`;
        }
      });
      changes.tell("drafts");
      return list();
    },
    change(id, details, revision) {
      const changed = store.atomically(() => {
        const before = sql.get`SELECT revision FROM care_user WHERE id = ${id}`;
        if (before === undefined) throw new ClientError("not-found");
        if (before["revision"] !== revision) throw new ClientError("care-user-changed");
        const other = sql.get`SELECT 1 FROM care_user WHERE id <> ${id}
          AND insurer_number = ${details.insurerNumber}
          AND insured_number = ${details.insuredNumber}`;
        if (other !== undefined) throw new ClientError("care-user-twice");
        return sql.get`UPDATE care_user SET insurer_number = ${details.insurerNumber},
            insured_number = ${details.insuredNumber}, name_kana = ${details.nameKana},
            details_json = ${JSON.stringify(details)}, revision = revision + 1
          WHERE id = ${id} RETURNING *`;
      });
      if (changed === undefined) throw new Error("a care user that was not saved");
      changes.tell("drafts");
      return keptOf(changed);
    },
    remove(id) {
      const { changes: removed } = sql.run`DELETE FROM care_user WHERE id = ${id}`;
      if (removed === 0) throw new ClientError("not-found");
      changes.tell("drafts");
    },
  };
}

function keptOf(row: Readonly<Record<string, unknown>>): KeptCareUser {
  return {
    id: String(row["id"]),
    details: JSON.parse(String(row["details_json"])) as CareUserView,
    revision: Number(row["revision"]),
  };
}
