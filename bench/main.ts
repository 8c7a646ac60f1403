// npm run bench -- NAME [options]: measures a part of the house. NAME is one of `benches`; each names its options.
import { benchExchange } from "./exchange/bench.ts";
import { benchLarge } from "./large/bench.ts";
import { benchPages } from "./pages/bench.ts";
import { benchPrint } from "./print/bench.ts";
import { benchRegister } from "./register/bench.ts";
import { benchSealing } from "./sealing/bench.ts";
import { benchStandard } from "./standard/bench.ts";

const benches: { readonly [name: string]: (args: readonly string[]) => Promise<void> } = {
  exchange: benchExchange,
  large: benchLarge,
  pages: plain(benchPages),
  print: plain(benchPrint),
  register: plain(benchRegister),
  sealing: plain(benchSealing),
  standard: plain(benchStandard),
};

/** A bench that takes `--json` and no more. */
function plain(bench: (asJson: boolean) => Promise<void>) {
  return async (args: readonly string[]): Promise<void> => {
    if (args.some((flag) => flag !== "--json")) throw new Error("[--json]");
    await bench(args.includes("--json"));
  };
}

const [name = "", ...args] = process.argv.slice(2);
const bench = benches[name];
if (bench === undefined) {
  console.error(`usage: npm run bench -- ${Object.keys(benches).join("|")} [options]`);
  process.exit(2);
}
await bench(args);
