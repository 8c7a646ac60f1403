import type { LogState } from "../log/verify.ts";

/** What one office sends another: files, as they were given, and a note. */
export interface Parcel {
  /** UUID, version 7 (RFC 9562), lower case. */
  readonly id: string;
  /** Office number of the sender. */
  readonly from: string;
  /** Office number of the receiver. */
  readonly to: string;
  /** UTC with milliseconds: `2026-11-20T03:00:00.000Z`. */
  readonly madeAt: string;
  readonly note?: string;
  /** The log of certificates as the sender knows it, so that the receiver can tell whether both are shown the same. */
  readonly log?: LogState;
  /** At least one. */
  readonly files: readonly ParcelFile[];
}

export interface ParcelFile {
  /** Without folders; no two that Windows would take for the same. */
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Media type (RFC 6838). */
  readonly type?: string;
}

/** A parcel whose files are too large to be held. */
export interface LargeParcel extends Omit<Parcel, "files"> {
  /** At least one. */
  readonly files: readonly LargeFile[];
}

export interface LargeFile extends Omit<ParcelFile, "bytes"> {
  /** Bytes. */
  readonly size: number;
  /** Its bytes, piece by piece; called once. */
  read(): AsyncIterable<Uint8Array>;
}

/** `manifest.json` of a parcel. */
export interface Manifest extends Omit<Parcel, "files"> {
  readonly format: typeof parcelFormat;
  readonly files: readonly ManifestFile[];
}

export interface ManifestFile {
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  /** Lower-case hexadecimal. */
  readonly sha256: string;
  readonly type?: string;
}

export const parcelFormat = "tsunagi-parcel/1";
export const manifestName = "manifest.json";
/** Files stand in this folder of the archive, so that one may be called manifest.json too. */
export const fileFolder = "files/";

export const mostFiles = 1000;
export const longestNote = 2000;
/** Default limit of all files of a parcel together, in bytes. */
export const mostBytes: number = 1024 ** 3;
