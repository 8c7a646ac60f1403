import type { SendProgress } from "@tsunagi/contract/desk";
import { type ReactNode, useEffect } from "react";
import { Progress } from "../../parts/look/Progress.tsx";
import { useResource } from "../../parts/state/use-resource.ts";
import { byteSize } from "../../parts/words/byte-size.ts";
import { desk } from "../api.ts";
import { useDesk } from "../desk-context.ts";

function loadProgress(signal: AbortSignal): Promise<SendProgress> {
  return desk.sending(undefined, { signal });
}

/** How far what is being sent together is; nothing when all of it has gone or waits for somebody to act. */
export function SendingProgress(): ReactNode {
  const { onChanged } = useDesk();
  const { resource, reload } = useResource(loadProgress);
  useEffect(
    () =>
      onChanged((what) => {
        if (what === "sent") reload();
      }),
    [onChanged, reload],
  );
  if (resource.state !== "ready") return null;
  const { messages, accepted, held, moving, bytes, acceptedBytes } = resource.value;
  // One message shows by its own trail how far it is.
  if (moving === 0 || messages < 2) return null;
  const stopped = held === 0 ? "" : `、要確認${held}件`;
  return (
    <Progress
      label="送信しています"
      done={{ count: accepted, of: messages }}
      counted={`${messages}件中${accepted}件 (${byteSize(acceptedBytes)} / ${byteSize(bytes)})${stopped}`}
    />
  );
}
