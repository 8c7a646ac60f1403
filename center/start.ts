import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { limits } from "@tsunagi/contract";
import type { ExchangeRoutes } from "@tsunagi/contract/exchange";
import type { FastifyInstance } from "fastify";
import type { Logger } from "pino";

import { makeChangePostman } from "./accounts/changes/mail.ts";
import { accountHandlers } from "./accounts/handlers.ts";
import { issueOffice, type NewOffice, type OfficeLetter } from "./accounts/issue-office.ts";
import { makeRecoveryPostman } from "./accounts/recovery/mail.ts";
import { makeCodePostman } from "./accounts/second-factor/mail.ts";
import { openSecrets } from "./accounts/second-factor/secrets.ts";
import { appendUnlogged } from "./certificate-log/append.ts";
import { certificateLogHandlers } from "./certificate-log/handlers.ts";
import { certificateHandlers } from "./certificates/handlers.ts";
import { openKeys } from "./certificates/keys.ts";
import { makeCertificatePostman } from "./certificates/warn.ts";
import type { CenterConfig } from "./config.ts";
import type { Context } from "./context.ts";
import { corporationHandlers } from "./corporations/handlers.ts";
import { openBytes } from "./database/bytes.ts";
import { migrate } from "./database/migrate.ts";
import { openDatabase } from "./database/open.ts";
import { directoryHandlers } from "./directory/handlers.ts";
import { downloadHandlers } from "./downloads/handlers.ts";
import { openProductFiles } from "./downloads/product-files.ts";
import { keepHouse } from "./housekeeping.ts";
import { inquiryHandlers } from "./inquiries/handlers.ts";
import { makeInquiryPostman } from "./inquiries/mail.ts";
import { licenceHandlers } from "./licences/handlers.ts";
import { makeLicencePostman } from "./licences/mail.ts";
import { makeLog } from "./log.ts";
import { mailboxHandlers } from "./mailbox/handlers.ts";
import { keepingHandlers } from "./mailbox/keeping.ts";
import { memberHandlers } from "./members/handlers.ts";
import { makeMeters } from "./meters/meters.ts";
import { makeMetricsDoor } from "./meters/metrics-door.ts";
import { newsHandlers } from "./news/handlers.ts";
import { hangBell } from "./notices/bell.ts";
import { makePostman } from "./notices/mail.ts";
import { type MailConfig, mailBell, type Postman } from "./notices/postman.ts";
import { makePresence } from "./notices/presence.ts";
import { startRounds } from "./notices/rounds.ts";
import { makeAdmission } from "./server/admission.ts";
import type { DoorParts } from "./server/door.ts";
import { makeExchangeDoor, makeWebDoor } from "./server/doors.ts";
import type { Handlers } from "./server/handlers.ts";
import { makeFindPeer } from "./server/peers.ts";
import { makeRates } from "./server/rates.ts";
import { makeRequestCounts } from "./server/request-counts.ts";
import { systemHandlers } from "./server/system.ts";
import { softwareHandlers } from "./software/handlers.ts";

/** A centre that runs. */
export interface Center {
  /** Of the door for clients, https. */
  readonly exchangeUrl: string;
  /** Of the door for browsers. */
  readonly webUrl: string;
  /** Of the operator's door, where `metricsPort` was told. */
  readonly metricsUrl: string | undefined;
  /** The roots' certificates, PEM: what a client has to trust. */
  readonly authorities: readonly string[];
  /** The database, for backups and inspection; holds its password. */
  readonly databaseUrl: string;
  /**
   * Registers an office and writes its letter.
   * @throws CenterError `input-invalid`, `office-exists`
   */
  issueOffice(office: NewOffice): Promise<OfficeLetter>;
  /** Finishes what is under way, ends the streams, then the database. Calling it again waits for the same end. */
  stop(): Promise<void>;
}

const houseMilliseconds = 3_600_000;
const patienceMilliseconds = 10_000;

/**
 * Starts a centre; when this returns, both doors answer.
 *
 * @throws CenterError what stands in the way, with what to do about it
 */
