import "./finding-list.css";
import type { FindingView } from "@tsunagi/contract/desk";
import { type ReactNode, useState } from "react";
import { Button } from "../../parts/look/Button.tsx";
import { Icon } from "../../parts/look/Icon.tsx";
import { gravestFirst, placeOf } from "./findings.ts";

/** Findings shown before the user asks for all. */
const shownAtFirst = 5;

/** What was found in a file or a set: where it is, what is wrong, what to do. */
export function FindingList({
  findings,
}: {
  readonly findings: readonly FindingView[];
}): ReactNode {
  const [all, setAll] = useState(false);
  if (findings.length === 0) return null;
  const sorted = gravestFirst(findings);
  const shown = all ? sorted : sorted.slice(0, shownAtFirst);
  return (
    <div className="findings">
      <ul className="stack-narrow">
        {shown.map((finding, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: findings have no identity and do not move
          <li key={index} className={`finding finding-${finding.severity}`}>
            <span className="finding-sign">
              <Icon name={finding.severity === "error" ? "cross" : "alert"} />
              <strong>{finding.severity === "error" ? "直してください" : "念のため確認"}</strong>
            </span>
            <span>
              {placeOf(finding) === "" ? null : (
                <strong className="finding-place">{placeOf(finding)}</strong>
              )}
              {finding.message}
            </span>
          </li>
        ))}
      </ul>
      {sorted.length > shown.length ? (
        <Button
          look="quiet"
          onPress={() => {
            setAll(true);
          }}
        >
          残り{sorted.length - shown.length}件も表示する
        </Button>
      ) : null}
    </div>
  );
}
