import type { ReactNode } from "react";
import { Frame } from "../../parts/frame/Frame.tsx";
import { Page } from "../../parts/frame/Page.tsx";
import { Button } from "../../parts/look/Button.tsx";
import { Card } from "../../parts/look/Card.tsx";
import { codeOf, sentenceOf } from "../../parts/words/sentence-of.ts";
import { theApp } from "../api.ts";

interface CannotOpenProps {
  readonly error: unknown;
  readonly onAgain: () => void;
}

/** The page was opened without the app's leave, or the app does not answer. */
export function CannotOpen({ error, onAgain }: CannotOpenProps): ReactNode {
  const refused = codeOf(error) === "start-refused";
  return (
    <Frame>
      <Page title="画面を開けませんでした" width="narrow">
        <Card>
          <p>{sentenceOf(error, theApp)}</p>
          {refused ? (
            <p className="soft">
              安全のため、この画面はアプリから開いたときだけ使えます。アドレスを控えて開くことや、ほかの端末から開くことはできません。
            </p>
          ) : (
            <div>
              <Button look="primary" icon="refresh" onPress={onAgain}>
                もう一度試す
              </Button>
            </div>
          )}
        </Card>
      </Page>
    </Frame>
  );
}
