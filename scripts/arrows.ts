import { join } from "node:path";
import { cruise, type ICruiseOptions, type ICruiseResult } from "dependency-cruiser";
import extractOptions from "dependency-cruiser/config-utl/extract-depcruise-options";
import extractTsConfig from "dependency-cruiser/config-utl/extract-ts-config";
import { projectFolder } from "./pinned-node.mjs";

/** The rooms whose arrows are checked. */
export const rooms = [
  "standard",
  "forms",
  "sealing",
  "contract",
  "center",
  "client",
  "web",
  "e2e",
  "samples",
] as const;

/** What the check found: how much was looked at, and each arrow that is not allowed. */
export interface ArrowReport {
  readonly modules: number;
  readonly crossings: number;
  readonly broken: readonly string[];
}

/**
 * Follows every import below `folder` and compares it with the rules in `.dependency-cruiser.cjs`.
 * `crossings` counts imports from one room into another: none means that the check saw nothing.
 */
export async function checkArrows(folder: string = projectFolder): Promise<ArrowReport> {
  const options: ICruiseOptions = await extractOptions(
    join(projectFolder, ".dependency-cruiser.cjs"),
  );
  const tsConfig = extractTsConfig(join(projectFolder, "tsconfig.json"));
  const { output } = await cruise(
    rooms.map((room) => room),
    { ...options, validate: true, baseDir: folder },
    undefined,
    { tsConfig },
  );
  const { modules, summary } = output as ICruiseResult;
  return {
    modules: modules.length,
    crossings: modules.reduce(
      (sum, module) =>
        sum + module.dependencies.filter((to) => crossesRooms(module.source, to.resolved)).length,
      0,
    ),
    broken: summary.violations
      .filter((violation) => violation.rule.severity === "error")
      .map((violation) => `${violation.rule.name}: ${violation.from} → ${violation.to}`),
  };
}

function crossesRooms(from: string, to: string): boolean {
  const [fromRoom, toRoom] = [roomOf(from), roomOf(to)];
  return fromRoom !== undefined && toRoom !== undefined && fromRoom !== toRoom;
}

function roomOf(path: string): string | undefined {
  return rooms.find((room) => path.startsWith(`${room}/`));
}
