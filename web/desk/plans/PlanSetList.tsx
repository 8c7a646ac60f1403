import { serviceTypeName } from "@tsunagi/standard";
import type { ReactNode } from "react";
import { FindingList } from "../../parts/files/FindingList.tsx";
import { saveFile } from "../../parts/files/save-file.ts";
import { Badge } from "../../parts/look/Badge.tsx";
import { Button } from "../../parts/look/Button.tsx";
import { OfficeLabel } from "../../parts/look/OfficeLabel.tsx";
import { hasError, type PreparedSet } from "./prepare-plans.ts";

/** To whom the plans go, of whom they are, and what is in the way. */
export function PlanSetList({ sets }: { readonly sets: readonly PreparedSet[] }): ReactNode {
  return (
    <ul className="plan-rows" aria-label="送り先">
      {sets.map((set) => {
        const { kind, receiver, receiverName, users, findings } = set;
        return (
          <li key={`${kind} ${receiver.office}/${receiver.serviceType}`} className="plan-row">
            <span className="plan-row-name">
              <OfficeLabel number={receiver.office} name={receiverName} />
              {kind === "deletion" ? (
                <strong className="small">前に送った予定の取り消し（利用がなくなったため）</strong>
              ) : null}
              <span className="small soft">
                {`${serviceTypeName(receiver.serviceType) ?? receiver.serviceType}　${users
                  .map(({ user }) => `${user.name} 様`)
                  .join("、")}`}
              </span>
            </span>
            <Standing set={set} />
            {findings.length === 0 ? null : (
              <div className="plan-row-more">
                <FindingList findings={findings} />
              </div>
            )}
          </li>
        );
      })}
    </ul>
  );
}

function Standing({ set }: { readonly set: PreparedSet }): ReactNode {
  if (hasError(set)) {
    return (
      <Badge tone="bad" icon="alert">
        直すところあり
      </Badge>
    );
  }
  if (set.canReceive) {
    return (
      <Badge tone="good" icon="check">
        送れます
      </Badge>
    );
  }
  return (
    <span className="row">
      <Badge tone="warn" icon="alert">
        ここからは送れません
      </Badge>
      <Button
        look="quiet"
        icon="download"
        label={`${set.receiverName}: ファイルに保存`}
        onPress={() => {
          set.files.forEach(saveFile);
        }}
      >
        ファイルに保存
      </Button>
    </span>
  );
}
