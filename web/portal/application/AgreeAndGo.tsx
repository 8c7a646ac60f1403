import { type ReactNode, useState } from "react";
import { Agree } from "../../parts/form/Agree.tsx";
import { Button } from "../../parts/look/Button.tsx";
import { Failure } from "../../parts/look/Failure.tsx";
import { Notice } from "../../parts/look/Notice.tsx";
import { theCentre } from "../api.ts";

interface AgreeAndGoProps {
  readonly action: string;
  readonly failed: string;
  readonly pending: boolean;
  readonly error: unknown;
  readonly onAgreed: () => void;
  /** Beside the button. */
  readonly children?: ReactNode;
}

/** 同意: the box that the terms are agreed to, and the button, which asks for it where it is empty. */
export function AgreeAndGo({
  action,
  failed,
  pending,
  error,
  onAgreed,
  children,
}: AgreeAndGoProps): ReactNode {
  const [agreed, setAgreed] = useState(false);
  const [asked, setAsked] = useState(false);
  return (
    <>
      <Agree
        agreed={agreed}
        onChange={(now) => {
          setAgreed(now);
          setAsked(false);
        }}
      >
        利用規約に同意します
      </Agree>
      {asked ? (
        <Notice
          tone="bad"
          title="利用規約をお読みのうえ、同意の欄に印を付けてください。"
          live="alert"
        />
      ) : null}
      <Failure title={failed} error={error} otherSide={theCentre} />
      <div className="form-actions">
        <Button
          look="primary"
          pending={pending}
          onPress={() => {
            if (agreed) onAgreed();
            else setAsked(true);
          }}
        >
          {action}
        </Button>
        {children}
      </div>
    </>
  );
}
