import type { FileKind } from "../layout/layouts.ts";
import type { StartRowRules } from "./row-rules.ts";

/** The rules across fields and rows of each kind that has some. */
export const rulesOfKind: { readonly [Kind in FileKind]?: StartRowRules } = {};
