import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import {
  defaultRegion,
  RegionError,
  type RegionOptions,
  region,
  type SampleFile,
} from "@tsunagi/samples";
import { isMonth, monthInEra } from "@tsunagi/standard";
import type { Command } from "commander";
import { count } from "../note/words.ts";
import { WrongUse } from "./ask.ts";
import { attempt } from "./attempt.ts";
import { refuseFilled } from "./out-folder.ts";
import { print, printJson } from "./print.ts";
import { globalOptions } from "./with-engine.ts";

interface SampleOptions {
  readonly seed: string;
  readonly offices: string;
  readonly users: string;
  readonly month: string;
  readonly out: string;
  readonly force: boolean;
}

/** sample */
export function addSampleCommand(program: Command): void {
  const { seed, offices, users, month } = defaultRegion;
  program
    .command("sample")
    .description("架空の地域の1か月分のファイルを作ります。同じ指定なら、いつも同じものができます")
    .requiredOption("--out <folder>", "書き出すフォルダー (送信元の事業所ごとに分けます)")
    .option("--seed <number>", "種。別の種なら別の地域になります", String(seed))
    .option("--offices <number>", "事業所の数", String(offices))
    .option("--users <number>", "利用者の数", String(users))
    .option("--month <YYYYMM>", "対象年月", month)
    .option("--force", "空でないフォルダーにも書き足します", false)
    .action((options: SampleOptions, command: Command) => {
      const wanted = wantedRegion(options);
      const made = regionOf(wanted);
      if (!options.force) refuseFilled(options.out);
      const { files, bytes } = writeFiles(made, options.out);
      if (globalOptions(command).json) {
        printJson({ ...wanted, out: options.out, files, bytes });
        return;
      }
      print(
        `${count(wanted.offices)} 事業所、利用者 ${count(wanted.users)} 人の、${monthInEra(wanted.month)}分です。`,
        `${count(files)} ファイル (${count(bytes)} バイト) を ${options.out} に書き出しました。`,
        "人も事業所も番号も、すべて架空のものです。",
      );
    });
}

function writeFiles(made: Iterable<SampleFile>, out: string): { files: number; bytes: number } {
  const folders = new Set<string>();
  let files = 0;
  let bytes = 0;
  for (const file of made) {
    const folder = join(out, file.folder);
    attempt(`書けません: ${folder}`, () => {
      if (!folders.has(folder)) mkdirSync(folder, { recursive: true });
      writeFileSync(join(folder, file.name), file.bytes);
    });
    folders.add(folder);
    files++;
    bytes += file.bytes.length;
  }
  return { files, bytes };
}

/** @throws WrongUse */
function regionOf(wanted: RegionOptions): Iterable<SampleFile> {
  try {
    return region(wanted);
  } catch (error) {
    if (error instanceof RegionError) throw new WrongUse(error.message, { cause: error });
    throw error;
  }
}

/** @throws WrongUse */
function wantedRegion({ seed, offices, users, month }: SampleOptions): RegionOptions {
  if (isMonth(month)) {
    return {
      seed: wholeNumber(seed),
      offices: wholeNumber(offices),
      users: wholeNumber(users),
      month,
    };
  }
  throw new WrongUse(
    `--month「${month}」は年月ではありません。202612 のように、6桁にしてください。`,
  );
}

/** NaN, which is of no region, for anything but digits. */
function wholeNumber(text: string): number {
  return /^-?\d+$/.test(text) ? Number(text) : Number.NaN;
}
