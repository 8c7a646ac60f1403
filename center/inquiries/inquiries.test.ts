import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { startTestCenter, type TestCenter } from "../testing/center.ts";
import { describeOnEachDatabase, type TestPlace } from "../testing/databases.ts";
import { type MailServer, startMailServer, type TakenMail } from "../testing/mail-server.ts";
import { runCenterCommand } from "../testing/process.ts";
import { refused } from "../testing/refused.ts";
import { answerInquiry, forgetInquiries, listInquiries } from "./inquiries.ts";
import { makeInquiryPostman } from "./mail.ts";

const asked = {
  name: "試験 花子",
  organisation: "試験事業所",
  email: "Shiken@example.jp",
  emailAgain: "shiken@example.jp",
  subject: "certificate",
  text: "証明書発行用パスワードが分かりません。",
} as const;

/** The text of a mail, which is sent as base64 or as quoted-printable. */
function textOf({ source }: TakenMail): string {
  const end = source.indexOf("\r\n\r\n");
  const body = source.slice(end);
  if (/transfer-encoding: base64/i.test(source.slice(0, end))) {
    return Buffer.from(body, "base64").toString("utf8");
  }
  return decodeURIComponent(
    body.replaceAll("=\r\n", "").replaceAll("%", "%25").replaceAll("=", "%"),
  );
}

describeOnEachDatabase("an inquiry", (takePlace) => {
  let place: TestPlace;
  let center: TestCenter;
  let server: MailServer;
  beforeAll(async () => {
    place = await takePlace();
    center = await startTestCenter(place, { limits: { formRequestsPerMinute: 40 } });
    server = await startMailServer();
  });
  afterEach(async () => {
    server.taken.length = 0;
    server.refuseWith(undefined);
    await center.sql`truncate inquiries cascade`;
    center.clock.advance(1);
  });
  afterAll(async () => {
    await server.stop();
    await center.stop();
    await place.remove();
  });

  // The pool of the test has no types of its own for columns.
  const sql = (): never => center.sql as never;
  async function sendMails(): Promise<string[]> {
    const config = {
      smtpUrl: server.url,
      from: "renkei@example.jp",
      portalUrl: "https://renkei.example.jp/portal/",
      helpDesk: "madoguchi@example.jp",
    };
    const context = { sql: sql(), clock: () => center.clock.now };
    const postman = makeInquiryPostman(context, config, () => undefined);
    await postman.sendDue();
    postman.close();
    return server.taken.map(({ to }) => to.join());
  }

  it("gets a number, a mail to the asker, and one to the help desk without what was written", async () => {
    const { number } = await center.callWeb().inquire({ body: asked });
    expect(number).toMatch(/^Q[0-9]{8}-[0-9]{6}$/);
    expect(await sendMails()).toEqual(["Shiken@example.jp", "madoguchi@example.jp"]);
    const [received, arrived] = server.taken.map(textOf);
    expect(received).toContain(`受付番号: ${number}`);
    expect(received).toContain("https://renkei.example.jp/site/#/inquiry/state");
    expect(arrived).toContain(`inquiry answer ${number}`);
    expect(arrived).not.toMatch(/証明書発行用|試験|Shiken/);
    server.taken.length = 0;
    expect(await sendMails()).toEqual([]);
  });

  it("is seen with number and address only, and shows its answer", async () => {
    const { number } = await center.callWeb().inquire({ body: asked });
    const view = { number, email: "SHIKEN@example.jp" };
    expect(await center.callWeb().inquiry({ body: view })).toMatchObject({
      number,
      text: asked.text,
      answers: [],
    });
    for (const wrong of [
      { ...view, email: "hoka@example.jp" },
      { ...view, number: "Q20260101-999999" },
    ]) {
      await expect(center.callWeb().inquiry({ body: wrong })).rejects.toEqual(
        refused("inquiry-unknown"),
      );
    }
    await sendMails();
    server.taken.length = 0;
    await answerInquiry(sql(), { number, text: "通知書をご覧ください。\n", at: center.clock.now });
    expect(await listInquiries(sql(), "open")).toEqual([]);
    expect(await center.callWeb().inquiry({ body: view })).toMatchObject({
      answers: [{ text: "通知書をご覧ください。" }],
    });
    expect(await sendMails()).toEqual(["Shiken@example.jp"]);
    expect(server.taken.map(textOf).join()).toContain("通知書をご覧ください。");
  });

  it("is answered by the operator's command", async () => {
    const { number } = await center.callWeb().inquire({ body: asked });
    const list = await runCenterCommand(place, "inquiry", "list");
    expect(list.stdout).toContain(number);
    const show = await runCenterCommand(place, "inquiry", "show", number);
    expect(show.stdout).toContain(asked.text);
    expect(await runCenterCommand(place, "inquiry", "show", "Q20260101-999999")).toMatchObject({
      code: 1,
    });
  });

  it("has its mail tried again while the mail server says later, and not when it says never", async () => {
    await center.callWeb().inquire({ body: asked });
    server.refuseWith(451);
    expect(await sendMails()).toEqual([]);
    server.refuseWith(undefined);
    expect(await sendMails()).toHaveLength(2);

    await center.callWeb().inquire({ body: asked });
    server.taken.length = 0;
    server.refuseWith(550);
    expect(await sendMails()).toEqual([]);
    server.refuseWith(undefined);
    expect(await sendMails()).toEqual([]);
  });

  it("is refused with two addresses, and when one address asks too often in a day", async () => {
    await expect(
      center.callWeb().inquire({ body: { ...asked, emailAgain: "hoka@example.jp" } }),
    ).rejects.toEqual(refused("email-mismatch"));
    const all = await Promise.allSettled(
      Array.from({ length: 7 }, () => center.callWeb().inquire({ body: asked })),
    );
    expect(all.filter(({ status }) => status === "fulfilled")).toHaveLength(5);
    expect(all.find(({ status }) => status === "rejected")).toMatchObject({
      reason: { code: "inquiries-too-many" },
    });
    center.clock.advance(24 * 60 + 1);
    await center.callWeb().inquire({ body: asked });
  });

  it("shares with the other forms what one address may send a minute", async () => {
    const body = { number: "Q20260101-000001", email: "a@example.jp" };
    const all = await Promise.allSettled(
      Array.from({ length: 41 }, () => center.callWeb().inquiry({ body })),
    );
    const codes = all.map(
      (one) => one.status === "rejected" && (one.reason as { code: string }).code,
    );
    expect(codes.filter((code) => code === "too-many-requests")).toHaveLength(1);
    await expect(
      center.callWeb().applyForDownload({
        body: { organisation: "試験", officeNumber: "1300000001" },
      }),
    ).rejects.toEqual(refused("too-many-requests"));
  });

  it("is forgotten a year after its answer, and after two years without one", async () => {
    const { number } = await center.callWeb().inquire({ body: asked });
    await center.callWeb().inquire({ body: asked });
    await answerInquiry(sql(), { number, text: "回答", at: center.clock.now });
    const daysOn = (days: number): Date => new Date(center.clock.now.getTime() + days * 86_400_000);
    const left = async (): Promise<number> => (await listInquiries(sql(), "all")).length;
    await forgetInquiries(sql(), daysOn(364));
    expect(await left()).toBe(2);
    await forgetInquiries(sql(), daysOn(366));
    expect(await left()).toBe(1);
    await forgetInquiries(sql(), daysOn(731));
    expect(await left()).toBe(0);
  });
});
