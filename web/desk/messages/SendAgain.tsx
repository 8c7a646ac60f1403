import type { ReactNode } from "react";
import { Button } from "../../parts/look/Button.tsx";
import { Failure } from "../../parts/look/Failure.tsx";
import { theApp } from "../api.ts";
import { useFetchNow } from "./use-fetch-now.ts";

/** Tries by hand what waits in the outbox, without waiting for the client's own next try. */
export function SendAgain({ onDone }: { readonly onDone: () => void }): ReactNode {
  const { fetchNow } = useFetchNow(onDone);
  return (
    <div className="stack">
      <Failure title="まだ送れませんでした" error={fetchNow.error} otherSide={theApp} />
      <div>
        <Button icon="refresh" onPress={fetchNow.run} pending={fetchNow.pending}>
          いますぐ送り直す
        </Button>
      </div>
    </div>
  );
}
