export { fontFile } from "./font.ts";
export { type PdfOptions, pdfOf } from "./pdf.ts";
