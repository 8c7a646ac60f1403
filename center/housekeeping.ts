import { forgetAddresses } from "./accounts/recovery/invite.ts";
import type { Context } from "./context.ts";
import { makePartitions } from "./database/partitions.ts";
import { forgetDownloads } from "./downloads/applications.ts";
import { forgetInquiries } from "./inquiries/inquiries.ts";
import { remindOfTerms, renewLicences } from "./licences/renew.ts";
import { expireUnreceived } from "./mailbox/expire.ts";
import { forgetOld } from "./mailbox/forget.ts";
import { giveUpRested } from "./mailbox/uploads.ts";

const dayMilliseconds = 86_400_000;
/** Who asked for ID or password and was not answered in that time is not waiting any more. */
const requestDays = 180;
/** A stream that was away longer reads the lists, which are complete. */
const eventDays = 35;

/** What has to be done at every start and then daily: tables made ahead, licences renewed, what has ended removed. */
export async function keepHouse(context: Context): Promise<void> {
  const { sql, clock } = context;
  const now = clock();
  const dayAgo = new Date(now.getTime() - dayMilliseconds);
  await makePartitions(sql, now);
  await renewLicences(context);
  await remindOfTerms(context);
  await expireUnreceived(context);
  await giveUpRested(context);
  await forgetOld(context);
  await forgetInquiries(sql, now);
  await forgetDownloads(sql, now);
  await forgetAddresses(sql, now);
  const oldRequests = new Date(now.getTime() - requestDays * dayMilliseconds);
  await sql`delete from recoveries where asked_at < ${oldRequests}`;
  await sql`delete from office_sessions where expires_at < ${now}`;
  await sql`delete from corporation_sessions where expires_at < ${now}`;
  await sql`delete from remembered_browsers where expires_at < ${now}`;
  await sql`delete from account_mails where at < ${oldRequests}`;
  await sql`delete from person_tickets where expires_at < ${now}`;
  await sql`delete from desk_sessions where refresh_expires_at < ${now}`;
  await sql`
    delete from login_failures where last_at < ${dayAgo} and (locked_until is null or locked_until < ${now})`;
  const oldest = new Date(now.getTime() - eventDays * dayMilliseconds);
  await sql`delete from events where at < ${oldest}`;
}
