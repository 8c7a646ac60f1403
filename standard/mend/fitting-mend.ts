import { FileMend } from "./file-mend.ts";
import type { Accept } from "./mending.ts";

/** A look through a file before it is mended. */
export type Look = {
  /** Takes the next bytes of the file; true where the rest need not be looked at. */
  push(chunk: Uint8Array): boolean;
  /** What mends the file, or the next look, from its first byte on. */
  end(): FileMend | Look;
};

/**
 * Finds what mends a file, which is known only once it has been tried: a file in Unicode becomes MS932 if all of it can.
 * Otherwise it stays in UTF-8 with all else mended, and as it is where it would then pass for MS932: that can happen to
 * a file of two encodings, and to one whose only Japanese was what is mended.
 */
export function lookThrough(name: string, accept: Accept | undefined): Look {
  const trial = new FileMend(name, { accept });
  return {
    push(chunk) {
      trial.push(chunk);
      return trial.encoding === "MS932";
    },
    end() {
      trial.end();
      if (!trial.lacksCharacters) return new FileMend(name, { accept });
      if (trial.encoding === "UTF-8") return lookWhetherStaysUtf8(name, accept);
      return new FileMend(name, { accept, keeps: "bytes" });
    },
  };
}

function lookWhetherStaysUtf8(name: string, accept: Accept | undefined): Look {
  const trial = new FileMend(name, { accept, keeps: "UTF-8" });
  const readAgain = new FileMend(trial.name);
  return {
    push(chunk) {
      readAgain.push(trial.push(chunk));
      return readAgain.encoding === "MS932";
    },
    end() {
      readAgain.push(trial.end().bytes);
      readAgain.end();
      const keeps = readAgain.encoding === "UTF-8" ? "UTF-8" : "bytes";
      return new FileMend(name, { accept, keeps });
    },
  };
}
