import type { OfficeName } from "@tsunagi/contract";
import type { ReactNode } from "react";
import { Frame } from "../../parts/frame/Frame.tsx";
import { Page } from "../../parts/frame/Page.tsx";
import { Steps } from "../../parts/frame/Steps.tsx";
import { Card } from "../../parts/look/Card.tsx";
import { OfficeLabel } from "../../parts/look/OfficeLabel.tsx";

interface LoginFrameProps {
  readonly office: OfficeName;
  readonly step: 0 | 1;
  readonly children: ReactNode;
}

const steps = ["個人ユーザ", "事業所ユーザ"];

/** Around both steps of the login. */
export function LoginFrame({ office, step, children }: LoginFrameProps): ReactNode {
  return (
    <Frame side={<OfficeLabel {...office} />}>
      <Page title={`ログイン (${step + 1}/2 ${steps[step]})`} width="narrow">
        <Steps label="ログインの手順" steps={steps} current={step} />
        <Card>{children}</Card>
      </Page>
    </Frame>
  );
}
