import "./evidence.css";
import type { EvidenceStatement } from "@tsunagi/contract/desk";
import { type ReactNode, useState } from "react";
import { Button } from "../../parts/look/Button.tsx";
import { Card } from "../../parts/look/Card.tsx";
import { Failure } from "../../parts/look/Failure.tsx";
import { Icon, type IconName } from "../../parts/look/Icon.tsx";
import { LinkButton } from "../../parts/look/LinkButton.tsx";
import { Notice } from "../../parts/look/Notice.tsx";
import { desk, evidenceAddress, theApp } from "../api.ts";
import { useDeskAction } from "../desk-context.ts";

interface Evidence {
  readonly proved: boolean;
  readonly statements: readonly EvidenceStatement[];
}

/** 送受信の証拠: checked on this machine when asked for, and to be saved for others to check. */
export function EvidenceCard({ id }: { readonly id: string }): ReactNode {
  const [evidence, setEvidence] = useState<Evidence>();
  const check = useDeskAction(async () => {
    setEvidence(await desk.evidence({ params: { id } }));
  });

  return (
    <Card title="送受信の証拠">
      <p className="measure soft">
        だれがいつ何を送り、受け取ったかを、署名つきの記録で示します。運営指導などで見せるときにお使いください。
      </p>
      <Failure title="証拠を確かめられませんでした" error={check.error} otherSide={theApp} />
      <div role="status" className="stack">
        {evidence === undefined ? null : <Findings evidence={evidence} />}
      </div>
      <div className="row">
        <Button icon="shield" onPress={check.run} pending={check.pending}>
          証拠を確かめる
        </Button>
        <LinkButton href={evidenceAddress(id)} icon="download" download={`evidence-${id}.zip`}>
          証拠一式を保存する (ZIP)
        </LinkButton>
      </div>
    </Card>
  );
}

function Findings({ evidence }: { readonly evidence: Evidence }): ReactNode {
  const failed = evidence.statements.some(({ state }) => state === "failed");
  return (
    <>
      {evidence.proved ? (
        <Notice tone="good" title="送受信の証拠を確かめました。" />
      ) : failed ? (
        <Notice tone="bad" title="確かめられない記録があります。">
          <p>証拠一式を保存し、ヘルプデスクへご連絡ください。</p>
        </Notice>
      ) : (
        <Notice tone="info" title="まだそろっていない記録があります。">
          <p>相手が受け取って開くと、残りの記録がそろいます。</p>
        </Notice>
      )}
      <ul className="evidence-list">
        {evidence.statements.map((statement) => (
          <li key={statement.name} className={`evidence-statement evidence-${statement.state}`}>
            <span className="evidence-sign">
              <Icon name={signs[statement.state]} />
              <strong>{words[statement.state]}</strong>
            </span>
            <span>{statement.sentence}</span>
          </li>
        ))}
      </ul>
    </>
  );
}

const signs: Readonly<Record<EvidenceStatement["state"], IconName>> = {
  proved: "check",
  failed: "cross",
  absent: "clock",
};

const words: Readonly<Record<EvidenceStatement["state"], string>> = {
  proved: "確認済み",
  failed: "確認できず",
  absent: "まだありません",
};
