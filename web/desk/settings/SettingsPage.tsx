import type { DeskSettings } from "@tsunagi/contract/desk";
import type { ReactNode } from "react";
import { Page } from "../../parts/frame/Page.tsx";
import { Card } from "../../parts/look/Card.tsx";
import { Facts } from "../../parts/look/Facts.tsx";
import { LinkButton } from "../../parts/look/LinkButton.tsx";
import { Moment } from "../../parts/look/Moment.tsx";
import type { ReadyState } from "../desk-context.ts";
import { AppCard } from "./AppCard.tsx";
import { CertificateCard } from "./CertificateCard.tsx";
import { HelpCard } from "./HelpCard.tsx";
import { standingInWords } from "./licence-words.ts";
import { backupAddress } from "./settings-places.ts";

interface SettingsPageProps {
  readonly state: ReadyState;
  readonly settings: DeskSettings;
}

/** 設定 at a glance; what takes more than a press has a page of its own. */
export function SettingsPage({ state, settings }: SettingsPageProps): ReactNode {
  const { office, licence } = state;
  return (
    <Page title="設定" lead="この事業所と、この端末のアプリについて。" width="narrow">
      <Card title="事業所">
        <Facts
          facts={[
            ["名前", office.name],
            ["事業所番号", <Code key="number">{office.number}</Code>],
            ["利用期間", standingInWords(licence)],
          ]}
        />
      </Card>
      <CertificateCard certificate={settings.certificate} />
      <Card title="バックアップ">
        <p className="measure">
          送受信の記録、受け取ったデータ、事業所の鍵は、このパソコンの中だけにあります。月に一度は、別の場所に写してください。
        </p>
        <Facts
          facts={[
            ["最後のバックアップ", <LastBackup key="last" backup={settings.lastBackup} />],
            ["もとのフォルダー", <Code key="folder">{settings.folder}</Code>],
          ]}
        />
        <div>
          <LinkButton href={backupAddress} icon="folder">
            バックアップを取る
          </LinkButton>
        </div>
      </Card>
      <AppCard state={state} settings={settings} />
      <HelpCard helpDesk={settings.helpDesk} />
    </Page>
  );
}

function LastBackup({ backup }: { readonly backup: DeskSettings["lastBackup"] }): ReactNode {
  if (backup === null) return "まだ取っていません";
  return (
    <>
      <Moment at={backup.at} />
      <br />
      <Code>{backup.folder}</Code>
    </>
  );
}

function Code({ children }: { readonly children: string }): ReactNode {
  return <span className="code">{children}</span>;
}
