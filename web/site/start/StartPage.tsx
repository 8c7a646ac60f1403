import "./start.css";
import { type ReactNode, useState } from "react";
import { Page } from "../../parts/frame/Page.tsx";
import { Button } from "../../parts/look/Button.tsx";
import { Notice } from "../../parts/look/Notice.tsx";
import { browserStorage, doneSteps, keepSteps } from "./progress-store.ts";
import { StepCard } from "./StepCard.tsx";
import { nextStep, type StepId, stepIds, steps } from "./steps.ts";
import { stepTexts } from "./texts.tsx";

/** はじめかた: the steps to the first message, and how far this browser remembers one to be. */
export function StartPage(): ReactNode {
  const [done, setDone] = useState(() => doneSteps(browserStorage()));
  const [before] = useState(() => nextStep(done));
  const keep = (now: ReadonlySet<StepId>): void => {
    setDone(now);
    keepSteps(browserStorage(), now);
  };
  const next = nextStep(done);

  return (
    <Page
      title="はじめかた"
      lead="はじめてのデータを送るまでの手順です。済んだものに印を付けると、この端末のブラウザが覚えます。"
    >
      <HowFar done={done.size} />
      {next === undefined ? (
        <Notice tone="good" title="すべて済みました。" live="status">
          <p>困ったときは、よくある質問か、お問い合わせをご利用ください。</p>
        </Notice>
      ) : null}
      <ol className="start-steps">
        {stepIds.map((id, index) => (
          <li key={id}>
            {steps[id].part === steps[stepIds[index - 1] ?? id].part && index > 0 ? null : (
              <h2 className="start-part">{steps[id].part}</h2>
            )}
            <StepCard
              number={index + 1}
              step={steps[id]}
              done={done.has(id)}
              current={id === next}
              startsOpen={id === before}
              onDone={(is) => {
                const now = new Set(done);
                if (is) now.add(id);
                else now.delete(id);
                keep(now);
              }}
            >
              {stepTexts[id]}
            </StepCard>
          </li>
        ))}
      </ol>
      {done.size === 0 ? null : (
        <div>
          <Button
            look="quiet"
            icon="refresh"
            onPress={() => {
              keep(new Set());
            }}
          >
            印をすべて消す
          </Button>
        </div>
      )}
    </Page>
  );
}

function HowFar({ done }: { readonly done: number }): ReactNode {
  const minutes = stepIds.reduce((sum, id) => sum + steps[id].minutes, 0);
  return (
    <div className="start-far">
      <p>
        <strong>
          {stepIds.length}のうち{done}が済みました
        </strong>
        <span className="soft">（IDが手もとにあれば、全部で{minutes}分ほどです）</span>
      </p>
      <progress className="start-bar" aria-label="済んだ手順" value={done} max={stepIds.length} />
    </div>
  );
}
