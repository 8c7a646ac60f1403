import { recordAct } from "../audit/record.ts";
import type { Context } from "../context.ts";
import type { Sql } from "../database/pool.ts";
import { CenterError } from "../errors.ts";
import { isCorporationNumber } from "./corporation-number.ts";

/** A corporation as it is registered (法人). */
export interface RegisteredCorporation {
  /** 法人番号 */
  readonly number: string;
  readonly name: string;
  /** Where its letter goes. */
  readonly postalCode?: string;
  readonly address?: string;
}

type Needs = Pick<Context, "sql" | "clock">;

/**
 * Registers a corporation, or gives one that is known its new name and, where one is said, address.
 *
 * @throws CenterError `input-invalid`
 */
export async function addCorporation(
  { sql, clock }: Needs,
  { number, name, postalCode, address }: RegisteredCorporation,
): Promise<void> {
  if (!isCorporationNumber(number)) throw new CenterError("input-invalid", `法人番号: ${number}`);
  if (name.trim() === "" || name.length > 100) throw new CenterError("input-invalid", "法人名");
  await sql.begin(async (transaction) => {
    await transaction`
      insert into corporations as c (number, name, postal_code, address, added_at)
      values (${number}, ${name.trim()}, ${postalCode ?? null}, ${address ?? null}, ${clock()})
      on conflict (number) do update
        set name = excluded.name, postal_code = coalesce(excluded.postal_code, c.postal_code),
            address = coalesce(excluded.address, c.address)`;
    await recordAct(transaction, { at: clock(), act: "corporation-added", subject: number });
  });
}

/**
 * Lets the corporation see these offices; all of them, or none.
 *
 * @returns how many it did not see before
 * @throws CenterError `corporation-unknown`, `office-unknown`, `office-of-another`
 */
export async function linkOffices(
  { sql, clock }: Needs,
  corporation: string,
  numbers: readonly string[],
): Promise<number> {
  return sql.begin(async (transaction) => {
    const [known] = await transaction`select 1 from corporations where number = ${corporation}`;
    if (!known) throw new CenterError("corporation-unknown", corporation);
    const offices = await transaction<{ number: string; corporation: string | null }[]>`
      select number, corporation from offices where number = any(${[...numbers]})
      order by number for no key update`;
    refuseUnknown(numbers, offices);
    const others = offices.filter((one) => (one.corporation ?? corporation) !== corporation);
    if (others.length > 0) {
      throw new CenterError("office-of-another", others.map(({ number }) => number).join(", "));
    }
    const fresh = offices.filter((one) => one.corporation === null);
    await transaction`
      update offices set corporation = ${corporation}
      where number = any(${fresh.map(({ number }) => number)})`;
    const act = { at: clock(), act: "corporation-linked", subject: corporation } as const;
    for (const { number } of fresh) await recordAct(transaction, { ...act, office: number });
    return fresh.length;
  });
}

/**
 * No corporation sees these offices any more; all of them, or none.
 *
 * @returns how many one saw before
 * @throws CenterError `office-unknown`
 */
export async function unlinkOffices(
  { sql, clock }: Needs,
  numbers: readonly string[],
): Promise<number> {
  return sql.begin(async (transaction) => {
    const offices = await transaction<{ number: string; corporation: string | null }[]>`
      select number, corporation from offices where number = any(${[...numbers]})
      order by number for no key update`;
    refuseUnknown(numbers, offices);
    await transaction`
      update offices set corporation = null where number = any(${[...numbers]})`;
    let count = 0;
    for (const { number, corporation } of offices) {
      if (corporation === null) continue;
      const act = { at: clock(), act: "corporation-unlinked", subject: corporation } as const;
      await recordAct(transaction, { ...act, office: number });
      count += 1;
    }
    return count;
  });
}

function refuseUnknown(
  numbers: readonly string[],
  offices: readonly { readonly number: string }[],
): void {
  const known = new Set(offices.map(({ number }) => number));
  const unknown = numbers.filter((number) => !known.has(number));
  if (unknown.length > 0) throw new CenterError("office-unknown", unknown.join(", "));
}

export interface ListedCorporation {
  readonly number: string;
  readonly name: string;
  readonly offices: number;
  /** Whether it has an account. */
  readonly issued: boolean;
}

export async function listCorporations(sql: Sql): Promise<ListedCorporation[]> {
  return sql<ListedCorporation[]>`
    select c.number, c.name, a.corporation is not null as issued,
           (select count(*)::integer from offices o where o.corporation = c.number) as offices
    from corporations c left join corporation_accounts a on a.corporation = c.number
    order by c.number`;
}
