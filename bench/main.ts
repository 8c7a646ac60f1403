// npm run bench -- NAME [--json]: measures a part of the house. NAME is one of `benches`.
import { benchStandard } from "./standard/bench.ts";

const benches: { readonly [name: string]: (asJson: boolean) => Promise<void> } = {
  standard: benchStandard,
};

const [name = "", ...flags] = process.argv.slice(2);
const bench = benches[name];
if (bench === undefined || flags.some((flag) => flag !== "--json")) {
  console.error(`usage: npm run bench -- ${Object.keys(benches).join("|")} [--json]`);
  process.exit(2);
}
await bench(flags.includes("--json"));
