import type { PlanDraft, PlanLine, PlannedUser } from "@tsunagi/standard";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { Button } from "../../parts/look/Button.tsx";
import { Notice } from "../../parts/look/Notice.tsx";
import { LineForm } from "./LineForm.tsx";
import { movedLine } from "./moved-line.ts";
import { PlanGrid } from "./PlanGrid.tsx";

interface PlanLinesProps {
  readonly plan: PlannedUser;
  readonly onChange: (lines: PlanDraft["lines"]) => void;
  /** Stands beside the button that adds a service. */
  readonly beside: ReactNode;
}

/** The services of a plan by days, and the form in which one is entered. */
export function PlanLines({ plan: { user, draft }, onChange, beside }: PlanLinesProps): ReactNode {
  const { lines } = draft;
  const [edited, setEdited] = useState<string>();
  const [removed, setRemoved] = useState<readonly PlanLine[]>();
  const adding = useRef<HTMLDivElement>(null);
  const wasEdited = useRef(false);

  // Who closes the form by keyboard goes on where it was opened.
  useEffect(() => {
    if (wasEdited.current && edited === undefined) adding.current?.querySelector("button")?.focus();
    wasEdited.current = edited !== undefined;
  }, [edited]);

  const change = (next: PlanDraft["lines"]): void => {
    setRemoved(undefined);
    onChange(next);
  };
  const close = (): void => {
    setEdited(undefined);
  };

  return (
    <>
      <PlanGrid
        name={user.name}
        draft={draft}
        onCount={(lineId, day, count) => {
          change(
            lines.map((line) =>
              line.id === lineId && line.claimDays === null
                ? { ...line, counts: line.counts.with(day - 1, count) }
                : line,
            ),
          );
        }}
        onEdit={setEdited}
      />
      {removed === undefined ? null : (
        <Notice tone="info" title="サービスを削除しました。" live="status">
          <div>
            <Button
              icon="refresh"
              onPress={() => {
                change(removed);
              }}
            >
              削除を取り消す
            </Button>
          </div>
        </Notice>
      )}
      {edited === undefined ? (
        <div ref={adding} className="spread">
          <Button
            look={lines.length === 0 ? "primary" : "plain"}
            icon="document"
            onPress={() => {
              setEdited("new");
            }}
          >
            サービスを加える
          </Button>
          {beside}
        </div>
      ) : (
        <LineForm
          key={edited}
          line={lines.find((line) => line.id === edited)}
          onDone={(line) => {
            const known = lines.some((one) => one.id === line.id);
            change(
              known ? lines.map((one) => (one.id === line.id ? line : one)) : [...lines, line],
            );
            close();
          }}
          onRemove={() => {
            onChange(lines.filter((line) => line.id !== edited));
            setRemoved(lines);
            close();
          }}
          onMove={(by) => {
            change(movedLine(lines, edited, by));
          }}
          onClose={close}
        />
      )}
    </>
  );
}
