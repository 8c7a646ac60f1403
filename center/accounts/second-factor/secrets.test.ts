import { mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openSecrets } from "./secrets.ts";

describe("what codes and keys of the second factor are kept with", () => {
  let dataFolder: string;
  beforeEach(() => {
    dataFolder = mkdtempSync(join(tmpdir(), "tsunagi-secrets-"));
  });
  afterEach(() => {
    rmSync(dataFolder, { recursive: true, force: true });
  });
  const secret = Buffer.from("12345678901234567890");

  it("is the same after a restart, and another in another centre", () => {
    const before = openSecrets({ dataFolder });
    const encrypted = before.encrypt("authenticator:1300000001", secret);
    const again = openSecrets({ dataFolder });
    expect(again.mac("login:1300000001", "123456")).toEqual(
      before.mac("login:1300000001", "123456"),
    );
    expect(Buffer.from(again.decrypt("authenticator:1300000001", encrypted))).toEqual(secret);

    const elsewhere = openSecrets({ dataFolder: join(dataFolder, "elsewhere") });
    expect(() => elsewhere.decrypt("authenticator:1300000001", encrypted)).toThrow();
    expect(elsewhere.mac("login:1300000001", "123456")).not.toEqual(
      before.mac("login:1300000001", "123456"),
    );
  });

  it("is bound to whose it is, and shows a change", () => {
    const secrets = openSecrets({ dataFolder });
    const encrypted = Buffer.from(secrets.encrypt("authenticator:1300000001", secret));
    expect(() => secrets.decrypt("authenticator:1300000002", encrypted)).toThrow();
    expect(secrets.mac("login:1300000001", "123456")).not.toEqual(
      secrets.mac("login:1300000002", "123456"),
    );
    expect(encrypted.includes(secret)).toBe(false);
    encrypted[15] = (encrypted[15] ?? 0) ^ 1;
    expect(() => secrets.decrypt("authenticator:1300000001", encrypted)).toThrow();
  });

  it("is a file for the centre alone, encrypted with the passphrase", () => {
    openSecrets({ dataFolder, authorityPassphrase: "ひらけごま" });
    const path = join(dataFolder, "authority", "second-factor.pem");
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(readFileSync(path, "utf8")).toContain("BEGIN ENCRYPTED PRIVATE KEY");
    expect(() => openSecrets({ dataFolder, authorityPassphrase: "chigau" })).toThrow(
      expect.objectContaining({ code: "authority-unreadable" }),
    );
    expect(() => openSecrets({ dataFolder })).toThrow(
      expect.objectContaining({ code: "authority-unreadable" }),
    );
  });
});
