import "./choice.css";
import type { ReactNode } from "react";
import { Checkbox } from "react-aria-components/Checkbox";
import { Icon } from "../look/Icon.tsx";

interface AgreeProps {
  readonly children: ReactNode;
  readonly agreed: boolean;
  readonly onChange: (agreed: boolean) => void;
}

/** A box to tick. */
export function Agree({ children, agreed, onChange }: AgreeProps): ReactNode {
  return (
    <Checkbox className="agree" isSelected={agreed} onChange={onChange}>
      <span className="agree-mark" aria-hidden="true">
        <Icon name="check" />
      </span>
      <span>{children}</span>
    </Checkbox>
  );
}
