import { CallError, type Caller } from "@tsunagi/contract";
import type { ExchangeRoutes, IssuedCertificate, OfficeSession } from "@tsunagi/contract/exchange";
import { createRequest, parseCertificate } from "@tsunagi/sealing";
import { ClientError } from "../errors.ts";
import type { Office } from "../office.ts";
import { readSetting } from "../store/settings.ts";
import { keepAwaited, putIn } from "./awaited.ts";
import { keyInForce, makeKey, type OwnKey, uncertifiedKey } from "./own-keys.ts";

/** What the office got on paper: its ID, password (provisional at first), and the password for the certificate. */
export interface EnrolmentInput {
  readonly officeId: string;
  readonly password: string;
  /** Needed when `password` is the provisional one. */
  readonly newPassword?: string;
  readonly issuePassword: string;
}

/** A line to the centre without a client certificate, for the calls of the office account. */
export interface OfficeLine {
  readonly call: Caller<ExchangeRoutes>;
  /** Token of the office account, sent with the calls that follow. */
  token: string | undefined;
  /** The provisional password that was changed on this line, so that the same form can be sent again after a failure. */
  changed?: { readonly officeId: string; readonly from: string; readonly to: string };
}

/**
 * 初期設定: makes a key on this machine, asks for its certificate, and keeps both. May be called again after any
 * failure: a key made before is used again, and a certificate whose answer got lost is found at the centre. Where the
 * operator has to approve it first, it is awaited: `collectAwaited` brings it.
 * @throws ClientError `already-enrolled`, `folder-of-other-office`; CallError with the centre's code; SealingError when the certificate is not
 * one of the configured authority
 */
export async function enrol(
  office: Office,
  line: OfficeLine,
  input: EnrolmentInput,
): Promise<void> {
  if (keyInForce(office) !== undefined) throw new ClientError("already-enrolled");
  try {
    const session = await enterOffice(line, input);
    const { number, name } = session.office;
    if ((readSetting(office.store, "officeNumber") ?? number) !== number) {
      throw new ClientError("folder-of-other-office");
    }
    const key = uncertifiedKey(office, number) ?? makeKey(office, number);
    const owner = { officeId: input.officeId, office: { number, name } };
    const issued = await certificateFor(line, key, number, input.issuePassword);
    if (issued !== null) putIn(office, key, issued.pem, owner);
    else keepAwaited(office, { ...owner, askedAt: office.now().toISOString(), refusal: null });
  } finally {
    await leaveOffice(line);
  }
  office.changes.tell("state");
}

/** Logs in with the office account; a provisional password is changed first. The token is then in use. */
export async function enterOffice(
  line: OfficeLine,
  { officeId, password, newPassword }: Omit<EnrolmentInput, "issuePassword">,
): Promise<OfficeSession> {
  const { changed } = line;
  const changedBefore = changed?.officeId === officeId && changed.from === password;
  line.token = undefined;
  const session = await line.call.logInOffice({
    body: { officeId, password: changedBefore ? changed.to : password, for: "enrolment" },
  });
  line.token = session.token;
  if (!session.passwordChangeRequired || newPassword === undefined) return session;
  const renewed = await line.call.changeOfficePassword({
    body: { currentPassword: password, newPassword },
  });
  line.changed = { officeId, from: password, to: newPassword };
  line.token = renewed.token;
  return renewed;
}

/** Ends the login of the office account; that the centre does not answer is no failure, for tokens end by themselves. */
export async function leaveOffice(line: OfficeLine): Promise<void> {
  try {
    if (line.token !== undefined) await line.call.logOutOffice();
  } catch (error) {
    if (!(error instanceof CallError)) throw error;
  } finally {
    line.token = undefined;
  }
}

/** @returns null when the operator has to approve it first */
async function certificateFor(
  { call }: OfficeLine,
  { pair }: OwnKey,
  officeNumber: string,
  issuePassword: string,
): Promise<IssuedCertificate | null> {
  const request = await createRequest(pair, { officeNumber });
  try {
    return (await call.requestCertificate({ body: { request, issuePassword } })).certificate;
  } catch (error) {
    if (!(error instanceof CallError) || error.code !== "certificate-exists") throw error;
    const { certificates } = await call.listCertificates();
    const ours = certificates.find(
      ({ pem, revokedAt }) =>
        revokedAt === null && parseCertificate(pem).publicKey.equals(pair.publicKey),
    );
    if (ours === undefined) throw error;
    return ours;
  }
}