export async function startCenter(config: CenterConfig): Promise<Center> {
  const clock = config.clock ?? (() => new Date());
  const log = makeLog(config.log ?? "info");
  const stopping = new AbortController();
  /** What has been opened, to be closed from the last to the first. */
  const opened: (() => Promise<void>)[] = [];
  const close = async (): Promise<void> => {
    stopping.abort();
    for (const one of opened.reverse()) {
      await one().catch((error: unknown) => log.error({ err: error }, "not closed cleanly"));
    }
  };

  try {
    // Under root the database's account has to pass; what is secret in there is closed to it by itself.
    const mode = process.getuid?.() === 0 ? 0o711 : 0o700;
    mkdirSync(config.dataFolder, { recursive: true, mode });
    const database = await openDatabase(config, "center", (error) =>
      log.fatal({ err: error }, "the database server is away"),
    );
    opened.push(() => database.close());
    const { sql } = database;
    const bytes = openBytes(sql);
    opened.push(() => bytes.end());
    const migrations = await migrate(sql, clock());
    if (migrations.length > 0) log.info({ migrations }, "migrated");
    const keys = await openKeys(config, clock());
    const bell = await hangBell(sql, (error) => log.warn({ err: error }, "bell not rung"));
    opened.push(() => bell.close());

    const meters = makeMeters({ sql, clock });
    const presence = makePresence({ sql, clock }, (error) =>
      log.warn({ err: error }, "not noted who was seen"),
    );
    opened.push(() => presence.close());
    const context: Context = {
      sql,
      bytes,
      clock,
      keys,
      secrets: openSecrets(config),
      sendsMail: config.mail !== undefined,
      passwordDays: config.passwordDays ?? 0,
      bell,
      meters,
      presence,
      limits: { ...limits, ...config.limits },
      messagesTogether: config.messagesTogether ?? 32,
      heartbeatMilliseconds: (config.heartbeatSeconds ?? 20) * 1000,
      answerWithinMilliseconds: (config.answerWithinSeconds ?? 10) * 1000,
    };
    await appendUnlogged(sql);
    await keepHouse(context);

    const parts: DoorParts = {
      handlers: handlersOf(context, config),
      services: {
        ...context,
        findPeer: makeFindPeer(sql),
        stopping: stopping.signal,
        admission: makeAdmission(context.limits),
        rates: makeRates(context),
      },
      log,
      counts: makeRequestCounts(),
    };
    const exchange = await makeExchangeDoor(parts, keys);
    opened.push(() => shut(exchange.door));
    const web = await makeWebDoor(parts, config);
    opened.push(() => shut(web));
    const exchangeUrl = await listen(exchange.door, config.host, config.exchangePort);
    const webUrl = await listen(web, config.webHost, config.webPort);
    const metrics = config.metricsPort === undefined ? undefined : makeMetricsDoor(meters, log);
    if (metrics) opened.push(() => shut(metrics));
    const metricsUrl = metrics && (await listen(metrics, config.metricsHost, config.metricsPort));

    const everyHour = async (): Promise<void> => {
      await keepHouse(context);
      if (await keys.renew(clock())) exchange.useNewIdentity();
      if (keys.isIssuerDue(clock()))
        log.warn("make a new issuing authority (authority new-issuer)");
    };
    const housekeeping = setInterval(() => {
      everyHour().catch((error: unknown) => log.error({ err: error }, "housekeeping failed"));
    }, houseMilliseconds);
    housekeeping.unref();
    opened.push(async () => clearInterval(housekeeping));

    if (config.mail) opened.push(startMail(context, config.mail, log));

    log.info({ exchangeUrl, webUrl, metricsUrl }, "the centre is open");
    let stopped: Promise<void> | undefined;
    return {
      exchangeUrl,
      webUrl,
      metricsUrl,
      authorities: [keys.root],
      databaseUrl: database.url,
      issueOffice: (office) => issueOffice(context, office),
      stop: () => (stopped ??= close().then(() => log.info("the centre is closed"))),
    };
  } catch (error) {
    await close();
    throw error;
  }
}

/** @returns what ends it */
function startMail(context: Context, config: MailConfig, log: Logger): () => Promise<void> {
  const trouble = (error: unknown): void => log.error({ err: error }, "mail not sent");
  const everyMilliseconds = (config.everySeconds ?? 60) * 1000;
  const rounds = (...postmen: readonly Postman[]) =>
    startRounds({ postmen, everyMilliseconds, onError: trouble });
  const patient = rounds(
    makePostman(context, config, trouble),
    makeInquiryPostman(context, config, trouble),
    makeRecoveryPostman(context, config, trouble),
    makeLicencePostman(context, config, trouble),
    makeCertificatePostman(context, config, trouble),
    makeChangePostman(context, config, trouble),
  );
  // Somebody sits before a page and waits for the code: it goes at once, and not after hundreds of others.
  const prompt = rounds(makeCodePostman(context, config, trouble));
  const unhook = context.bell.onRing(mailBell, () => prompt.goNow());
  return async () => {
    unhook();
    await Promise.all([patient.stop(), prompt.stop()]);
  };
}

function handlersOf(context: Context, config: CenterConfig): Handlers<ExchangeRoutes> {
  const productFolder = config.downloadsFolder ?? join(config.dataFolder, "downloads");
  const { telephone = null, hours = null, site = null } = config.helpDesk ?? {};
  return {
    ...accountHandlers(context),
    ...licenceHandlers(context),
    ...corporationHandlers(context),
    ...certificateHandlers(context, config.certificateApproval ?? "automatic"),
    ...certificateLogHandlers(context),
    ...directoryHandlers(context),
    ...mailboxHandlers(context),
    ...keepingHandlers(context),
    ...downloadHandlers(context, openProductFiles(productFolder, context)),
    ...softwareHandlers(context),
    ...memberHandlers(context),
    ...inquiryHandlers(context),
    ...newsHandlers(context, { telephone, hours, site }),
    ...systemHandlers(context),
  };
}

/** @returns the address that answers: of every address, this computer's */
async function listen(door: FastifyInstance, host = "127.0.0.1", port = 0): Promise<string> {
  const address = new URL(await door.listen({ host, port }));
  if (host === "0.0.0.0" || host === "::") address.hostname = "localhost";
  return address.origin;
}

/** Requests under way are finished; a client that does not come to an end is cut off. */
async function shut(door: FastifyInstance): Promise<void> {
  const late = setTimeout(() => door.server.closeAllConnections(), patienceMilliseconds);
  await door.close();
  clearTimeout(late);
}
