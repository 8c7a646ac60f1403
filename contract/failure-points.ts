/**
 * Points at which a process fails when it was told to, so that tests break it exactly there. Told nothing, a point
 * does nothing.
 *
 * @param told `kill NAME` or `throw NAME`; a number after it means the how-manieth time the point is passed, 1 unless
 *   said
 * @param kill ends this process at once, with nothing tidied up
 * @returns what stands at each point of the code
 * @throws Error when it was told something that is not understood: a test must not pass because of a wrong name
 */
export function failurePoints<Name extends string>(
  names: readonly Name[],
  told: string | undefined,
  kill: () => void,
): (name: Name) => void {
  if (told === undefined || told === "") return () => undefined;
  const [action, meant, time = "1"] = told.split(" ");
  const understood = action === "kill" || action === "throw";
  const rest = Number(time);
  if (!understood || !names.some((name) => name === meant) || !Number.isInteger(rest) || rest < 1) {
    throw new Error(`no such failure point: ${told}`);
  }
  let passesLeft = rest;
  return (name) => {
    if (name !== meant) return;
    passesLeft -= 1;
    if (passesLeft !== 0) return;
    if (action === "kill") kill();
    throw new Error(`failed at ${name}, as told`);
  };
}
