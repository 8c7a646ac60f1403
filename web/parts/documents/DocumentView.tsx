import "./documents.css";
import type { SetDocument } from "@tsunagi/standard";
import { type ReactNode, useState } from "react";
import { CarePlanSheet } from "./CarePlanSheet.tsx";
import { DeletionSheet } from "./DeletionSheet.tsx";
import { PreventivePlanSheet } from "./PreventivePlanSheet.tsx";
import { nameOf } from "./sheet-head.ts";
import { UserBasicsSheet } from "./UserBasicsSheet.tsx";
import { UserPlanSheet, UserResultsSheet } from "./UseSheets.tsx";

interface DocumentViewProps {
  readonly document: SetDocument;
  /** The pictures of the set. */
  readonly pictures: readonly File[];
}

/** One sheet of a document: of one care user, or of the whole set. */
interface Sheet {
  readonly title: string;
  readonly draw: () => ReactNode;
}

/** What stands in a set, as on paper: one care user at a time. */
export function DocumentView({ document, pictures }: DocumentViewProps): ReactNode {
  const [shown, setShown] = useState(0);
  const sheets = sheetsOf(document, pictures);
  const sheet = sheets[shown];
  if (sheet === undefined) return <p className="soft">中身がありません。</p>;
  return (
    <div className="document">
      {sheets.length === 1 ? null : (
        <label className="document-choice">
          利用者（全{sheets.length}人）
          <select
            value={shown}
            onChange={(event) => {
              setShown(Number(event.target.value));
            }}
          >
            {sheets.map(({ title }, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the place in the list is what is chosen
              <option key={at} value={at}>
                {title}
              </option>
            ))}
          </select>
        </label>
      )}
      <h3>{sheet.title}</h3>
      {sheet.draw()}
    </div>
  );
}

function sheetsOf(document: SetDocument, pictures: readonly File[]): readonly Sheet[] {
  switch (document.kind) {
    case "care-plan":
      return document.plans.map((plan) => ({
        title: nameOf(plan),
        draw: () => <CarePlanSheet plan={plan} />,
      }));
    case "plan-of-use":
      return document.users.map((plan) => ({
        title: nameOf(plan),
        draw: () => <UserPlanSheet plan={plan} />,
      }));
    case "results":
      return document.users.map((results) => ({
        title: nameOf(results),
        draw: () => <UserResultsSheet results={results} />,
      }));
    case "user-basics":
      return document.users.map((user) => ({
        title: nameOf(user),
        draw: () => <UserBasicsSheet user={user} pictures={pictures} />,
      }));
    case "preventive-plan":
      return document.plans.map((plan) => ({
        title: nameOf(plan),
        draw: () => <PreventivePlanSheet plan={plan} document={document} pictures={pictures} />,
      }));
    case "deletion":
      return [{ title: "削除の連絡", draw: () => <DeletionSheet document={document} /> }];
    default:
      return document satisfies never;
  }
}
