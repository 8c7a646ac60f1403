import type { ReactNode } from "react";
import { Button } from "../../parts/look/Button.tsx";
import { Icon } from "../../parts/look/Icon.tsx";
import { sentenceOf } from "../../parts/words/sentence-of.ts";
import { theApp } from "../api.ts";
import type { Entry } from "./use-entry.ts";

/** Whether what was entered is on disk. */
export function SaveState({ entry }: { readonly entry: Entry }): ReactNode {
  if (entry.saving === "failed") {
    return (
      <span className="save-state save-failed" role="alert">
        <span>
          <Icon name="alert" /> 保存できていません。{sentenceOf(entry.error, theApp)}
        </span>
        <Button
          onPress={() => {
            entry.keeper.again();
          }}
        >
          もう一度保存する
        </Button>
      </span>
    );
  }
  return (
    <span className="save-state soft small">
      {entry.saving === "saving" ? "保存しています…" : "変更はすべて保存済み"}
    </span>
  );
}
