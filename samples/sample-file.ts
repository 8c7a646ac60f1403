/** A file of the samples: its folder under `samples/`, its name, its bytes. */
export type SampleFile = {
  readonly folder: string;
  readonly name: string;
  readonly bytes: Uint8Array;
};
