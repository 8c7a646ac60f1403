import type { ReactNode } from "react";
import { LinkButton } from "../../parts/look/LinkButton.tsx";
import { Notice } from "../../parts/look/Notice.tsx";
import { usePlanMonth } from "./plan-month.ts";
import { serviceCodesAddress } from "./plan-places.ts";

/** Says that plans cannot be priced before there is a service code table. */
export function NoTable(): ReactNode {
  const { month, table } = usePlanMonth();
  if (table !== null) return null;
  return (
    <Notice tone="info" title="サービスコード表がまだ入っていません。">
      <p>単位数は、ネットワークの運営者から受け取ったサービスコード表をもとに計算します。</p>
      <div>
        <LinkButton href={serviceCodesAddress(month)} icon="document">
          サービスコード表を入れる
        </LinkButton>
      </div>
    </Notice>
  );
}
