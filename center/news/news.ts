import type { NewsItem } from "@tsunagi/contract/exchange";
import type { Sql } from "../database/pool.ts";
import { CenterError } from "../errors.ts";

const shown = 50;

/** The latest first. */
export async function listNews(sql: Sql): Promise<NewsItem[]> {
  const rows = await sql<(Omit<NewsItem, "at"> & { readonly at: Date })[]>`
    select id, at, title, text from news order by at desc, id desc limit ${shown}`;
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }));
}

/**
 * Publishes news (お知らせ), plain text.
 * @returns its number
 * @throws CenterError `input-invalid`
 */
export async function addNews(
  sql: Sql,
  { title, text, at }: { readonly title: string; readonly text: string; readonly at: Date },
): Promise<number> {
  if (title.trim() === "" || text.trim() === "") {
    throw new CenterError("input-invalid", "題と本文が要ります");
  }
  const [{ id }] = await sql<[{ id: number }]>`
    insert into news (at, title, text) values (${at}, ${title.trim()}, ${text.trim()}) returning id`;
  return id;
}

/** @throws CenterError `news-unknown` */
export async function removeNews(sql: Sql, id: number): Promise<void> {
  const removed = await sql`delete from news where id = ${id}`;
  if (removed.count === 0) throw new CenterError("news-unknown", String(id));
}
