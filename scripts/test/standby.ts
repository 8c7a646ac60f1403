/**
 * `npm run test:standby`: a synchronous standby takes over while load runs. It needs Patroni, etcd and HAProxy, which it
 * installs where it may; where they cannot be had it fails and says so.
 */
import { installSystemPackages, standbyNeeds } from "./system-packages.ts";
import { vitestStep } from "./vitest.ts";

const missing = installSystemPackages(standbyNeeds);
for (const line of missing) console.error(line);
if (missing.length > 0) process.exit(1);
const { passed, failed } = await vitestStep("standby", "standby").run();
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
