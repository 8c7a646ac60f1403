/** What the exchange accepts at most; served at `/v1/limits`. */
export const limits = {
  /** Bytes of one sealed message, however it is sent. */
  messageBytes: 1024 * 1024 * 1024,
  /** Bytes of a sealed message that is sent in one request; larger ones go in chunks. */
  directBytes: 8 * 1024 * 1024,
  /** Bytes of each chunk but the last. */
  chunkBytes: 1024 * 1024,
  /** Uploads in chunks that one office may have begun and not finished. */
  openUploads: 20,
  /** How long an upload may rest before it is given up. */
  uploadHours: 72,
  /** Messages that wait for one receiver, neither opened nor refused. */
  inboxMessages: 20_000,
  /** Their sealed bytes. */
  inboxBytes: 20 * 1024 * 1024 * 1024,
  /** How long a message waits for its receiver before it expires. */
  expiryDays: 90,
  /** How long the sealed bytes are kept after the message came to its end; an office may set less or more. */
  keepDays: 30,
  /** How long it is known that there was a message, with its receipts. */
  recordYears: 5,
  /** Bytes of a JSON body. */
  jsonBytes: 256 * 1024,
  /** Messages of one page of a list. */
  listPage: 5_000,
  /** Wrong logins that lock an account. */
  loginAttempts: 3,
  /** How long a locked account stays locked. */
  lockoutMinutes: 30,
  /** Wrong codes of the second factor that lock them. */
  codeAttempts: 5,
  /** How long a code serves that was mailed. */
  codeMinutes: 10,
  /** Between two mails with a code to one office. */
  codeSeconds: 60,
  /** How long a browser is let in without a code. */
  browserDays: 30,
  /** Life of an access token. */
  accessMinutes: 60,
  /** Life of a refresh token. */
  refreshHours: 8,
  /** Requests from one address to the forms of login and password, a minute. */
  loginRequestsPerMinute: 30,
  /** Requests of one office, a minute. */
  officeRequestsPerMinute: 6_000,
  /** Requests without a certificate or a login from one address, a minute. */
  addressRequestsPerMinute: 600,
  /** Requests from one address to the public forms (inquiries, downloads), a minute. */
  formRequestsPerMinute: 10,
  /** Times that an office may ask for its ID or password, a day; what goes beyond is passed over. */
  recoveriesPerDay: 3,
  /** Links that an office may mail to its persons, a day. */
  invitationsPerDay: 50,
  /** Inquiries with one e-mail address, a day. */
  inquiriesPerDay: 5,
  /** Requests of all offices that a process of the centre works on at a time. */
  requestsAtOnce: 64,
  /** Of these, the requests of one office. */
  officeRequestsAtOnce: 32,
  /** Requests of one office that wait for their turn. */
  officeRequestsWaiting: 200,
} as const;

export type Limit = keyof typeof limits;
