import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { type Command, InvalidArgumentError, Option } from "commander";
import type { CenterConfig, CertificateApproval, Limits, LogLevel } from "../config.ts";
import type { MailConfig } from "../notices/postman.ts";
import { startCenter } from "../start.ts";
import { authorityPassphrase, passphraseVariables } from "./authority-passphrase.ts";
import { placeOf } from "./database.ts";
import { readLimits } from "./limit-option.ts";

interface ServeOptions {
  readonly host: string;
  readonly exchangePort: number;
  readonly hostName: readonly string[];
  readonly webHost: string;
  readonly webPort: number;
  readonly webCertificate?: string;
  readonly webKey?: string;
  readonly behindProxy: boolean;
  readonly pages: string;
  readonly limit: Partial<Limits>;
  readonly mailFrom?: string;
  readonly portalUrl?: string;
  readonly statusUrl?: string;
  readonly certificateApproval: CertificateApproval;
  readonly passwordDays: number;
  readonly downloads?: string;
  readonly helpDeskMail?: string;
  readonly helpDeskTelephone?: string;
  readonly helpDeskHours: string;
  readonly metricsHost: string;
  readonly metricsPort?: number;
  readonly log: LogLevel;
}

const builtPages = fileURLToPath(new URL("../../web/dist", import.meta.url));

export function addServeCommand(program: Command): void {
  program
    .command("serve")
    .description(
      "センターを動かします。Ctrl-C または SIGTERM で、処理中のものを終えてから止まります",
    )
    .addOption(
      option("--host <address>", "連携の入口のアドレス", "TSUNAGI_HOST").default("127.0.0.1"),
    )
    .addOption(
      option(
        "--exchange-port <port>",
        "連携の入口のポート (TLS 1.3、クライアント証明書)",
        "TSUNAGI_EXCHANGE_PORT",
      )
        .default(8443)
        .argParser(readPort),
    )
    .addOption(
      option(
        "--host-name <names...>",
        "連携の入口の名前 (サーバー証明書に入ります)",
        "TSUNAGI_HOST_NAMES",
      )
        .default([])
        .argParser(readNames),
    )
    .addOption(
      option("--web-host <address>", "Webの入口のアドレス", "TSUNAGI_WEB_HOST").default(
        "127.0.0.1",
      ),
    )
    .addOption(
      option("--web-port <port>", "Webの入口のポート", "TSUNAGI_WEB_PORT")
        .default(8080)
        .argParser(readPort),
    )
    .addOption(
      option("--web-certificate <file>", "Webの入口の証明書 (PEM)", "TSUNAGI_WEB_CERTIFICATE"),
    )
    .addOption(option("--web-key <file>", "Webの入口の鍵 (PEM)", "TSUNAGI_WEB_KEY"))
    .addOption(
      option(
        "--behind-proxy",
        "Webの入口の前で、プロキシがTLSを終端します",
        "TSUNAGI_BEHIND_PROXY",
      ).default(false),
    )
    .addOption(
      option(
        "--pages <folder>",
        "Webの入口のページ (site、portal、check のフォルダ)",
        "TSUNAGI_PAGES",
      ).default(builtPages, "web/dist"),
    )
    .addOption(
      option("--limit <name=value...>", "上限 (docs/limits.md にある名前)", "TSUNAGI_LIMITS")
        .default({}, "docs/limits.md のとおり")
        .argParser(readLimits),
    )
    .addOption(option("--mail-from <address>", "知らせのメールの差出人", "TSUNAGI_MAIL_FROM"))
    .addOption(
      option(
        "--portal-url <url>",
        "利用状況サイトのアドレス (…/portal/)。メールに書きます。端末の画面からサポートサイト (…/site/) へ案内するのにも使います",
        "TSUNAGI_PORTAL_URL",
      ).argParser(readWebAddress),
    )
    .addOption(
      option(
        "--status-url <url>",
        "電子証明書に書く、失効を確かめる先 (Webの入口を外から見たアドレス。http:// か https://)",
        "TSUNAGI_STATUS_URL",
      ).argParser(readWebAddress),
    )
    .addOption(
      option(
        "--password-days <days>",
        "事業所ユーザのパスワードを、変えなければならない日数。0なら期限なし",
        "TSUNAGI_PASSWORD_DAYS",
      )
        .default(0, "期限なし")
        .argParser(readDays),
    )
    .addOption(
      option(
        "--certificate-approval <who>",
        "電子証明書の発行を認めるのはだれか。automatic: 証明書発行用パスワードが合えば、その場で発行します。operator: 運営者が certificate approve で承認してから発行します",
        "TSUNAGI_CERTIFICATE_APPROVAL",
      )
        .choices(["automatic", "operator"])
        .default("automatic"),
    )
    .addOption(
      option(
        "--downloads <folder>",
        "製品ダウンロードに出すファイルのフォルダ。センターが署名して配ります",
        "TSUNAGI_DOWNLOADS",
      ).default(undefined, "データフォルダーの `downloads`"),
    )
    .addOption(
      option(
        "--help-desk-mail <address>",
        "お問い合わせが届いたことを知らせる、ヘルプデスクのメールアドレス",
        "TSUNAGI_HELP_DESK_MAIL",
      ),
    )
    .addOption(
      option(
        "--help-desk-telephone <number>",
        "サポートサイトに書く、ヘルプデスクの電話番号",
        "TSUNAGI_HELP_DESK_TELEPHONE",
      ),
    )
    .addOption(
      option(
        "--help-desk-hours <words>",
        "サポートサイトに書く、ヘルプデスクの受付時間",
        "TSUNAGI_HELP_DESK_HOURS",
      ).default("平日 9:00から17:00まで (土日祝日を除く)"),
    )
    .addOption(
      option("--metrics-host <address>", "運用の入口のアドレス", "TSUNAGI_METRICS_HOST").default(
        "127.0.0.1",
      ),
    )
    .addOption(
      option(
        "--metrics-port <port>",
        "運用の入口 (/metrics、Prometheus の形式) のポート。指定がなければ開きません",
        "TSUNAGI_METRICS_PORT",
      ).argParser(readPort),
    )
    .addOption(
      option("--log <level>", "記録の細かさ", "TSUNAGI_LOG")
        .choices(["silent", "fatal", "error", "warn", "info", "debug"])
        .default("info"),
    )
    .addHelpText("after", secretsInWords())
    .action(async (options: ServeOptions, command: Command) => {
      const center = await startCenter(configFrom(options, command));
      await new Promise<void>((resolve, reject) => {
        // A second signal waits for the same end.
        const stop = (): void => void center.stop().then(resolve, reject);
        process.on("SIGTERM", stop).on("SIGINT", stop);
      });
    });
}

