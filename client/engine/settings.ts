import type { DeskSettings } from "@tsunagi/contract/desk";
import { parseCertificate } from "@tsunagi/sealing";
import { lastBackup } from "../backup/back-up.ts";
import { knownHead } from "../certificate-log/known-log.ts";
import { keyInForce } from "../enrolment/own-keys.ts";
import { isRenewalDue, renewsFrom } from "../enrolment/renew.ts";
import { ClientError } from "../errors.ts";
import type { Office } from "../office.ts";
import client from "../package.json" with { type: "json" };
import { knownHelpDesk } from "../session/known-help-desk.ts";
import { readSetting } from "../store/settings.ts";

/** What 設定 shows beside the state; asks nobody. @throws ClientError `not-enrolled` */
export function deskSettings(office: Office): DeskSettings {
  const key = keyInForce(office);
  if (key === undefined) throw new ClientError("not-enrolled");
  const { serial, notBefore } = parseCertificate(key.certificate);
  return {
    version: client.version,
    folder: office.store.folder,
    keysEncrypted: office.keyPassphrase !== undefined,
    certificate: {
      serial,
      notBefore: notBefore.toISOString(),
      notAfter: key.notAfter,
      renewsFrom: renewsFrom(key.notAfter).toISOString(),
      renewalDue: isRenewalDue(office),
    },
    certificateLog: checkedLog(office),
    helpDesk: knownHelpDesk(office.store) ?? null,
    lastBackup: lastBackup(office) ?? null,
  };
}

function checkedLog(office: Office): DeskSettings["certificateLog"] {
  const head = knownHead(office);
  const checkedAt = readSetting(office.store, "logCheckedAt");
  if (head === undefined || checkedAt === undefined) return null;
  return { size: head.size, checkedAt };
}
