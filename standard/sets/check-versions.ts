import type { CheckedFile } from "../check/checked-file.ts";
import type { FileKind } from "../layout/layouts.ts";
import { type Edition, editionOf } from "../layout/versions.ts";
import { type SetFinding, setFinding } from "./set-finding.ts";

type ReadFile = {
  readonly file: CheckedFile;
  readonly kind: FileKind;
  readonly edition: Edition;
};

/**
 * Finds files of different editions in one set, and kinds that their edition does not have. Versions that are not
 * known are said where they stand, in their file.
 */
export function checkVersions(files: readonly CheckedFile[]): readonly SetFinding[] {
  const read = files.flatMap((file): readonly ReadFile[] => {
    const edition = editionOf(file.version ?? "");
    return edition === undefined || file.kind === undefined
      ? []
      : [{ file, kind: file.kind, edition }];
  });
  const foreign = read.filter(({ kind, edition }) => edition.lacks.includes(kind));
  return [
    ...(new Set(read.map(({ edition }) => edition)).size > 1 ? [differing(read)] : []),
    ...foreign.map(({ file, kind, edition }) =>
      setFinding("kind-not-in-edition", { kind, edition }, [file]),
    ),
  ];
}

function differing(read: readonly ReadFile[]): SetFinding {
  const versions = read.map(
    ({ kind, edition: { name, version } }) => `${kind} は ${name}版の ${version}`,
  );
  return setFinding(
    "set-versions-differ",
    { versions: [...new Set(versions)] },
    read.map(({ file }) => file),
  );
}
