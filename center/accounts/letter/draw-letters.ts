import { createWriteStream } from "node:fs";
import { pipeline } from "node:stream/promises";
import PDFDocument from "pdfkit";
import { fonts, linesOf, printable } from "./font.ts";

/** What stands on every letter. */
export interface LetterHead {
  readonly issuedAt: Date;
  /** Of the portal, as people reach it. */
  readonly portalUrl?: string;
  /** How the help desk is reached, in plain words. */
  readonly helpDesk?: string;
}

/** What one letter says. */
export interface LetterSheet {
  readonly addressee: {
    readonly name: string;
    readonly postalCode: string | null;
    readonly address: string | null;
  };
  /** The number that the addressee is known by, with its name. */
  readonly number: readonly [name: string, number: string];
  /** Up to three, in large print. */
  readonly secrets: readonly (readonly [name: string, secret: string])[];
  /** What to do with them, in order. */
  readonly steps: readonly string[];
}

type Pdf = PDFKit.PDFDocument;

/** Points in a millimetre. */
const mm = 72 / 25.4;
const [left, right] = [20, 190];

/**
 * Writes letters of A4, a page each, into a PDF file that is not there yet; once this returns it is on disk. Folded
 * in three, the address stands in the window of an envelope (長形3号).
 */
export async function drawLetters(
  file: string,
  letters: readonly LetterSheet[],
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

function drawLetter(pdf: Pdf, letter: LetterSheet, head: LetterHead): void {
  pdf.addPage();
  drawAddress(pdf, letter.addressee);
  put(pdf, day(head.issuedAt), { x: 150, y: 20, size: 10 });
  const [name, number] = letter.number;
  put(pdf, name, { x: 150, y: 27, size: 8 });
  put(pdf, number, { x: 150, y: 31, size: 11 });
  put(pdf, "利用者ID・パスワード通知書", { x: left, y: 88, size: 18, bold: true });
  put(pdf, "ケアプランデータ連携システムで使うIDとパスワードを、次のとおりお知らせします。", {
    x: left,
    y: 98,
    size: 10.5,
  });
  let y = 106;
  for (const [label, secret] of letter.secrets) {
    drawSecret(pdf, y, label, secret);
    y += 21;
  }
  const alike = "ログインには上の2つを使います。パスワードの英字は小文字です。";
  put(pdf, `${alike}まぎらわしい l・o・0・1 は使っていません。`, { x: left, y: y + 2, size: 9 });
  drawSteps(pdf, y + 14, letter.steps);
  drawFoot(pdf, head);
}

function drawAddress(pdf: Pdf, { postalCode, address, name }: LetterSheet["addressee"]): void {
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

function drawSteps(pdf: Pdf, top: number, steps: LetterSheet["steps"]): void {
  put(pdf, "これからすること", { x: left, y: top, size: 13, bold: true });
  let y = top + 9;
  for (const [at, step] of steps.entries()) {
    put(pdf, String(at + 1), { x: left + 1, y, size: 12, bold: true });
    for (const line of linesOf(step, 42)) {
      put(pdf, line, { x: left + 8, y: y + 0.3, size: 10.5 });
      y += 5.4;
    }
    y += 3;
  }
}

function drawFoot(pdf: Pdf, head: LetterHead): void {
  const foot = [
    "この通知書は、鍵のかかる場所に保管してください。パスワードを電話やメールでおたずねすることはありません。",
    ...(head.helpDesk === undefined ? [] : [`お問い合わせ: ${head.helpDesk}`]),
  ];
  let y = 268;
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

/** A day as letters write it: `令和8年11月23日`. */
export function day(at: Date): string {
  return days.format(at);
}
