// npm run fuzz -- [--minutes N] [--seed N]: tries made-up files on the standard until the time is over.
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import fc from "fast-check";
import { type GivenBytes, givenBytes } from "../standard/fuzz/given-bytes.ts";
import { keepsPromises } from "../standard/fuzz/invariants.ts";

const { values } = parseArgs({
  options: { minutes: { type: "string", default: "10" }, seed: { type: "string" } },
});
const until = Date.now() + Number(values.minutes) * 60_000;
const casesOfSeed = 500;

let seed = Number(values.seed ?? Date.now() % 1_000_000_000);
let cases = 0;
let lastSaid = Date.now();
while (Date.now() < until) {
  const result = await fc.check(fc.asyncProperty(givenBytes(), keepsPromises), {
    seed,
    numRuns: casesOfSeed,
  });
  if (result.failed) tell(seed, result.counterexample?.[0], result.errorInstance);
  cases += result.numRuns;
  seed++;
  if (Date.now() - lastSaid > 60_000) {
    lastSaid = Date.now();
    console.log(`${cases} files tried, next seed ${seed}`);
  }
}
console.log(`${cases} files tried, nothing found`);

/** Writes the smallest file that breaks a promise, says how to try it again, and ends. */
function tell(failedSeed: number, given: GivenBytes | undefined, error: unknown): never {
  const file = join(mkdtempSync(join(tmpdir(), "tsunagi-fuzz-")), "bytes");
  if (given) writeFileSync(file, given.bytes);
  console.error(error);
  console.error(
    `seed ${failedSeed}, file name ${JSON.stringify(given?.name)}, pieces ${given?.pieces.join(" ")}`,
  );
  console.error(`Its bytes are in ${file}. Again: npm run fuzz -- --seed ${failedSeed}`);
  process.exit(1);
}
