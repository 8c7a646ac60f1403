/**
 * The schema, step by step; the number of the last step done stands in `user_version`. A step, once released, is
 * never changed. Times are UTC (RFC 3339), `*_json` columns hold JSON.
 *
 * `sent` has two axes. `work`: what has been done of it (made, sealed, accepted; or cancelled). `last`: what happened
 * when it was last tried:
 * - `untried`;
 * - `in-doubt`: sending began and no answer is known (also what a crash leaves behind); the centre may have it;
 * - `put-off`: it could not be tried to the end, and is tried again at `next_try_at`;
 * - `held`: the centre or this app said no; somebody must act.
 *
 * `received.work`: `postponed` (it still waits at the centre), `delivered` (files and record are on disk), `receipted` (the signed receipt is stored), `confirmed`
 * (the centre has it); `refused` (it could not be opened), `refusal-told`; `cancelled` (the sender took it back).
 */
export const migrations: readonly string[] = [
  `
  CREATE TABLE setting (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;

  CREATE TABLE own_key (
    key_id TEXT PRIMARY KEY,
    office_number TEXT NOT NULL,
    made_at TEXT NOT NULL,
    certificate_pem TEXT,
    not_after TEXT,
    ended_code TEXT
  ) STRICT;

  CREATE TABLE session (
    only INTEGER PRIMARY KEY CHECK (only = 1),
    refresh_token TEXT NOT NULL,
    refresh_expires_at TEXT NOT NULL,
    person_json TEXT NOT NULL
  ) STRICT;

  CREATE TABLE partner (
    number TEXT PRIMARY KEY,
    name TEXT,
    standing TEXT NOT NULL CHECK (standing IN
      ('can-receive', 'office-unknown', 'receiver-unlicensed', 'receiver-without-certificate')),
    checked_at TEXT NOT NULL
  ) STRICT;

  CREATE TABLE tray_file (
    file_id TEXT PRIMARY KEY,
    name TEXT NOT NULL UNIQUE COLLATE NOCASE,
    bytes BLOB NOT NULL,
    attached_to TEXT
  ) STRICT;

  CREATE TABLE sent (
    id TEXT PRIMARY KEY,
    to_number TEXT NOT NULL,
    to_name TEXT NOT NULL,
    title TEXT NOT NULL,
    month TEXT,
    made_at TEXT NOT NULL,
    work TEXT NOT NULL CHECK (work IN ('made', 'sealed', 'accepted', 'cancelled')),
    last TEXT NOT NULL CHECK (last IN ('untried', 'in-doubt', 'put-off', 'held')),
    sealed_sha256 TEXT,
    signed_sha256 TEXT,
    tries INTEGER NOT NULL DEFAULT 0,
    next_try_at TEXT,
    trouble_code TEXT,
    trouble_ja TEXT
  ) STRICT;
  CREATE INDEX sent_unfinished ON sent (work, next_try_at) WHERE work IN ('made', 'sealed');

  CREATE TABLE received (
    id TEXT PRIMARY KEY,
    from_number TEXT NOT NULL,
    from_name TEXT NOT NULL,
    title TEXT NOT NULL,
    month TEXT,
    sealed_sha256 TEXT NOT NULL,
    signed_sha256 TEXT,
    received_at TEXT NOT NULL,
    work TEXT NOT NULL CHECK (work IN
      ('postponed', 'delivered', 'receipted', 'confirmed', 'refused', 'refusal-told', 'cancelled')),
    trouble_code TEXT,
    trouble_ja TEXT,
    read INTEGER NOT NULL DEFAULT 0
  ) STRICT;
  CREATE INDEX received_unfinished ON received (work)
    WHERE work IN ('delivered', 'receipted', 'refused');

  CREATE TABLE station (
    message_id TEXT NOT NULL,
    station TEXT NOT NULL,
    at TEXT NOT NULL,
    PRIMARY KEY (message_id, station)
  ) STRICT;

  CREATE TABLE message_file (
    message_id TEXT NOT NULL,
    position INTEGER NOT NULL,
    name TEXT NOT NULL,
    type TEXT,
    size INTEGER NOT NULL,
    sha256 TEXT NOT NULL,
    title TEXT NOT NULL,
    bytes BLOB,
    PRIMARY KEY (message_id, position)
  ) STRICT;

  CREATE TABLE proof (
    message_id TEXT NOT NULL,
    part TEXT NOT NULL CHECK (part IN ('sealed', 'signed', 'accepted', 'opened')),
    bytes BLOB NOT NULL,
    PRIMARY KEY (message_id, part)
  ) STRICT;
  `,
  // お知らせ: a message of this app itself, about one that was sent. work is confirmed, sealed_sha256 empty.
  `
  ALTER TABLE received ADD COLUMN notice TEXT CHECK (notice IN ('waits-long', 'expired'));
  ALTER TABLE received ADD COLUMN about TEXT;
  CREATE UNIQUE INDEX received_notices ON received (about, notice) WHERE notice IS NOT NULL;
  `,
  // A file on the tray that was mended: as it came.
  `
  ALTER TABLE tray_file ADD COLUMN original_name TEXT;
  ALTER TABLE tray_file ADD COLUMN original_bytes BLOB;
  `,
  // Large bytes are files of the spool: `store/spool.ts`.
  `
  CREATE TABLE spooled (name TEXT PRIMARY KEY, size INTEGER NOT NULL, sha256 TEXT NOT NULL) STRICT;

  ALTER TABLE message_file ADD COLUMN spooled TEXT REFERENCES spooled (name);

  ALTER TABLE tray_file RENAME TO tray_file_before;
  CREATE TABLE tray_file (
    file_id TEXT PRIMARY KEY,
    name TEXT NOT NULL UNIQUE COLLATE NOCASE,
    bytes BLOB,
    spooled TEXT REFERENCES spooled (name),
    attached_to TEXT,
    original_name TEXT,
    original_bytes BLOB,
    CHECK ((bytes IS NULL) <> (spooled IS NULL))
  ) STRICT;
  INSERT INTO tray_file (file_id, name, bytes, attached_to, original_name, original_bytes)
    SELECT file_id, name, bytes, attached_to, original_name, original_bytes FROM tray_file_before;
  DROP TABLE tray_file_before;

  ALTER TABLE proof RENAME TO proof_before;
  CREATE TABLE proof (
    message_id TEXT NOT NULL,
    part TEXT NOT NULL CHECK (part IN ('sealed', 'signed', 'accepted', 'opened')),
    bytes BLOB,
    spooled TEXT REFERENCES spooled (name),
    PRIMARY KEY (message_id, part),
    CHECK ((bytes IS NULL) <> (spooled IS NULL))
  ) STRICT;
  INSERT INTO proof (message_id, part, bytes) SELECT message_id, part, bytes FROM proof_before;
  DROP TABLE proof_before;
  `,
  // What is on its way at the same time has one number, so that its progress can be told also after a new start.
  `
  ALTER TABLE sent ADD COLUMN batch INTEGER;
  CREATE INDEX sent_batch ON sent (batch);
  `,
  // 下書き: `revision` counts its changes, `sent_revision` is the one that was sent last, with what it said then.
  `
  CREATE TABLE draft (
    kind TEXT NOT NULL CHECK (kind IN ('results', 'plan')),
    month TEXT NOT NULL,
    route TEXT NOT NULL,
    care_user TEXT NOT NULL,
    content_json TEXT NOT NULL,
    revision INTEGER NOT NULL,
    saved_at TEXT NOT NULL,
    sent_revision INTEGER,
    sent_content_json TEXT,
    PRIMARY KEY (kind, month, route, care_user)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE draft_sending (
    message_id TEXT PRIMARY KEY,
    kind TEXT NOT NULL CHECK (kind IN ('results', 'plan')),
    month TEXT NOT NULL,
    route TEXT NOT NULL
  ) STRICT;
  `,
  // 電子証明書の公開記録: certificates proved to stand in it, those of this office that nobody asked for here, and how it
  // looked to partners when they sealed.
  `
  CREATE TABLE logged_certificate (fingerprint TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;

  CREATE TABLE strange_certificate (
    fingerprint TEXT PRIMARY KEY,
    serial TEXT NOT NULL,
    not_before TEXT NOT NULL,
    not_after TEXT NOT NULL,
    is_known INTEGER NOT NULL
  ) STRICT;

  CREATE TABLE partner_log_view (
    size INTEGER NOT NULL,
    root_hash TEXT NOT NULL,
    PRIMARY KEY (size, root_hash)
  ) STRICT, WITHOUT ROWID;
  `,
  // 利用者 and サービスコード表, for plans that are entered at the desk.
  `
  CREATE TABLE care_user (
    id TEXT PRIMARY KEY,
    insurer_number TEXT NOT NULL,
    insured_number TEXT NOT NULL,
    name_kana TEXT NOT NULL,
    details_json TEXT NOT NULL,
    revision INTEGER NOT NULL,
    UNIQUE (insurer_number, insured_number)
  ) STRICT;

  CREATE TABLE service_code_table (
    only INTEGER PRIMARY KEY CHECK (only = 1),
    name TEXT NOT NULL,
    loaded_at TEXT NOT NULL
  ) STRICT;

  CREATE TABLE service_code (
    code TEXT NOT NULL,
    valid_from TEXT NOT NULL,
    valid_to TEXT,
    name TEXT NOT NULL,
    kana TEXT NOT NULL,
    folded TEXT NOT NULL,
    basis TEXT NOT NULL,
    units INTEGER NOT NULL,
    limit_part TEXT NOT NULL,
    unit_price INTEGER NOT NULL,
    PRIMARY KEY (code, valid_from)
  ) STRICT, WITHOUT ROWID;
  `,
];
