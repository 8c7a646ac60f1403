/**
 * A template of SQL: that of a connection (`sql`), whose parts may be values, or one that gives text (`String.raw`),
 * whose parts are SQL.
 */
export type SqlTemplate<Part> = (strings: TemplateStringsArray, ...parts: Part[]) => Part;

/** SQL: whether the office has a licence in force at `now`, a timestamptz; one that renews itself goes on past its end. */
export function isLicensed<Part>(sql: SqlTemplate<Part>, office: Part, now: Part): Part {
  return hasLicence(sql, office, sql`l.valid_until`, now);
}

/** SQL: whether the office may be given what is there for it: `receivingDays` longer than it is licensed. */
export function mayReceive<Part>(sql: SqlTemplate<Part>, office: Part, now: Part): Part {
  // The number stands here as text, since parts of a template may be values or SQL; a test holds it to the contract.
  return hasLicence(sql, office, sql`l.valid_until + 30`, now);
}

function hasLicence<Part>(sql: SqlTemplate<Part>, office: Part, until: Part, now: Part): Part {
  // The day in Asia/Tokyo; Japan keeps no summer time.
  const today = sql`(${now} at time zone 'UTC' + interval '9 hours')::date`;
  return sql`
    exists (
      select 1 from licences l
      where l.office = ${office} and l.valid_from <= ${today}
        and (${until} >= ${today} or l.automatic_renewal)
    )`;
}

/** SQL: whether the office holds a certificate that is valid at `now`. */
export function isCertified<Part>(sql: SqlTemplate<Part>, office: Part, now: Part): Part {
  return sql`
    exists (
      select 1 from certificates c
      where c.office = ${office} and c.revoked_at is null and c.not_after > ${now}
    )`;
}
