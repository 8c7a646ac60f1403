import type { KeptCareUser } from "@tsunagi/contract/desk";
import { type PlannedUser, planFaults } from "@tsunagi/standard";
import type { ReactNode } from "react";
import { Badge } from "../../parts/look/Badge.tsx";
import { Button } from "../../parts/look/Button.tsx";
import { Notice } from "../../parts/look/Notice.tsx";
import { detailsOf, isSameUser } from "./plan-content.ts";

/** What is still missing, where something is there already. */
export function Faults({ plan }: { readonly plan: PlannedUser }): ReactNode {
  const { lines } = plan.draft;
  const faults = lines.length === 0 ? [] : planFaults(plan);
  if (faults.length === 0) return null;
  return (
    <Notice tone="warn" title="送る前に、次のところを直してください。">
      <ul className="stack-narrow">
        {faults.map(({ lineId, message }) => {
          const name = lines.find(({ id }) => id === lineId)?.service.name;
          return <li key={`${lineId} ${message}`}>{`${name ?? ""}: ${message}`}</li>;
        })}
      </ul>
    </Notice>
  );
}

interface UserChangedProps {
  readonly plan: PlannedUser;
  readonly careUser: KeptCareUser;
  readonly onTake: () => void;
}

/** Says when what is known of the care user is not what the plan was made with. */
export function UserChanged({ plan, careUser, onTake }: UserChangedProps): ReactNode {
  if (isSameUser(plan.user, detailsOf(careUser.details))) return null;
  return (
    <Notice tone="info" title="利用者の情報が、この予定を作ったあとに変わっています。">
      <div>
        <Button icon="refresh" onPress={onTake}>
          この予定に反映する
        </Button>
      </div>
    </Notice>
  );
}

/** What was copied and must be looked at. */
export function CopyNotes({ notes }: { readonly notes: readonly string[] }): ReactNode {
  if (notes.length === 0) return null;
  return (
    <Notice tone="warn" title="先月から写しました。次のところを確かめてください。" live="status">
      <ul className="stack-narrow">
        {notes.map((note) => (
          <li key={note}>{note}</li>
        ))}
      </ul>
    </Notice>
  );
}

/** Whether the last change is on disk. */
export function Saving({ saving }: { readonly saving: "saved" | "saving" | "failed" }): ReactNode {
  if (saving === "failed") return null;
  return (
    <span role="status">
      <Badge tone="quiet" {...(saving === "saved" && { icon: "check" })}>
        {saving === "saved" ? "保存しました" : "保存しています"}
      </Badge>
    </span>
  );
}
