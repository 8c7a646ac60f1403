import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { stepOf, totp } from "../../center/accounts/second-factor/totp.ts";
import { type MailServer, startMailServer } from "../../center/testing/mail-server.ts";
import { textOf } from "../../center/testing/mail-text.ts";
import { careManagement } from "../month/offices.ts";
import { lookAtBothWidths, openPage } from "./chromium.ts";
import { type Scene, setScene } from "./scene.ts";

const password = "himitsu-2026";
const email = "anzen@example.jp";
const minute = 60_000;

describe("the second factor in the browser", () => {
  let scene: Scene;
  let page: Page;
  let mail: MailServer;
  let officeId: string;
  let ahead = 0;
  const now = (): Date => new Date(Date.now() + ahead);

  beforeAll(async () => {
    mail = await startMailServer();
    scene = await setScene("second-factor", {
      clock: now,
      passwordDays: 90,
      mail: {
        smtpUrl: mail.url,
        from: "renkei@example.jp",
        portalUrl: "https://renkei.example.jp/portal/",
        everySeconds: 1,
      },
    });
  });
  afterAll(async () => {
    await scene?.end();
    await mail?.stop();
  });

  const heading = (name: string): Promise<void> =>
    page.getByRole("heading", { level: 1, name, exact: true }).waitFor();
  const press = (name: string): Promise<void> => page.getByRole("button", { name }).click();
  const follow = (name: string): Promise<void> =>
    page.getByRole("link", { name, exact: true }).click();
  const type = (label: string, text: string): Promise<void> =>
    page.getByLabel(label, { exact: true }).fill(text);

  const look = (name: string): Promise<void> =>
    lookAtBothWidths(page, `portal-${name}`, scene.folder);

  async function logIn(): Promise<void> {
    await heading("ログイン");
    await type("事業所ユーザID", officeId);
    await type("パスワード", password);
    await press("ログインする");
  }
  const logOut = async (): Promise<void> => {
    await press("ログアウト");
    await heading("ログイン");
  };
  async function mailedCode(): Promise<string> {
    const found = await mail.next((one) => /確認|コードです/.test(textOf(one)));
    return /^ {4}([0-9]{6})/m.exec(textOf(found))?.[1] ?? "";
  }

  it("follows a first password to the page that was asked for", async () => {
    const letter = await scene.center.issueOffice(careManagement.office);
    officeId = letter.officeId;
    page = await openPage(scene.browser, `${scene.center.webUrl}/portal/#/keeping`);
    await heading("ログイン");
    await type("事業所ユーザID", officeId);
    await type("パスワード", letter.provisionalPassword);
    await press("ログインする");
    await heading("パスワードの変更");
    await type("いまの仮パスワード", letter.provisionalPassword);
    await type("新しいパスワード", password);
    await type("新しいパスワード (確認用)", password);
    await press("パスワードを変更する");
    await heading("保存期間");
  });

  it("is an address, set with the code that was mailed to it", async () => {
    await follow("セキュリティ");
    await heading("セキュリティ");
    await page.getByText("パスワードだけ", { exact: true }).waitFor();
    await look("security");
    await follow("メールアドレスを設定する");
    await heading("メールで届くコードの設定");
    await type("セキュリティ用メールアドレス", email);
    await type("いまのパスワード", password);
    await look("security-address");
    await press("確認のコードを送る");
    await page.getByText(`${email} にコードを送りました。`).waitFor();
    await look("security-address-code");
    await type("コード (6桁の数字)", await mailedCode());
    await press("確かめて使い始める");
    await page.getByText("セキュリティ用メールアドレスを設定しました。").waitFor();
    await look("security-mail");
  });

  it("asks for a code by mail at the login, until the browser is remembered", async () => {
    await logOut();
    await logIn();
    await heading("コードの入力");
    await page.getByText("a***@example.jp に送りました。").waitFor();
    await look("code");
    await type("コード (6桁の数字)", "000");
    await press("ログインする");
    await page.getByText("コードは6桁の数字です。").first().waitFor();
    await type("コード (6桁の数字)", await mailedCode());
    await page.getByText("このブラウザでは、30日間コードを求めない").click();
    await press("ログインする");
    await page.getByRole("button", { name: "ログアウト" }).waitFor();
    await page.waitForFunction(() => localStorage.length === 1);
    await logOut();
    await logIn();
    await follow("セキュリティ");
    await page.getByText("1台 (30日間コードを求めません)").waitFor();
    await press("すべてのブラウザにコードを求める");
    await page.getByText("1台 (30日間コードを求めません)").waitFor({ state: "detached" });
  });

  it("may be an app, with recovery codes to print", async () => {
    await follow("認証アプリを設定する");
    await heading("認証アプリの設定");
    await type("いまのパスワード", password);
    await press("次へ進む");
    await page.getByRole("img", { name: "認証アプリで読み取るQRコード" }).waitFor();
    await look("security-app");
    const key = ((await page.locator(".authenticator-key").textContent()) ?? "").replaceAll(
      " ",
      "",
    );
    const app = (): string => totp(unbase32(key), stepOf(now()));
    await type("コード (6桁の数字)", app());
    await press("確かめて使い始める");
    await heading("認証アプリを設定しました");
    const codes = await page
      .getByRole("region", { name: "回復コード" })
      .locator("li")
      .allInnerTexts();
    expect(codes).toHaveLength(10);
    await look("security-recovery-codes");
    await follow("控えました。セキュリティの画面へ");
    await heading("セキュリティ");
    await page.getByText("10個", { exact: true }).waitFor();
    await look("security-app-set");

    await logOut();
    ahead += minute;
    await logIn();
    await heading("コードの入力");
    await type("コード (6桁の数字)", app());
    await press("ログインする");
    await page.getByRole("button", { name: "ログアウト" }).waitFor();
    await logOut();
    await logIn();
    await press("回復コードを使う");
    await heading("回復コードの入力");
    await type("回復コード", codes[0] ?? "");
    await look("recovery-code");
    await press("ログインする");
    await follow("セキュリティ");
    await page.getByText("9個", { exact: true }).waitFor();
  });

  it("is taken off with the password", async () => {
    await follow("認証アプリを外す");
    await heading("認証アプリを外す");
    await look("security-app-off");
    await type("いまのパスワード", password);
    await press("認証アプリを外す");
    await page.getByText("認証アプリを外しました。").waitFor();
    await page.getByText("パスワードと、メールで届くコード").waitFor();
  });

  it("tells of a password's end two weeks before, and forces a new one after it", async () => {
    ahead += 80 * 24 * 60 * minute;
    await page.clock.setFixedTime(now());
    await page.reload();
    await logIn();
    await type("コード (6桁の数字)", await mailedCode());
    await press("ログインする");
    await page.getByText("パスワードの期限が近づいています。").waitFor();
    await look("password-ends");
    await logOut();
    ahead += 10 * 24 * 60 * minute;
    await page.clock.setFixedTime(now());
    await logIn();
    await type("コード (6桁の数字)", await mailedCode());
    await press("ログインする");
    await page.getByText("パスワードの期限が過ぎました。").waitFor();
    await look("password-ended");
  });
});

/** As an app reads the key that it is given. */
function unbase32(text: string): Uint8Array {
  const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  const bits = Array.from(text, (letter) => alphabet.indexOf(letter).toString(2).padStart(5, "0"));
  const bytes = bits.join("").match(/.{8}/g) ?? [];
  return Uint8Array.from(bytes, (byte) => Number.parseInt(byte, 2));
}
