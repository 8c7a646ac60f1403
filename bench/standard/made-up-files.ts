import { encodeMs932, type GivenFile } from "@tsunagi/standard";

const planName = "UPPLAN_202612_1370000011_43_1370000029_11_20261120100000.CSV";

const rowsOfUser = 30;

/**
 * A plan of so many bytes, each of its care users with a row a day.
 * @param users `new` ones as long as it goes on, or the `same` hundred over and over
 */
export function longPlan(size: number, users: "new" | "same"): GivenFile {
  const block = blockOf(0);
  const blocks = Math.ceil(size / block.length);
  return made(blocks, (number) => (users === "new" ? blockOf(number) : block));
}

/** The rows of a hundred care users. */
function blockOf(number: number): Uint8Array {
  let text = "";
  for (let user = number * 100; user < number * 100 + 100; user++) {
    const insured = String(user).padStart(10, "0");
    for (let day = 1; day <= rowsOfUser; day++) {
      const date = `202612${String(day).padStart(2, "0")}`;
      text += `202407,139999,${insured},20261120,202612,1370000011,"髙見　本子",244,,${date},,0900,0930,1,111111,,,,,1370000029,"みほん訪問介護",,0,,\r\n`;
    }
  }
  return encodeMs932(text);
}

const megabyte = 1024 * 1024;

const beginning = "202407,139999,0000000001,20261120,202612,1370000011,";

const hostileFiles: { readonly [name: string]: () => GivenFile } = {
  "open-quote": () => {
    const rest = new Uint8Array(megabyte).fill(0x41);
    const first = encodeMs932(`${beginning}"`);
    return made(201, (number) => (number === 0 ? first : rest));
  },
  nuls: () => {
    const block = new Uint8Array(megabyte);
    return made(200, () => block);
  },
  columns: () => {
    const row = encodeMs932(`${beginning}${",x".repeat(100_000)}\r\n`);
    return made(1000, () => row);
  },
  "million-faults": () => {
    const rows = encodeMs932(`${beginning}あ,２４４,,x,,9,9,9,9,,,,,9,,,9,,\r\n`.repeat(1000));
    return made(1000, () => rows);
  },
  "line-ends": () => {
    const block = encodeMs932("\r\n".repeat(megabyte / 2));
    return made(20, () => block);
  },
};

/** A file that is meant to break a reader. */
export function hostileFile(name: string): GivenFile {
  const make = hostileFiles[name];
  if (make === undefined) throw new Error(`no hostile file ${name}`);
  return make();
}

/** A file of blocks that are made as they are read. */
function made(blocks: number, block: (number: number) => Uint8Array): GivenFile {
  return {
    path: planName,
    name: planName,
    size: 0,
    *read() {
      for (let number = 0; number < blocks; number++) yield block(number);
    },
  };
}
