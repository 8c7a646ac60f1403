import { type ReactNode, useEffect, useRef, useState } from "react";
import { MendingList } from "../../parts/files/MendingList.tsx";
import { Card } from "../../parts/look/Card.tsx";
import { LinkButton } from "../../parts/look/LinkButton.tsx";
import { byteSize } from "../../parts/words/byte-size.ts";
import type { MendOutcome } from "../worker/mend-visitor-files.ts";

/** What was put right, and the files as they are now, to save. */
export function Mended({ mended, save }: MendOutcome): ReactNode {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    place.current?.focus();
  }, []);
  return (
    <div className="came" ref={place} tabIndex={-1}>
      <Card title="次のように直しました">
        <MendingList files={mended} />
        <Save file={save} count={mended.length} />
      </Card>
    </div>
  );
}

function Save({ file, count }: { readonly file: File; readonly count: number }): ReactNode {
  const [address, setAddress] = useState<string>();
  useEffect(() => {
    const made = URL.createObjectURL(file);
    setAddress(made);
    return () => {
      URL.revokeObjectURL(made);
    };
  }, [file]);
  return address === undefined ? null : (
    <div className="row">
      <LinkButton href={address} download={file.name} icon="download" look="primary">
        直したファイルを保存
      </LinkButton>
      <span className="soft small">
        {count === 1 ? "" : `直した${count}個がZIPに入ります。`}
        <span className="code">{file.name}</span> ({byteSize(file.size)})
      </span>
    </div>
  );
}
