import "./recover.css";
import type { ReactNode } from "react";
import { Page } from "../../parts/frame/Page.tsx";
import { Button } from "../../parts/look/Button.tsx";
import { Card } from "../../parts/look/Card.tsx";
import { Facts } from "../../parts/look/Facts.tsx";
import { Notice } from "../../parts/look/Notice.tsx";

interface IssuePasswordPageProps {
  readonly issuePassword: string;
  readonly onGoOn: () => void;
}

/** 証明書発行用パスワード of an office that got its account by mail: shown this once. */
export function IssuePasswordPage({ issuePassword, onGoOn }: IssuePasswordPageProps): ReactNode {
  return (
    <Page title="パスワードを決めました" width="narrow">
      <div className="no-print">
        <Notice
          tone="warn"
          title="証明書発行用パスワードは、この画面でしか表示されません。"
          live="status"
        >
          <p>アプリで電子証明書を受け取るときに使います。印刷するか、書き留めてください。</p>
        </Notice>
      </div>
      <Card>
        <Facts
          facts={[
            [
              "証明書発行用パスワード",
              <strong key="password" className="recover-id">
                {issuePassword}
              </strong>,
            ],
          ]}
        />
      </Card>
      <div className="row no-print">
        <Button look="primary" onPress={onGoOn}>
          書き留めました。先へ進む
        </Button>
        <Button
          icon="print"
          onPress={() => {
            window.print();
          }}
        >
          印刷する
        </Button>
      </div>
    </Page>
  );
}
