import { drawForms, type Form, svgOf } from "@tsunagi/forms";
import type { SetDocument } from "@tsunagi/standard";
import type { DrawnForm, Sheet } from "./ask.ts";
import type { Picture } from "./open-files.ts";

/** Draws the paper forms of a document, each page as SVG. */
export function drawSheet(document: SetDocument, pictures: readonly Picture[]): Sheet {
  const byName = new Map(pictures.map(({ name, bytes }) => [name, bytes]));
  return {
    document,
    pictures: pictures.map(({ name, bytes }) => new File([bytes], name, { type: "image/jpeg" })),
    forms: Array.from(drawForms(document, { pictures: byName }), drawnForm),
  };
}

function drawnForm(form: Form): DrawnForm {
  const { title, about, pages } = form;
  return {
    title,
    about,
    pages: pages.map(({ paper }, at) => ({
      width: paper.width,
      height: paper.height,
      svg: svgOf(form, at),
    })),
  };
}
