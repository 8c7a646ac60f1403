import { type ReactNode, useState } from "react";
import { FileRow } from "../../parts/files/FileRow.tsx";
import { SetSheet } from "../../parts/files/SetSheet.tsx";
import { Button } from "../../parts/look/Button.tsx";
import { Notice } from "../../parts/look/Notice.tsx";
import type { MendOutcome } from "../worker/mend-visitor-files.ts";
import type { Outcome, Standing } from "../worker/outcome.ts";
import type { CheckWorker } from "../worker/start-worker.ts";
import { Mended } from "./Mended.tsx";
import { MendOffer } from "./MendOffer.tsx";
import { SetReport } from "./SetReport.tsx";
import { verdictOf } from "./verdict.ts";

interface OutcomeSheetsProps {
  readonly outcome: Outcome;
  readonly worker: CheckWorker;
}

/** Sets shown before the visitor asks for more. */
const shownAtFirst = 20;

/** What came of a check: how it stands on the whole, then each set, the gravest first, then what belongs to none. */
export function OutcomeSheets({ outcome, worker }: OutcomeSheetsProps): ReactNode {
  const [shown, setShown] = useState(shownAtFirst);
  const [mended, setMended] = useState<MendOutcome>();
  const now = mended?.after ?? outcome;
  const { tone, title, next } = verdictOf(now);
  const sets = gravestFirst(now.sets);
  const hidden = Math.max(0, sets.length - shown);
  return (
    <>
      {mended === undefined ? null : <Mended {...mended} />}
      <Notice
        tone={tone}
        title={mended === undefined ? title : `直したあとで、調べ直しました。${title}`}
        live="status"
      >
        <p>{next}</p>
      </Notice>
      {mended === undefined ? (
        <MendOffer outcome={outcome} worker={worker} onMended={setMended} />
      ) : null}
      {sets.slice(0, shown).map((set) => (
        <SetReport key={`${set.id} ${mended === undefined}`} set={set} worker={worker} />
      ))}
      {hidden === 0 ? null : (
        <Button
          onPress={() => {
            setShown(shown + shownAtFirst);
          }}
        >
          {`残り${hidden}件のうち、次の${Math.min(hidden, shownAtFirst)}件を表示する`}
        </Button>
      )}
      <Strays strays={now.strays} />
    </>
  );
}

function Strays({ strays }: Pick<Outcome, "strays">): ReactNode {
  const [shown, setShown] = useState(shownAtFirst);
  if (strays.length === 0) return null;
  const bad = strays.some(({ findings }) => findings.length > 0);
  const hidden = strays.length - shown;
  return (
    <SetSheet
      tone={bad ? "warn" : "good"}
      title="どの送信にも入らないファイル"
      files={strays.slice(0, shown).map((file) => <FileRow key={file.at} file={file} />)}
    >
      {hidden <= 0 ? null : (
        <Button
          look="quiet"
          onPress={() => {
            setShown(strays.length);
          }}
        >
          残り{hidden}個も表示する
        </Button>
      )}
    </SetSheet>
  );
}

const gravity: Readonly<Record<Standing, number>> = { bad: 0, warn: 1, good: 2 };

function gravestFirst(sets: Outcome["sets"]): Outcome["sets"] {
  return sets.toSorted((a, b) => gravity[a.standing] - gravity[b.standing]);
}
