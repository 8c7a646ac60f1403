import "./set-card.css";
import type { TrayFile, TraySet } from "@tsunagi/contract/desk";
import { type ReactNode, useState } from "react";
import { SetSheet } from "../../parts/files/SetSheet.tsx";
import { Badge } from "../../parts/look/Badge.tsx";
import { Button } from "../../parts/look/Button.tsx";
import { monthOfService } from "../../parts/words/japanese-date.ts";
import { desk } from "../api.ts";
import { TrayFileRow } from "./TrayFileRow.tsx";
import type { TrayState } from "./use-tray.ts";

interface StrayCardProps {
  readonly file: TrayFile;
  readonly sets: readonly TraySet[];
  readonly change: TrayState["change"];
}

/** A file that belongs to no set: an attachment waits for a choice, anything else says why it cannot go. */
export function StrayCard({ file, sets, change }: StrayCardProps): ReactNode {
  const unusable = file.findings.some(({ severity }) => severity === "error");
  return (
    <SetSheet
      tone={unusable ? "bad" : "warn"}
      title={unusable ? "送れないファイル" : "添えるファイル"}
      state={
        unusable ? (
          <Badge tone="bad" icon="alert">
            送れません
          </Badge>
        ) : (
          <Badge tone="warn" icon="alert">
            送り先を選んでください
          </Badge>
        )
      }
      files={<TrayFileRow file={file} change={change} />}
      filesLabel={file.name}
    >
      {unusable ? null : <Attach file={file} sets={sets} change={change} />}
    </SetSheet>
  );
}

function Attach({ file, sets, change }: StrayCardProps): ReactNode {
  const [chosen, setChosen] = useState("");
  const setId = sets.some((set) => set.setId === chosen) ? chosen : (sets[0]?.setId ?? "");
  if (setId === "") {
    return (
      <p className="soft">
        先に、介護ソフトから書き出したファイルを入れてください。そのあとで、どの送信に添えるかを選べます。
      </p>
    );
  }
  return (
    <div className="stray-form">
      <label className="stray-field">
        どの送信に添えますか
        <select
          className="stray-select"
          value={setId}
          onChange={(event) => {
            setChosen(event.target.value);
          }}
        >
          {sets.map((set) => (
            <option key={set.setId} value={set.setId}>
              {nameOf(set)}
            </option>
          ))}
        </select>
      </label>
      <Button
        label={`${file.name}: この送信に添える`}
        onPress={() => {
          change.run(() => desk.attach({ params: { fileId: file.fileId }, body: { setId } }));
        }}
      >
        この送信に添える
      </Button>
    </div>
  );
}

function nameOf(set: TraySet): string {
  const month = set.month === null ? "" : ` ${monthOfService(set.month)}`;
  return `${set.to.name ?? set.to.number} あて ${set.title}${month}`;
}
