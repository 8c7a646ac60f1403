import type { CheckedFile } from "../check/checked-file.ts";
import { columnsOf } from "../layout/columns.ts";
import { rowsOf } from "../layout/layouts.ts";
import { buildFileName } from "../naming/build-file-name.ts";
import { hasCertainKeys } from "./certain-keys.ts";
import { type SetFinding, setFinding } from "./set-finding.ts";

const imageField = rowsOf("UPKIHON")[columnsOf("UPKIHON").familyImage];

/** Finds pictures of families that are named and not there, and ones that are there and not named. */
export function checkImages(files: readonly CheckedFile[]): readonly SetFinding[] {
  const basics = files.find(({ kind }) => kind === "UPKIHON");
  const parts = basics?.fileName;
  if (basics?.facts?.kind !== "UPKIHON" || parts === undefined) return [];
  const named = basics.facts.images ?? new Map<string, number>();
  const images = files.flatMap((file) =>
    file.fileName?.type === "image" ? [{ file, branch: file.fileName.branch }] : [],
  );
  const given = new Set(images.map(({ branch }) => branch));

  const missing = [...named].filter(([branch]) => !given.has(branch));
  const unnamed = hasCertainKeys(basics) ? images.filter(({ branch }) => !named.has(branch)) : [];
  const { sender, receiver, time } = parts;
  return [
    ...missing.map(([branch, row]) => {
      const name = buildFileName({ type: "image", sender, receiver, time, branch });
      return setFinding("image-missing", { name }, [basics], { row, field: imageField });
    }),
    ...unnamed.map(({ file }) => setFinding("image-not-named", { name: file.name }, [file])),
  ];
}
