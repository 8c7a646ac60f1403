import { stretchesOf } from "../paper/characters.ts";
import type { Item, TextItem } from "../paper/item.ts";
import { grounds, tones } from "../paper/tints.ts";
import { asDrawn, hasGlyphs } from "./font.ts";

type Document = PDFKit.PDFDocument;

/** Draws an item on the page that is open, which counts in millimetres and draws in ink where nothing else is said. */
export function drawItem(pdf: Document, item: Item): void {
  switch (item.kind) {
    case "line": {
      const { x1, y1, x2, y2, thickness, tone, dashed } = item;
      pdf.save().lineWidth(thickness).moveTo(x1, y1).lineTo(x2, y2);
      if (dashed) pdf.dash(1, { space: 1 });
      if (tone !== "ink") pdf.strokeColor(tones[tone]);
      pdf.stroke().restore();
      break;
    }
    case "box": {
      const { x, y, width, height, thickness, ground } = item;
      if (ground !== "none") pdf.save().rect(x, y, width, height).fill(grounds[ground]).restore();
      if (thickness > 0) pdf.lineWidth(thickness).rect(x, y, width, height).stroke();
      break;
    }
    case "ring": {
      const { x, y, width, height } = item;
      pdf
        .lineWidth(0.3)
        .roundedRect(x, y, width, height, height / 2)
        .stroke();
      break;
    }
    case "text":
      drawText(pdf, item);
      break;
    case "picture":
      pdf.image(Buffer.from(item.jpeg), item.x, item.y, { width: item.width, height: item.height });
      break;
    case "link": {
      const { x, y, width, height, to } = item;
      pdf.goTo(x, y, width, height, to);
      break;
    }
    default:
      item satisfies never;
  }
}

function drawText(pdf: Document, { x, y, size, text }: TextItem): void {
  pdf.fontSize(size);
  for (const stretch of stretchesOf(text)) {
    const left = x + stretch.at * size;
    if (stretch.beyond) drawInCell(pdf, stretch.text, { left, base: y, size });
    else write(pdf, stretch.text, left, y);
  }
}

type Cell = { readonly left: number; readonly base: number; readonly size: number };

/** A character beyond MS932, in the middle of its cell; copied out, it is what it was, however it is drawn. */
function drawInCell(pdf: Document, character: string, cell: Cell): void {
  const drawn = asDrawn(character);
  pdf.markContent("Span", { actual: character });
  if (hasGlyphs(drawn)) {
    const free = cell.size - pdf.widthOfString(drawn);
    write(pdf, drawn, cell.left + free / 2, cell.base);
  } else {
    drawCode(pdf, drawn, cell);
  }
  pdf.endMarkedContent();
}

/** In place of a character that the font lacks, its code in a box. */
function drawCode(pdf: Document, character: string, { left, base, size }: Cell): void {
  const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(6, "0");
  const [edge, small] = [size * 0.05, size * 0.42];
  const top = base - 0.86 * size;
  pdf
    .lineWidth(size * 0.04)
    .rect(left + edge, top, size - 2 * edge, size * 0.96)
    .stroke();
  pdf.fontSize(small);
  const inset = (size - 1.5 * small) / 2;
  write(pdf, code.slice(0, 3), left + inset, base - 0.42 * size);
  write(pdf, code.slice(3), left + inset, base + 0.02 * size);
  pdf.fontSize(size);
}

/** Without a width: given one, pdfkit leaves out what it thinks too long. */
function write(pdf: Document, text: string, x: number, base: number): void {
  pdf.text(text, x, base, { lineBreak: false, baseline: "alphabetic" });
}
