import { expect, it } from "vitest";
import type { Postman } from "./postman.ts";
import { startRounds } from "./rounds.ts";

/** A postman whose mail is taken when the test says so. */
function slowPostman() {
  const rounds: PromiseWithResolvers<number>[] = [];
  let more = Promise.withResolvers<void>();
  const postman: Postman = {
    sendDue() {
      const round = Promise.withResolvers<number>();
      rounds.push(round);
      more.resolve();
      more = Promise.withResolvers();
      return round.promise;
    },
    close: () => undefined,
  };
  const begun = async (count: number): Promise<void> => {
    while (rounds.length < count) await more.promise;
  };
  return { postman, rounds, begun };
}

it("goes one more round for what became due while one was under way, however often it was called", async () => {
  const { postman, rounds, begun } = slowPostman();
  const going = startRounds({
    postmen: [postman],
    everyMilliseconds: 3_600_000,
    onError: () => undefined,
  });
  going.goNow();
  await begun(1);
  going.goNow();
  going.goNow();
  expect(rounds).toHaveLength(1);
  rounds[0]?.resolve(1);
  await begun(2);
  rounds[1]?.resolve(0);
  await going.stop();
  expect(rounds).toHaveLength(2);
});

it("goes on after a round that failed, and says so", async () => {
  const failures: unknown[] = [];
  const { postman, rounds, begun } = slowPostman();
  const going = startRounds({
    postmen: [postman],
    everyMilliseconds: 3_600_000,
    onError: (error) => failures.push(error),
  });
  going.goNow();
  await begun(1);
  rounds[0]?.reject(new Error("the mail server is away"));
  going.goNow();
  await begun(2);
  rounds[1]?.resolve(0);
  await going.stop();
  expect(failures).toHaveLength(1);
});
