import { readdirSync, readFileSync } from "node:fs";

/** Ticks a second, the same on every Linux that Node runs on. */
const ticks = 100;

/** Seconds of the processor that a process has used so far, and those of its children that have ended. */
export function cpuSeconds(pid: number): number {
  const fields = fieldsOf(pid);
  return fields.slice(11, 15).reduce((sum, field) => sum + Number(field), 0) / ticks;
}

/** The same of a process and all that it has started: a database server has a process a connection. */
export function cpuSecondsOfAll(pid: number): number {
  return readdirSync("/proc")
    .filter((name) => /^[0-9]+$/.test(name))
    .map(Number)
    .filter((one) => one !== pid && parentOf(one) === pid)
    .reduce((sum, child) => sum + cpuSeconds(child), cpuSeconds(pid));
}

/** Memory that a process has now, in MB. */
export function residentMegabytes(pid: number): number {
  const status = readFileSync(`/proc/${pid}/status`, "utf8");
  return Number(/VmRSS:\s+([0-9]+)/.exec(status)?.[1] ?? 0) / 1024;
}

/** @returns undefined when it has ended */
export function parentOf(pid: number): number | undefined {
  try {
    return Number(fieldsOf(pid)[1]);
  } catch {
    return undefined;
  }
}

/** What stands in /proc/PID/stat after the name, which may hold blanks. */
function fieldsOf(pid: number): string[] {
  const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
  return stat.slice(stat.lastIndexOf(")") + 2).split(" ");
}
