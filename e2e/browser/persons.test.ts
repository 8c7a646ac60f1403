import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  type MailServer,
  startMailServer,
  type TakenMail,
} from "../../center/testing/mail-server.ts";
import { linkIn } from "../../center/testing/mail-text.ts";
import type { JoinedOffice } from "../month/desk.ts";
import { careManagement } from "../month/offices.ts";
import { lookAtBothWidths, openPage } from "./chromium.ts";
import { type Scene, setScene } from "./scene.ts";

const { officePassword, personPassword } = careManagement;
const newPassword = "kojin-atarashii-2";

const isInvitation = (one: TakenMail): boolean => linkIn(one, "invitation") !== "";

const heading = (page: Page, name: string): Promise<void> =>
  page.getByRole("heading", { level: 1, name, exact: true }).waitFor();

async function typeName(page: Page, familyName: string, givenName: string): Promise<void> {
  await page.getByLabel("姓", { exact: true }).fill(familyName);
  await page.getByLabel("名", { exact: true }).fill(givenName);
}

describe("the persons of an office", () => {
  let scene: Scene;
  let mail: MailServer;
  let office: JoinedOffice;
  let desk: Page;
  let portal: Page;
  /** Made at the desk, on paper. */
  let member: { id: string; provisional: string };

  beforeAll(async () => {
    mail = await startMailServer();
    scene = await setScene("persons", {
      mail: {
        smtpUrl: mail.url,
        from: "renkei@example.jp",
        portalUrl: "https://renkei.example.jp/portal/",
        everySeconds: 1,
      },
    });
    office = await scene.join(careManagement);
    office.engine.watch();
    desk = await scene.openDesk(office);
  });
  afterAll(async () => {
    await scene?.end();
    await mail?.stop();
  });

  const look = (page: Page, name: string): Promise<void> =>
    lookAtBothWidths(page, name, scene.folder);

  async function logInAtDesk(personId: string, password: string): Promise<void> {
    await desk.getByLabel("個人ユーザID").fill(personId);
    await desk.getByLabel("パスワード", { exact: true }).fill(password);
    await desk.getByRole("button", { name: "次へ進む" }).click();
  }

  async function logInOffice(page = "受信一覧"): Promise<void> {
    await heading(desk, "ログイン (2/2 事業所ユーザ)");
    await desk.getByLabel("パスワード", { exact: true }).fill(officePassword);
    await desk.getByRole("button", { name: "ログインする" }).click();
    await heading(desk, page);
  }

  it("are found at the desk by a 管理者, who cannot lock out themselves", async () => {
    await desk.getByRole("link", { name: "職員" }).click();
    await heading(desk, "職員");
    const list = desk.getByRole("list", { name: "職員の一覧" });
    await list.getByText(`${office.personId} ・ 管理者`).waitFor();
    await list.getByRole("link", { name: "試験 一子 さんの設定を変更する" }).click();
    await heading(desk, "試験 一子 さん");
    await desk.getByText("自分の権限やパスワードは、ここでは変えられません。").waitFor();
    expect(await desk.getByRole("button", { name: "利用を止める" }).count()).toBe(0);
    await look(desk, "desk-person-self");
  });

  it("get an ID and a provisional password on a sheet", async () => {
    await desk.getByRole("link", { name: "職員に戻る" }).click();
    await desk.getByRole("link", { name: "職員を追加する" }).click();
    await heading(desk, "職員の追加");
    await desk.getByRole("button", { name: "追加する" }).click();
    await desk.getByRole("region", { name: "入力の確認" }).waitFor();
    await typeName(desk, "試験", "三郎");
    await look(desk, "desk-person-new");
    await desk.getByRole("button", { name: "追加する" }).click();
    await heading(desk, "職員を追加しました");
    const shown = desk.getByRole("region", { name: "ログインのご案内" }).locator("dd");
    const values = (await shown.allInnerTexts()).map((value) => value.trim());
    const id = values.find((value) => /^c[0-9]{9}$/.test(value)) ?? "";
    const provisional = values.find((value) => value !== id && /^[!-~]{8,}$/.test(value)) ?? "";
    expect([id, provisional]).not.toContain("");
    member = { id, provisional };
    await look(desk, "desk-person-letter");
  });

  it("or choose a password by the link of a mail, with which they log in", async () => {
    await desk.getByRole("link", { name: "職員の一覧へ" }).click();
    await desk.getByRole("link", { name: "職員を追加する" }).click();
    await typeName(desk, "見本", "四郎");
    await desk.getByText("メールで招待する").click();
    await desk.getByLabel("本人のメールアドレス").fill("shiro@example.jp");
    await look(desk, "desk-person-invite");
    await desk.getByRole("button", { name: "追加して招待する" }).click();
    await heading(desk, "招待しました");
    await look(desk, "desk-person-invited");

    const token = linkIn(await mail.next(isInvitation), "invitation");
    portal = await openPage(scene.browser, `${scene.center.webUrl}/portal/#/invitation/${token}`);
    await heading(portal, "パスワードを決める");
    const id = ((await portal.getByText(/^c[0-9]{9}$/).textContent()) ?? "").trim();
    await look(portal, "portal-invitation");
    await portal.getByLabel("新しいパスワード", { exact: true }).fill(newPassword);
    await portal.getByLabel("新しいパスワード (確認用)", { exact: true }).fill(newPassword);
    await portal.getByRole("button", { name: "このパスワードにする" }).click();
    await heading(portal, "パスワードを決めました");
    await look(portal, "portal-invitation-done");
    await portal.reload();
    await portal.getByText("このリンクは使えません").waitFor();
    await look(portal, "portal-invitation-ended");

    await desk.getByRole("button", { name: "ログアウト" }).click();
    await desk.getByText("ログアウトしました。").waitFor();
    await logInAtDesk(id, newPassword);
    await logInOffice();
    await desk.getByRole("button", { name: "ログアウト" }).click();
  });

  it("who are 一般 do not see the page, and are told who can", async () => {
    await logInAtDesk(member.id, member.provisional);
    await desk.getByLabel("新しいパスワード", { exact: true }).fill(newPassword);
    await desk.getByLabel("新しいパスワード (確認用)", { exact: true }).fill(newPassword);
    await desk.locator("form button[type=submit]").click();
    await logInOffice();
    expect(await desk.getByRole("link", { name: "職員" }).count()).toBe(0);
    await desk.goto(`${desk.url().split("#")[0]}#/persons`);
    await desk.getByText("権限が「管理者」の職員だけが行えます。").waitFor();
    await look(desk, "desk-persons-member");
  });

  it("get another role from the portal, which the open desk hears without a login", async () => {
    await portal.goto(`${scene.center.webUrl}/portal/`);
    await portal.getByLabel("事業所ユーザID").fill(office.letter.officeId);
    await portal.getByLabel("パスワード", { exact: true }).fill(officePassword);
    await portal.getByRole("button", { name: "ログインする" }).click();
    await portal.getByRole("link", { name: "個人ユーザ" }).click();
    await heading(portal, "個人ユーザ");
    await look(portal, "portal-persons");
    await portal.getByRole("link", { name: "試験 三郎 さんの設定を変更する" }).click();
    await heading(portal, "試験 三郎 さん");
    await portal.getByText("職員の追加や停止ができます").click();
    await portal.getByRole("button", { name: "この権限にする" }).click();
    await portal.getByText("管理者にしました。").waitFor();
    await look(portal, "portal-person");

    const list = desk.getByRole("list", { name: "職員の一覧" });
    await list.getByText(`${member.id} ・ 管理者`).waitFor();
    await look(desk, "desk-persons");
  });

  it("who are stopped are out at once, and their desk says so", async () => {
    await portal.getByRole("button", { name: "試験 三郎 さんの利用を止める" }).click();
    await portal.getByRole("alertdialog").getByRole("button", { name: "利用を止める" }).click();
    await portal.getByText("停止中").waitFor();

    await heading(desk, "ログイン (1/2 個人ユーザ)");
    await desk.getByText("ログインが終わりました。").waitFor();
    await look(desk, "desk-login-ended");
    await logInAtDesk(member.id, newPassword);
    await desk.getByText("利用を止められています").waitFor();
    await look(desk, "desk-login-stopped");
    await logInAtDesk(office.personId, personPassword);
    await logInOffice("職員");
  });

  it("where no 管理者 is left, the portal leads to another", async () => {
    await portal.getByRole("link", { name: "個人ユーザに戻る" }).click();
    await portal.getByRole("link", { name: "試験 一子 さんの設定を変更する" }).click();
    await portal.getByRole("button", { name: "試験 一子 さんの利用を止める" }).click();
    await portal.getByRole("alertdialog").getByRole("button", { name: "利用を止める" }).click();
    await portal.getByText("停止中").waitFor();
    await portal.getByRole("link", { name: "個人ユーザに戻る" }).click();
    await portal.getByText("いま、利用中の管理者がいません。").waitFor();
    await look(portal, "portal-persons-none");
    await portal.getByRole("link", { name: "個人ユーザを追加する" }).click();
    await heading(portal, "個人ユーザの追加");
    expect(await portal.getByRole("radio", { name: /管理者/ }).isChecked()).toBe(true);
  });
});
