/** What one import of a register took. */
export interface Imported {
  readonly rows: number;
  readonly added: number;
  readonly unchanged: number;
  readonly seconds: number;
  readonly rowsPerSecond: number;
  /** Of the process that reads the file, resident, in MB. */
  readonly peakMegabytes: number;
}
