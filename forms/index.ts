export { drawForms, type Enclosed } from "./draw-forms.ts";
export type { Form, Page, Paper } from "./paper/form.ts";
export type { Item, PictureItem, TextItem } from "./paper/item.ts";
export { type SvgOptions, svgOf } from "./svg/svg.ts";
