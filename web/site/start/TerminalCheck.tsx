import type { ReactNode } from "react";
import { Badge } from "../../parts/look/Badge.tsx";
import { Button } from "../../parts/look/Button.tsx";
import type { Checked } from "./checks.ts";
import { useTerminalChecks } from "./use-terminal-checks.ts";

/** What the page found out by itself about this terminal. */
export function TerminalCheck(): ReactNode {
  const { checks, again } = useTerminalChecks();
  return (
    <section className="stack" aria-label="この端末の確認">
      <ul className="start-checks" aria-live="polite">
        {checks.map(([what, found]) => (
          <li key={what} className="start-check">
            <strong>{what}</strong>
            <Mark found={found} />
            <span>{found?.says ?? "確かめています…"}</span>
          </li>
        ))}
      </ul>
      <div>
        <Button icon="refresh" onPress={again}>
          もう一度確かめる
        </Button>
      </div>
    </section>
  );
}

function Mark({ found }: { readonly found: Checked | undefined }): ReactNode {
  if (found === undefined) return <Badge tone="quiet">確認中</Badge>;
  if (found.standing === "good") {
    return (
      <Badge tone="good" icon="check">
        よし
      </Badge>
    );
  }
  return found.standing === "warn" ? (
    <Badge tone="warn" icon="alert">
      注意
    </Badge>
  ) : (
    <Badge tone="bad" icon="alert">
      要確認
    </Badge>
  );
}
