/** What one process measured. */
export type Measured = {
  /** Rows that were read. */
  readonly rows: number;
  readonly seconds: number;
  /** Of all threads of the process. */
  readonly cpuSeconds: number;
  /** The most memory that the process had, all told. */
  readonly peakMegabytes: number;
};

/** Measures an act that tells how many rows it read. */
export async function measured(act: () => number | Promise<number>): Promise<Measured> {
  const [start, cpu] = [performance.now(), process.cpuUsage()];
  const rows = await act();
  const { user, system } = process.cpuUsage(cpu);
  return {
    rows,
    seconds: (performance.now() - start) / 1000,
    cpuSeconds: (user + system) / 1e6,
    peakMegabytes: process.resourceUsage().maxRSS / 1024,
  };
}
