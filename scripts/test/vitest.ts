import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { projectFolder } from "../pinned-node.mjs";
import { type Outcome, runProgram, type Step } from "./step.ts";

interface VitestReport {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numFailedTestSuites: number;
  readonly success: boolean;
}

/**
 * A step that is one project of vitest.config.ts. Tests are counted one by one; a run that fails without a failed
 * test (a file that cannot be loaded, an unhandled rejection) counts as one failure.
 */
export function vitestStep(
  name: string,
  project: "unit" | "whole-path" | "browser" | "standby",
  env: () => NodeJS.ProcessEnv = () => ({}),
  filters: readonly string[] = [],
): Step {
  return { name, run: () => runVitest(project, env(), filters) };
}

async function runVitest(
  project: string,
  env: NodeJS.ProcessEnv,
  filters: readonly string[],
): Promise<Outcome> {
  const folder = await mkdtemp(join(tmpdir(), "tsunagi-test-report-"));
  const file = join(folder, "report.json");
  try {
    const code = await runProgram(
      process.execPath,
      [
        join(projectFolder, "node_modules/vitest/vitest.mjs"),
        "run",
        ...filters,
        `--project=${project}`,
        // Tests wait for processes, disks and pages; a cluster that changes its primary has the machine for itself.
        `--maxWorkers=${project === "standby" ? 1 : 2}`,
        "--reporter=default",
        "--reporter=json",
        `--outputFile.json=${file}`,
      ],
      env,
    );
    const report: VitestReport = JSON.parse(await readFile(file, "utf8"));
    const failed = report.numFailedTests || (code === 0 && report.success ? 0 : 1);
    return { passed: report.numPassedTests, failed };
  } catch {
    return { passed: 0, failed: 1 };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
