/** A made-up file: the folder it belongs in (of the samples, or of its sender in a region), its name, its bytes. */
export type SampleFile = {
  readonly folder: string;
  readonly name: string;
  readonly bytes: Uint8Array;
};
