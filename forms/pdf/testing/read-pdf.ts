import { inflateSync } from "node:zlib";

/** What a PDF that pdfkit wrote holds, read by a reader of our own that follows the file and not the writer. */
export type ReadPdf = {
  /** The text of each page, as a reader copies it out: by the font's table of characters, without blanks. */
  readonly pages: readonly string[];
  /** The content of each page, its operators. */
  readonly contents: readonly string[];
  /** Every object of the file as it is written, without its stream. */
  readonly objects: ReadonlyMap<number, string>;
};

type PdfObject = { readonly words: string; readonly stream: Buffer | undefined };

/** Reads a whole file. */
export function readPdf(bytes: Uint8Array): ReadPdf {
  const objects = objectsIn(Buffer.from(bytes));
  const words = (number: number) => objects.get(number)?.words ?? "";
  const stream = (number: number) => objects.get(number)?.stream ?? Buffer.alloc(0);
  const fonts = [...objects].filter(([, object]) => object.words.includes("/Subtype /Type0"));
  const characters = new Map(
    fonts.flatMap(([, object]) => [
      ...charactersIn(stream(referenceIn(object.words, "ToUnicode")).toString("latin1")),
    ]),
  );
  const root = [...objects.values()].find((object) => object.words.includes("/Type /Pages"));
  const kids = /\/Kids \[([^\]]*)\]/u.exec(root?.words ?? "")?.[1] ?? "";
  const contents = Array.from(kids.matchAll(/(\d+) 0 R/gu), ([, kid]) =>
    stream(referenceIn(words(Number(kid)), "Contents")).toString("latin1"),
  );
  return {
    pages: contents.map((content) => textIn(content, characters)),
    contents,
    objects: new Map(Array.from(objects, ([number, object]) => [number, object.words])),
  };
}

function objectsIn(bytes: Buffer): ReadonlyMap<number, PdfObject> {
  const text = bytes.toString("latin1");
  const objects = new Map<number, PdfObject>();
  for (const match of text.matchAll(/(?<=\n)(\d+) 0 obj\n/gu)) {
    const start = match.index + match[0].length;
    const end = text.indexOf("endobj", start);
    const begin = text.indexOf("stream\n", start);
    const words = text.slice(start, begin === -1 ? end : Math.min(begin, end));
    const length = Number(/\/Length (\d+)/u.exec(words)?.[1] ?? 0);
    const raw =
      begin === -1 || begin > end ? undefined : bytes.subarray(begin + 7, begin + 7 + length);
    const stream = raw !== undefined && words.includes("/FlateDecode") ? inflateSync(raw) : raw;
    objects.set(Number(match[1]), { words, stream });
  }
  return objects;
}

function referenceIn(words: string, key: string): number {
  return Number(new RegExp(`/${key} (\\d+) 0 R`, "u").exec(words)?.[1]);
}

/** What each code of a font stands for, by its ToUnicode table. */
function charactersIn(table: string): ReadonlyMap<string, string> {
  const characters = new Map<string, string>();
  for (const [, from = "", , list = ""] of table.matchAll(/<(\w+)> <(\w+)> \[([^\]]*)\]/gu)) {
    Array.from(list.matchAll(/<([^>]*)>/gu)).forEach(([, units = ""], at) => {
      const code = (Number.parseInt(from, 16) + at).toString(16).padStart(4, "0");
      const character = units
        .split(" ")
        .map((unit) => String.fromCharCode(Number.parseInt(unit, 16)));
      characters.set(code, character.join(""));
    });
  }
  return characters;
}

function textIn(content: string, characters: ReadonlyMap<string, string>): string {
  return Array.from(content.matchAll(/<([\da-f]+)>(?= -?[\d.]+(?: <|\] TJ))/gu), ([, codes = ""]) =>
    Array.from(codes.matchAll(/.{4}/gu), ([code]) => characters.get(code) ?? "").join(""),
  )
    .join("")
    .replaceAll(/\s/gu, "");
}
