import { type ReactNode, useEffect, useState } from "react";
import { LinkButton } from "../../parts/look/LinkButton.tsx";

interface HowToVerifyProps {
  /** The name of one of the files. */
  readonly example: string;
  /** PEM. */
  readonly authority: string;
}

/** For those who want to see for themselves that a file is the operator's and arrived whole. */
export function HowToVerify({ example, authority }: HowToVerifyProps): ReactNode {
  const address = useFileAddress(authority);
  return (
    <details className="downloads-verify">
      <summary>ファイルが本物かを確かめるには（詳しい方・システム担当の方へ）</summary>
      <div className="stack">
        <p>
          Windowsの「コマンド プロンプト」で、保存したファイルのSHA-256が上の値と同じかを見ます。
        </p>
        <pre className="downloads-command">
          <code>certutil -hashfile {example} SHA256</code>
        </pre>
        <p>
          署名は、だれでも OpenSSL 3 で確かめられます。「CAdES Verification
          successful」と出れば、この運営者が配ったファイルです。下の認証局の証明書は、端末の設定に使ったものと同じか、お確かめください。
        </p>
        <pre className="downloads-command">
          <code>
            openssl cms -verify -cades -binary -inform DER -in {example}.p7s -content {example}{" "}
            -CAfile e-seikyu-ca.pem -out verified
          </code>
        </pre>
        <div>
          <LinkButton href={address} download="e-seikyu-ca.pem" icon="download">
            認証局の証明書（e-seikyu-ca.pem）
          </LinkButton>
        </div>
      </div>
    </details>
  );
}

/** An address under which the browser saves a text. */
function useFileAddress(text: string): string {
  const [address, setAddress] = useState("");
  useEffect(() => {
    const made = URL.createObjectURL(new Blob([text], { type: "application/x-pem-file" }));
    setAddress(made);
    return () => {
      URL.revokeObjectURL(made);
    };
  }, [text]);
  return address;
}