function configFrom(options: ServeOptions, command: Command): CenterConfig {
  const { webCertificate, webKey } = options;
  if ((webCertificate === undefined) !== (webKey === undefined)) {
    command.error("--web-certificate と --web-key は、両方を指定してください");
  }
  const mail = mailFrom(options, command);
  const passphrase = authorityPassphrase();
  return {
    ...placeOf(command),
    host: options.host,
    exchangePort: options.exchangePort,
    hostNames: options.hostName,
    webHost: options.webHost,
    webPort: options.webPort,
    behindProxy: options.behindProxy,
    log: options.log,
    limits: options.limit,
    ...(mail && { mail }),
    metricsHost: options.metricsHost,
    ...(options.metricsPort !== undefined && { metricsPort: options.metricsPort }),
    ...(webCertificate !== undefined &&
      webKey !== undefined && {
        webTls: {
          certificate: readFileSync(webCertificate, "utf8"),
          key: readFileSync(webKey, "utf8"),
        },
      }),
    ...(options.statusUrl !== undefined && { statusUrl: options.statusUrl }),
    passwordDays: options.passwordDays,
    certificateApproval: options.certificateApproval,
    ...(options.downloads !== undefined && { downloadsFolder: options.downloads }),
    helpDesk: {
      hours: options.helpDeskHours,
      ...(options.helpDeskTelephone !== undefined && { telephone: options.helpDeskTelephone }),
      ...(options.portalUrl !== undefined && { site: new URL("../site/", options.portalUrl).href }),
    },
    ...(existsSync(options.pages) && { pagesFolder: options.pages }),
    ...(passphrase !== undefined && { authorityPassphrase: passphrase }),
  };
}

/** The address of the mail server may hold a password, so it comes by the environment alone. */
function mailFrom(
  { mailFrom: from, portalUrl, helpDeskMail }: ServeOptions,
  command: Command,
): MailConfig | undefined {
  const smtpUrl = secret("TSUNAGI_SMTP_URL");
  if (smtpUrl === undefined) return undefined;
  if (!/^smtps?:\/\//.test(smtpUrl)) {
    return command.error("TSUNAGI_SMTP_URL は smtp:// か smtps:// で始めてください");
  }
  if (from === undefined || portalUrl === undefined) {
    return command.error(
      "メールを送るには、--mail-from と --portal-url も指定してください (TSUNAGI_SMTP_URL があります)",
    );
  }
  return {
    smtpUrl,
    from,
    portalUrl,
    ...(helpDeskMail !== undefined && { helpDesk: helpDeskMail }),
  };
}

/** What must not stand on the command line, where other users of the computer see it. */
export const secretVariables = {
  ...passphraseVariables,
  TSUNAGI_SMTP_URL:
    "メールサーバー (smtp:// か smtps://)。なければ知らせのメールは送りません。--mail-from と --portal-url も要ります",
} as const;

function secret(name: keyof typeof secretVariables): string | undefined {
  return process.env[name] || undefined;
}

function secretsInWords(): string {
  const lines = Object.entries(secretVariables).map(([name, what]) => `  ${name}  ${what}`);
  return ["", "環境変数だけで渡すもの:", ...lines].join("\n");
}

function option(flags: string, description: string, variable: string): Option {
  return new Option(flags, description).env(variable);
}

function readWebAddress(text: string): string {
  if (!/^https?:$/.test(URL.parse(text)?.protocol ?? "")) {
    throw new InvalidArgumentError("http:// か https:// で始まるアドレスを指定してください");
  }
  return text;
}

function readPort(text: string): number {
  const port = Number(text);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new InvalidArgumentError("0から65535までの数を指定してください");
  }
  return port;
}

function readDays(text: string): number {
  const days = Number(text);
  if (!Number.isInteger(days) || days < 0 || days > 3650) {
    throw new InvalidArgumentError("0から3650までの日数を指定してください");
  }
  return days;
}

/** Several on the command line, or with commas in the environment. */
function readNames(text: string, before: readonly string[] = []): readonly string[] {
  return [...before, ...text.split(",").map((name) => name.trim())].filter((name) => name !== "");
}
