import type { SetDocument } from "@tsunagi/standard";
import { carePlanForms } from "./care-plan/care-plan-forms.ts";
import { drawDeletionNotice } from "./deletion/deletion-notice.ts";
import type { Form } from "./paper/form.ts";
import { planOfUseForms, resultsForms } from "./plan-of-use/plan-of-use-forms.ts";
import { preventivePlanForms, userBasicsForms } from "./preventive-plan/preventive-plan-forms.ts";

/** What a document needs besides itself to be drawn. */
export type Enclosed = {
  /** The pictures 家族構成 that came with it, by the name of their file. */
  readonly pictures: ReadonlyMap<string, Uint8Array>;
};

/** The forms of a document, in the order in which they are filed: care user by care user. Each is laid out when asked for. */
export function* drawForms(document: SetDocument, { pictures }: Enclosed): Generator<Form> {
  switch (document.kind) {
    case "care-plan":
      yield* carePlanForms(document);
      break;
    case "plan-of-use":
      yield* planOfUseForms(document);
      break;
    case "results":
      yield* resultsForms(document);
      break;
    case "user-basics":
      yield* userBasicsForms(document, pictures);
      break;
    case "preventive-plan":
      yield* preventivePlanForms(document, pictures);
      break;
    case "deletion":
      yield drawDeletionNotice(document);
      break;
    default:
      document satisfies never;
  }
}
