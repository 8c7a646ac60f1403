import { createWriteStream } from "node:fs";
import { pipeline } from "node:stream/promises";
import PDFDocument from "pdfkit";
import type { AddressedLetter } from "../issue-office.ts";
import { fonts, linesOf, printable } from "./font.ts";

/** What stands on every letter. */
export interface LetterHead {
  readonly issuedAt: Date;
  /** Of the portal, as people reach it. */
  readonly portalUrl?: string;
  /** How the help desk is reached, in plain words. */
  readonly helpDesk?: string;
}

type Pdf = PDFKit.PDFDocument;

/** Points in a millimetre. */
const mm = 72 / 25.4;
const [left, right] = [20, 190];

/**
 * Writes letters of A4, a page an office, into a PDF file that is not there yet; once this returns it is on disk. Folded
 * in three, the address stands in the window of an envelope (長形3号).
 */
export async function drawLetters(
  file: string,
  letters: readonly AddressedLetter[],
  head: LetterHead,
): Promise<void> {
  const pdf = new PDFDocument({
    size: "A4",
    margin: 0,
    autoFirstPage: false,
    lang: "ja-JP",
    info: { Title: "利用者ID・パスワード通知書", Creator: "tsunagi", CreationDate: head.issuedAt },
  });
  const written = pipeline(pdf, createWriteStream(file, { flags: "wx", mode: 0o600, flush: true }));
  for (const letter of letters) drawLetter(pdf, letter, head);
  pdf.end();
  await written;
}

function drawLetter(pdf: Pdf, letter: AddressedLetter, head: LetterHead): void {
  pdf.addPage();
  drawAddress(pdf, letter.office);
  put(pdf, day(head.issuedAt), { x: 150, y: 20, size: 10 });
  put(pdf, "介護保険事業所番号", { x: 150, y: 27, size: 8 });
  put(pdf, letter.office.number, { x: 150, y: 31, size: 11 });
  put(pdf, "利用者ID・パスワード通知書", { x: left, y: 88, size: 18, bold: true });
  put(pdf, "ケアプランデータ連携システムで使うIDとパスワードを、次のとおりお知らせします。", {
    x: left,
    y: 98,
    size: 10.5,
  });
  drawSecret(pdf, 106, "事業所ユーザID", letter.officeId);
  drawSecret(pdf, 127, "仮パスワード", letter.provisionalPassword);
  drawSecret(pdf, 148, "証明書発行用パスワード", letter.issuePassword);
  const alike = "ログインには上の2つを使います。パスワードの英字は小文字です。";
  put(pdf, `${alike}まぎらわしい l・o・0・1 は使っていません。`, { x: left, y: 171, size: 9 });
  drawSteps(pdf, letter, head);
}

function drawAddress(pdf: Pdf, { postalCode, address, name }: AddressedLetter["office"]): void {
  let y = 22;
  if (postalCode !== null) put(pdf, `〒${postalCode}`, { x: 25, y, size: 10.5 });
  y += 6;
  for (const line of linesOf(address ?? "", 22).slice(0, 3)) {
    put(pdf, line, { x: 25, y, size: 10.5 });
    y += 5.2;
  }
  y += 2;
  const lines = linesOf(`${name} 御中`, 19).slice(0, 3);
  for (const line of lines) {
    put(pdf, line, { x: 25, y, size: 12, bold: true });
    y += 6;
  }
}

function drawSecret(pdf: Pdf, y: number, label: string, secret: string): void {
  pdf
    .lineWidth(0.8)
    .roundedRect(left * mm, y * mm, (right - left) * mm, 18 * mm, 2 * mm)
    .stroke();
  put(pdf, label, { x: left + 5, y: y + 7, size: 10.5 });
  put(pdf, secret, { x: left + 58, y: y + 4.5, size: 24, bold: true, spaced: 1.6 });
}

function drawSteps(pdf: Pdf, { provisionalUntil }: AddressedLetter, head: LetterHead): void {
  put(pdf, "これからすること", { x: left, y: 183, size: 13, bold: true });
  const portal = head.portalUrl === undefined ? "利用状況サイト" : head.portalUrl;
  const until = day(new Date(provisionalUntil));
  const steps = [
    `${portal} を開き、事業所ユーザIDと仮パスワードでログインします。`,
    `はじめに、これから使うパスワードを決めます (${until}まで。過ぎたときは発行し直します)。`,
    "画面の案内にそって利用申請をし、アプリにログインする職員 (個人ユーザ) を追加します。",
    "アプリを入れ、証明書発行用パスワードで電子証明書を受け取ると、送受信を始められます。",
  ];
  let y = 192;
  for (const [at, step] of steps.entries()) {
    put(pdf, String(at + 1), { x: left + 1, y, size: 12, bold: true });
    for (const line of linesOf(step, 42)) {
      put(pdf, line, { x: left + 8, y: y + 0.3, size: 10.5 });
      y += 5.4;
    }
    y += 3;
  }
  const foot = [
    "この通知書は、鍵のかかる場所に保管してください。パスワードを電話やメールでおたずねすることはありません。",
    ...(head.helpDesk === undefined ? [] : [`お問い合わせ: ${head.helpDesk}`]),
  ];
  y = 268;
  for (const line of foot.flatMap((sentence) => linesOf(sentence, 53))) {
    put(pdf, line, { x: left, y, size: 9 });
    y += 5;
  }
}

interface Style {
  /** In millimetres from the page's upper left corner. */
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly bold?: boolean;
  /** Points between the characters. */
  readonly spaced?: number;
}

/** Without a width: given one, pdfkit leaves out what it thinks too long. */
function put(pdf: Pdf, text: string, { x, y, size, bold = false, spaced = 0 }: Style): void {
  pdf
    .font(bold ? fonts.bold : fonts.plain)
    .fontSize(size)
    .text(printable(text), x * mm, y * mm, { lineBreak: false, characterSpacing: spaced });
}

const days = new Intl.DateTimeFormat("ja-JP-u-ca-japanese", {
  dateStyle: "long",
  timeZone: "Asia/Tokyo",
});

function day(at: Date): string {
  return days.format(at);
}
