import type { Details, Measured } from "./bench.ts";

/** The machine-readable list, or the table. */
export function printMeasured(all: readonly Measured[], asJson: boolean): void {
  if (asJson) console.log(JSON.stringify(all.map(rounded), null, 2));
  else console.table(all.map(rounded));
}

/** A case as soon as it is measured, with where the time went. */
export function sayMeasured(measured: Measured, details: Details): void {
  const {
    case: name,
    database,
    connections,
    together,
    perSecond,
    cpuSeconds,
    limit,
    ratio,
  } = measured;
  const { done, fsync, pgbench, bareTls, databaseCpuSeconds, loadCpuSeconds } = details;
  const each = (seconds: number): string => `${((seconds / done) * 1000).toFixed(2)} ms`;
  console.log(
    [
      `${name}, ${database}, ${connections} connections, ${together} together: ${perSecond.toFixed(0)}/s, ` +
        `p50 ${measured.p50ms.toFixed(1)} ms, p99 ${measured.p99ms.toFixed(1)} ms ` +
        `(first tenth ${details.firstP99ms.toFixed(1)}, last ${details.lastP99ms.toFixed(1)})`,
      `  limit ${limit.toFixed(0)}/s, ratio ${ratio.toFixed(2)} ` +
        `(fsync ${fsync.toFixed(0)}, INSERT ${pgbench?.toFixed(0) ?? "-"}, bare TLS ${bareTls.toFixed(0)})`,
      `  processor a call: centre ${each(cpuSeconds)}, database ${each(databaseCpuSeconds)}, clients ${each(loadCpuSeconds)}; ` +
        `centre ${measured.rssMb.toFixed(0)} MB`,
      ...(details.wholeInboxMs === undefined
        ? []
        : [`  all 5,000 in one page: ${details.wholeInboxMs.toFixed(0)} ms`]),
    ].join("\n"),
  );
}

function rounded(measured: Measured): Measured {
  const { perSecond, p50ms, p99ms, rssMb, cpuSeconds, limit, ratio } = measured;
  return {
    ...measured,
    perSecond: to(perSecond, 1),
    p50ms: to(p50ms, 2),
    p99ms: to(p99ms, 2),
    rssMb: to(rssMb, 1),
    cpuSeconds: to(cpuSeconds, 2),
    limit: to(limit, 1),
    ratio: to(ratio, 3),
  };
}

function to(number: number, digits: number): number {
  return Number(number.toFixed(digits));
}
