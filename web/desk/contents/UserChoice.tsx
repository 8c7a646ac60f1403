import type { ReactNode } from "react";
import { nameOf } from "../../parts/documents/sheet-head.ts";
import { Button } from "../../parts/look/Button.tsx";
import type { SheetHead } from "./ask.ts";

interface UserChoiceProps {
  readonly sheets: readonly SheetHead[];
  readonly at: number;
  readonly onChoose: (at: number) => void;
}

/** Whose forms are shown: one of a list, the one before, the one after. */
export function UserChoice({ sheets, at, onChoose }: UserChoiceProps): ReactNode {
  if (sheets.length === 1) return <p className="contents-user">{nameOfSheet(sheets[0])}</p>;
  return (
    <div className="contents-users">
      <label className="contents-choice">
        利用者（全{sheets.length}人）
        <select
          value={at}
          onChange={(event) => {
            onChoose(Number(event.target.value));
          }}
        >
          {sheets.map((sheet, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the place in the list is what is chosen
            <option key={place} value={place}>
              {nameOfSheet(sheet)}
            </option>
          ))}
        </select>
      </label>
      <Button
        disabled={at === 0}
        onPress={() => {
          onChoose(at - 1);
        }}
      >
        前の利用者
      </Button>
      <Button
        disabled={at === sheets.length - 1}
        onPress={() => {
          onChoose(at + 1);
        }}
      >
        次の利用者
      </Button>
    </div>
  );
}

function nameOfSheet(sheet: SheetHead | undefined): string {
  return sheet?.user === undefined ? "削除のお知らせ" : nameOf(sheet.user);
}
