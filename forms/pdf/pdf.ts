import PDFDocument from "pdfkit";
import { widthOf } from "../paper/characters.ts";
import type { Form, Page } from "../paper/form.ts";
import { point } from "../paper/line.ts";
import { tones } from "../paper/tints.ts";
import { contentsOf, destinationOf, type Entry } from "./contents.ts";
import { drawItem } from "./draw-item.ts";
import { biz } from "./font.ts";

/** What a file of forms says of itself. */
export type PdfOptions = {
  /** The title in the reader's window. */
  readonly title: string;
  /** Whether the contents stand before the forms, and each page has its number in the file. */
  readonly contents: boolean;
  /** When it is made; now, where nothing is said. */
  readonly madeAt?: Date;
};

/**
 * Forms as one PDF/A-2b file (ISO 19005-2), bytes as they come: A4 pages, the font embedded as a subset, text that can
 * be selected and searched, a bookmark for each form. A page is drawn when its bytes are asked for, and then forgotten,
 * so that memory does not grow with the number of forms. While forms are counted, pieces come without bytes.
 * @param forms asked for twice when there are contents: to count the pages, and to draw them
 */
export function* pdfOf(
  forms: () => Iterable<Form>,
  { title, contents, madeAt = new Date() }: PdfOptions,
): Generator<Uint8Array, { readonly forms: number; readonly pages: number }> {
  const pdf = new PDFDocument({
    autoFirstPage: false,
    // The glyphs of every text that was ever drawn: kept, they grow with the file.
    fontLayoutCache: false,
    // None of the standard fonts, which PDF/A forbids.
    font: "",
    lang: "ja-JP",
    pdfVersion: "1.7",
    subset: "PDF/A-2b",
    displayTitle: true,
    info: { Title: inXml(title), Creator: "tsunagi", CreationDate: madeAt },
  });
  // pdfkit takes a font that was read already; its types do not know of that.
  pdf.font(biz() as unknown as PDFKit.Mixins.PDFFontSource);
  const bookmarks = bookmarksOf(pdf);
  let pages = 0;
  function* draw(form: Form, name?: string): Generator<Uint8Array> {
    for (const [at, page] of form.pages.entries()) {
      pages++;
      openPage(pdf, page);
      if (at === 0) bookmarks.add(form);
      if (at === 0 && name !== undefined) pdf.addNamedDestination(name);
      for (const item of page.items) drawItem(pdf, item);
      if (contents) numberPage(pdf, page, pages);
      yield* written(pdf);
    }
  }

  if (contents) yield* draw(contentsOf(yield* counted(forms())));
  let count = 0;
  for (const form of forms()) yield* draw(form, destinationOf(count++));
  pdf.end();
  yield* written(pdf);
  return { forms: count, pages };
}

/** pdfkit writes the title into XML as it is: signs that would be XML become their wide forms. */
function inXml(title: string): string {
  return title.replaceAll("&", "＆").replaceAll("<", "＜").replaceAll(">", "＞");
}

/** What the contents say of each form; after each comes a piece without bytes, so that nobody waits for all of them. */
function* counted(forms: Iterable<Form>): Generator<Uint8Array, readonly Entry[]> {
  const entries: Entry[] = [];
  for (const { title, about, pages } of forms) {
    entries.push({ title, about, pages: pages.length });
    yield nothing;
  }
  return entries;
}

const nothing = new Uint8Array();

function openPage(pdf: PDFKit.PDFDocument, { paper }: Page): void {
  pdf.addPage({ size: [paper.width / point, paper.height / point], margin: 0 });
  pdf
    .scale(1 / point)
    .strokeColor(tones.ink)
    .fillColor(tones.ink);
}

/** The number of the page in the file, at the foot in the middle. */
function numberPage(pdf: PDFKit.PDFDocument, { paper }: Page, number: number): void {
  const text = `- ${number} -`;
  const size = 8 * point;
  const x = (paper.width - widthOf(text) * size) / 2;
  drawItem(pdf, { kind: "text", x, y: paper.height - 6, size, text });
}

/** What pdfkit has written so far. */
function* written(pdf: PDFKit.PDFDocument): Generator<Uint8Array> {
  // pdfkit is a stream of bytes; what is read of it is a Buffer, or null where nothing is there.
  for (let chunk: Buffer | null = pdf.read(); chunk !== null; chunk = pdf.read()) yield chunk;
}

/** A bookmark shows its page as a whole. */
const wholePage = { expanded: false, fit: true };

/** A bookmark for each form, below one for each run of forms about the same. */
function bookmarksOf(pdf: PDFKit.PDFDocument): { readonly add: (form: Form) => void } {
  let group: { readonly about: string; readonly mark: PDFKit.PDFOutline } | undefined;
  return {
    add({ title, about }) {
      if (group?.about !== about) {
        group = { about, mark: pdf.outline.addItem(about, wholePage) };
      }
      group.mark.addItem(title, wholePage);
    },
  };
}
