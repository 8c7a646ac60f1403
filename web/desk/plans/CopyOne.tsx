import { copyPlan, type PlanDraft } from "@tsunagi/standard";
import type { ReactNode } from "react";
import { Button } from "../../parts/look/Button.tsx";
import { Failure } from "../../parts/look/Failure.tsx";
import { theApp } from "../api.ts";
import { useDeskAction } from "../desk-context.ts";
import { codesIn, findCodes } from "./find-codes.ts";
import { usePlanMonth } from "./plan-month.ts";

interface CopyOneProps {
  /** What the drafts of the care user are kept under. */
  readonly careUser: string;
  readonly onCopied: (draft: PlanDraft, notes: readonly string[]) => void;
}

/** 先月から写す, for one care user whose plan is empty. */
export function CopyOne({ careUser, onCopied }: CopyOneProps): ReactNode {
  const { month, before } = usePlanMonth();
  const earlier = before.get(careUser);
  const copying = useDeskAction(async () => {
    if (earlier === undefined) return;
    const find = await findCodes(codesIn([earlier]));
    const { draft, notes } = copyPlan(earlier.draft, month, find);
    onCopied(
      draft,
      notes.map(({ message }) => message),
    );
  });
  if (earlier === undefined) return null;
  return (
    <>
      <Failure title="写せませんでした" error={copying.error} otherSide={theApp} />
      <div>
        <Button icon="document" pending={copying.pending} onPress={() => copying.run()}>
          先月から写す
        </Button>
      </div>
    </>
  );
}
