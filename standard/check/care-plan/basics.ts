import { columnsOf } from "../../layout/columns.ts";
import { buildFileName } from "../../naming/build-file-name.ts";
import type { StartRowRules } from "../row-rules.ts";
import { dateOrder } from "./date-order.ts";
import { otherText } from "./other-text.ts";
import { ownThoughCareManager } from "./outsourcing.ts";
import { PlanKeys } from "./plan-keys.ts";

const column = columnsOf("UPKIHON");

/** Basic information 利用者基本情報: once per key, dates in order, pictures of the family named as the file is. */
export const basicsRules: StartRowRules = (context) => {
  const { fields, findings, fileName } = context;
  const keys = new PlanKeys(context);
  const images = new Map<string, number>();
  const checkDates = dateOrder("UPKIHON", context, [
    { earlier: "birthDate", later: "consultedOn" },
    { earlier: "previousConsultationOn", later: "consultedOn" },
    { earlier: "birthDate", later: "certifiedFrom" },
    { earlier: "certifiedFrom", later: "certifiedTo" },
  ]);
  const checkMethod = otherText("UPKIHON", context, {
    choice: "consultationMethod",
    other: "03",
    text: "consultationMethodOther",
  });
  const checkOutsourcing = ownThoughCareManager("UPKIHON", context);

  return {
    row: (values, number, sound) => {
      keys.once(values, number, sound);
      if (!sound) return;
      checkDates(values, number);
      checkMethod(values, number);
      checkOutsourcing(values, number);
      checkImage(values[column.familyImage] ?? "", number);
    },
    end: () => keys.facts(images),
  };

  function checkImage(name: string, number: number): void {
    if (name === "" || fileName === undefined) return;
    const place = { row: number, field: fields[column.familyImage] };
    const { sender, receiver, time } = fileName;
    const named = (branch: string) =>
      buildFileName({ type: "image", sender, receiver, time, branch });
    const branch = name.slice(-8, -4);
    if (!/^\d{4}$/.test(branch) || name !== named(branch)) {
      findings.report("image-name", { name, wanted: named("0001") }, place);
      return;
    }
    const first = images.get(branch);
    if (first === undefined) images.set(branch, number);
    else findings.report("image-named-twice", { name, first }, place);
  }
};
