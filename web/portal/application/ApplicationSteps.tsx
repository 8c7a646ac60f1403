import type { ReactNode } from "react";
import { Steps } from "../../parts/frame/Steps.tsx";

/** Where in the three steps of 利用申請 the user is. */
export function ApplicationSteps({ current }: { readonly current: 0 | 1 | 2 }): ReactNode {
  return (
    <Steps
      label="利用申請の手順"
      steps={["申請情報入力", "利用規約", "利用申請完了"]}
      current={current}
    />
  );
}
