export { type PdfOptions, pdfOf } from "./pdf.ts";
