import type { DeskSettings } from "@tsunagi/contract/desk";
import type { ReactNode } from "react";
import { Card } from "../../parts/look/Card.tsx";
import { Facts } from "../../parts/look/Facts.tsx";
import { LinkButton } from "../../parts/look/LinkButton.tsx";

/** 困ったとき: how the help desk is reached, as the centre said last. */
export function HelpCard({ helpDesk }: Pick<DeskSettings, "helpDesk">): ReactNode {
  const { telephone = null, hours = null, site = null } = helpDesk ?? {};
  return (
    <Card title="困ったとき">
      {telephone === null && site === null ? (
        <p className="measure">
          センターの運営者の案内をご覧ください。お問い合わせのときは、この画面の「版」と「事業所番号」をお知らせください。
        </p>
      ) : (
        <p className="measure">
          お問い合わせのときは、この画面の「版」と「事業所番号」をお知らせください。
        </p>
      )}
      {telephone === null ? null : (
        <Facts
          facts={[
            [
              "ヘルプデスク",
              <a key="telephone" href={`tel:${telephone}`}>
                {telephone}
              </a>,
            ],
            ...(hours === null ? [] : ([["受付時間", hours]] as const)),
          ]}
        />
      )}
      {site === null ? null : (
        <div>
          <LinkButton href={site} icon="question" elsewhere>
            サポートサイトを開く
          </LinkButton>
        </div>
      )}
    </Card>
  );
}
