import type { FieldRow } from "../layout/field.ts";
import { currentVersion, editionOf } from "../layout/versions.ts";
import { isMonth } from "../values/month-of-service.ts";
import type { Findings } from "./findings.ts";

/** Checks field 1, CSVバージョン, as the rows go by: known, current, and the same in every row. */
export class VersionCheck {
  readonly #field: FieldRow | undefined;
  readonly #findings: Findings;
  #first: string | undefined;
  #isMixed = false;

  constructor(field: FieldRow | undefined, findings: Findings) {
    this.#field = field;
    this.#findings = findings;
  }

  /** CSVバージョン of the first row. */
  get version(): string | undefined {
    return this.#first;
  }

  row(version: string, number: number): void {
    if (version === this.#first) return;
    const place = { row: number, field: this.#field };
    if (this.#first === undefined) {
      this.#first = version;
      this.#checkFirst(version, place);
    } else if (!this.#isMixed && isMonth(version) && isMonth(this.#first)) {
      this.#isMixed = true;
      this.#findings.report("version-mixed", { version, first: this.#first }, place);
    }
  }

  #checkFirst(version: string, place: { row: number; field: FieldRow | undefined }): void {
    if (!isMonth(version)) return;
    const edition = editionOf(version);
    if (edition === undefined) {
      this.#findings.report("version-unknown", { version, current: currentVersion }, place);
    } else if (version !== currentVersion) {
      this.#findings.report("version-old", { edition, current: currentVersion }, place);
    }
  }
}
