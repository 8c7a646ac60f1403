import "./finding-list.css";
import { type ReactNode, useState } from "react";
import { Button } from "../look/Button.tsx";
import { Icon } from "../look/Icon.tsx";
import { type FindingGroup, groupFindings, placeOf, type ShownFinding } from "./shown-finding.ts";

/** Findings shown before the user asks for all. */
const shownAtFirst = 5;

/** What was found in a file or a set: where it is, what is wrong, what to do. */
export function FindingList({
  findings,
}: {
  readonly findings: readonly ShownFinding[];
}): ReactNode {
  const [all, setAll] = useState(false);
  if (findings.length === 0) return null;
  const groups = groupFindings(findings);
  const shown = all ? groups : groups.slice(0, shownAtFirst);
  return (
    <div className="findings">
      <ul className="stack-narrow">
        {shown.map((group, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: findings have no identity and do not move
          <FindingRow key={index} group={group} />
        ))}
      </ul>
      {groups.length > shown.length ? (
        <Button
          look="quiet"
          onPress={() => {
            setAll(true);
          }}
        >
          残り{groups.length - shown.length}件も表示する
        </Button>
      ) : null}
    </div>
  );
}

function FindingRow({ group }: { readonly group: FindingGroup }): ReactNode {
  const { severity, message, mend } = group.finding;
  const place = placeOf(group);
  return (
    <li className={`finding finding-${severity}`}>
      <span className="finding-sign">
        <Icon name={severity === "error" ? "cross" : "alert"} />
        <strong>{severity === "error" ? "直してください" : "念のため確認"}</strong>
      </span>
      <span>
        {place === "" ? null : <strong className="finding-place">{place}</strong>}
        {message}
        {mend === undefined ? null : (
          <span className="finding-mend">
            {mend.certain ? "自動で直せます" : "直し方の候補"}: {mend.says}
          </span>
        )}
      </span>
    </li>
  );
}
