import type { DeskSettings } from "@tsunagi/contract/desk";
import type { ReactNode } from "react";
import { Card } from "../../parts/look/Card.tsx";
import { Facts } from "../../parts/look/Facts.tsx";
import { Moment } from "../../parts/look/Moment.tsx";
import type { ReadyState } from "../desk-context.ts";

interface AppCardProps {
  readonly state: Pick<ReadyState, "centre" | "certificateLog">;
  readonly settings: Pick<DeskSettings, "version" | "certificateLog">;
}

/** このアプリ: its version, its centre, and how the public log of certificates 公開記録 stood when it was last checked. */
export function AppCard({ state, settings }: AppCardProps): ReactNode {
  const log = settings.certificateLog;
  const sound = state.certificateLog.trouble === null;
  return (
    <Card title="このアプリ">
      <Facts
        facts={[
          ["版", `つなぎ ${settings.version}`],
          [
            "センター",
            <span key="centre" className="code">
              {state.centre}
            </span>,
          ],
          ["電子証明書の公開記録", logInWords(sound, log !== null)],
          ...(log === null
            ? []
            : ([
                ["最後に確かめた日時", <Moment key="at" at={log.checkedAt} />],
                ["記録の大きさ", `${log.size.toLocaleString("ja-JP")}件`],
              ] as const)),
        ]}
      />
      <p className="soft small measure">
        公開記録は、発行されたすべての電子証明書の控えです。にせの電子証明書が発行されていないことを、このアプリが自動で確かめています。
      </p>
    </Card>
  );
}

function logInWords(sound: boolean, checked: boolean): string {
  if (!sound) return "安全を確認できていません";
  return checked
    ? "問題は見つかっていません"
    : "まだ確かめていません。センターにつながると確かめます。";
}
