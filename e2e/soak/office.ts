// One office of the soak, in a process of its own: sends and receives; told to make no more, it says when nothing of its
// own is on its way any more. It may be killed at any time and started again.
import { randomBytes } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import { type Engine, type GivenFile, openEngine } from "../../client/index.ts";
import { officePassword, personPassword } from "../../client/testing/network.ts";
import { chanceOf } from "./chance.ts";
import { type SoakOffice, setFor } from "./offices.ts";

const office = JSON.parse(process.argv[2] ?? "") as SoakOffice;
const chance = chanceOf(office.seed);
const impatient = { firstMs: 100, mostMs: 2000, pollMs: 1000 };

const enough = new AbortController();
process.once("message", () => enough.abort());
const engine = await openEngine({ folder: office.folder, retry: impatient, silenceMs: 5000 });
engine.watch();

for (let made = engine.list("sent").length; !enough.signal.aborted; ) {
  try {
    await stayLoggedIn(engine);
    await engine.sendFiles([...setFor(office, chance, made), ...attachment()]);
    made += 1;
  } catch {
    // The line, the centre or the database is away: what was made stays, what was not is made later.
  }
  if (made % 20 === 0) await roomOnTheWay();
  await wait(chance.between(100, 600));
}
while (unfinished().length > 0) {
  await stayLoggedIn(engine).catch(() => undefined);
  await engine.fetchNow().catch(() => undefined);
  await wait(500);
}
process.send?.("at-rest");
// Others may still send to this one.
process.once("disconnect", () => void engine.close().then(() => process.exit(0)));

/** Not more is made than the centre takes while it is killed again and again. */
async function roomOnTheWay(): Promise<void> {
  while (!enough.signal.aborted && unfinished().length > 40) await wait(500);
}

function attachment(): GivenFile[] {
  const large = chance.next() < 0.03;
  const bytes = large ? chance.between(9, 14) * 1_000_000 : chance.between(0, 60_000);
  return bytes === 0 ? [] : [{ name: "図.pdf", bytes: new Uint8Array(randomBytes(bytes)) }];
}

function unfinished() {
  return engine
    .list("sent")
    .filter(({ station }) => !["opened", "refused", "cancelled", "expired"].includes(station));
}

/** A process that dies while it renews its login has lost it, and a person logs in again. */
async function stayLoggedIn(desk: Engine): Promise<void> {
  if (desk.state().phase === "ready") return;
  await desk.logInPerson({ personId: office.personId, password: personPassword });
  await desk.logInOffice({ officeId: office.officeId, password: officePassword });
}
