/** What one process printed, and what it took. */
export interface Printed {
  readonly forms: number;
  readonly pages: number;
  readonly bytes: number;
  readonly seconds: number;
  /** Of all threads of the process. */
  readonly cpuSeconds: number;
  /** The most memory that the process had, all told. */
  readonly peakMegabytes: number;
}
