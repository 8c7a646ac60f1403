import type { UserBasics } from "@tsunagi/standard";
import { type ReactNode, useEffect, useState } from "react";
import { RecordFacts } from "./RecordFacts.tsx";
import { RecordTable } from "./RecordTable.tsx";
import { ofCareUser, ofParent } from "./sheet-head.ts";

interface UserBasicsSheetProps {
  readonly user: UserBasics;
  /** The pictures that were given along. */
  readonly pictures: readonly File[];
}

/** 利用者基本情報 of one care user, with its annexes and the picture of the family. */
export function UserBasicsSheet({ user, pictures }: UserBasicsSheetProps): ReactNode {
  const { basics, day, history, familyImage } = user;
  const picture = pictures.find(({ name }) => name === familyImage?.name);
  return (
    <>
      {basics === undefined ? null : (
        <section className="stack">
          <h4>利用者基本情報</h4>
          <RecordFacts kind="UPKIHON" record={basics.record} without={ofCareUser} />
        </section>
      )}
      {picture === undefined ? null : <FamilyPicture file={picture} />}
      <RecordTable
        caption="別表 １日の生活・すごし方"
        kind="UPKIHON_SUB1"
        rows={day}
        without={ofParent}
      />
      <RecordTable
        caption="別表 現病歴・既往歴と経過"
        kind="UPKIHON_SUB2"
        rows={history}
        without={ofParent}
      />
    </>
  );
}

function FamilyPicture({ file }: { readonly file: File }): ReactNode {
  const [address, setAddress] = useState<string>();
  useEffect(() => {
    const made = URL.createObjectURL(file);
    setAddress(made);
    return () => {
      URL.revokeObjectURL(made);
    };
  }, [file]);
  return address === undefined ? null : (
    <img className="family-picture" src={address} alt={`家族構成の図 (${file.name})`} />
  );
}
