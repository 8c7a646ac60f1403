// node case.ts check|parse FOLDER, memory-same|memory-new MEGABYTES, hostile NAME: one measurement, printed as JSON.
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { checkFiles, decodeMs932, type GivenFile } from "@tsunagi/standard";
import { parse } from "csv-parse/sync";
import { hostileFile, longPlan } from "./made-up-files.ts";
import { type Measured, measured } from "./measured.ts";

const cases: { readonly [name: string]: (argument: string) => Promise<Measured> } = {
  check: async (folder) => {
    const given = await filesIn(folder);
    return measured(() => checkedRows(given));
  },
  parse: async (folder) => {
    const names = (await readdir(folder)).filter((name) => name.endsWith(".CSV"));
    const texts = await Promise.all(
      names.map(async (name) => decodeMs932(await readFile(join(folder, name)))),
    );
    return measured(() =>
      texts.reduce((rows, text) => rows + parse(text, { record_delimiter: "\r\n" }).length, 0),
    );
  },
  "memory-same": (megabytes) =>
    measured(() => checkedRows([longPlan(Number(megabytes) * 1e6, "same")])),
  "memory-new": (megabytes) =>
    measured(() => checkedRows([longPlan(Number(megabytes) * 1e6, "new")])),
  hostile: (name) => measured(() => checkedRows([hostileFile(name)])),
};

const [name = "", argument = ""] = process.argv.slice(2);
const run = cases[name];
if (run === undefined) throw new Error(`no case ${name}`);
console.log(JSON.stringify(await run(argument)));

async function checkedRows(given: readonly GivenFile[]): Promise<number> {
  const { files } = await checkFiles(given);
  return files.reduce((rows, { records }) => rows + records, 0);
}

/** With their bytes, as csv-parse gets its text: what is measured is not the disk. */
async function filesIn(folder: string): Promise<readonly GivenFile[]> {
  const names = await readdir(folder);
  return Promise.all(
    names.map(async (file): Promise<GivenFile> => {
      const bytes = await readFile(join(folder, file));
      return { path: file, name: file, size: bytes.length, read: () => [bytes] };
    }),
  );
}
