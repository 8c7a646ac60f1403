import type { FileKind } from "../layout/layouts.ts";
import type { MonthOfService } from "../values/month-of-service.ts";
import type { OfficeNumber } from "../values/office-number.ts";
import type { ServiceType } from "../values/service-type.ts";
import type { SetTime } from "../values/set-time.ts";

/** Who sends or receives: an office number with the service type it acts for. */
export type Address = {
  readonly office: OfficeNumber;
  readonly serviceType: ServiceType;
};

/** The name of a CSV file of the standard: `KIND[_YYYYMM]_office_type_office_type_YYYYMMDDHHMMSS.CSV`. */
export type CsvFileName = {
  readonly type: "csv";
  readonly kind: FileKind;
  /** 対象年月; absent for kinds without one, and for a UPHOSOKU (`000000`) that goes with tables 1 to 3. */
  readonly month?: MonthOfService;
  readonly sender: Address;
  readonly receiver: Address;
  readonly time: SetTime;
};

/** The name of a picture of the family 家族構成: `UPKIHON_IMAGE_…_branch.jpg`, named in field 62 of its UPKIHON. */
export type ImageFileName = {
  readonly type: "image";
  readonly sender: Address;
  readonly receiver: Address;
  readonly time: SetTime;
  /** 枝番: 4 digits. */
  readonly branch: string;
};

/** The parts of a file name of the standard. */
export type FileName = CsvFileName | ImageFileName;

/** What the names of pictures begin with. */
export const imagePrefix = "UPKIHON_IMAGE";

/** What stands for the month in the name of a UPHOSOKU that goes with tables 1 to 3. */
export const noMonth = "000000";
