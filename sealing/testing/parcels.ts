import { type Parcel, type Sealed, sealParcel } from "../index.ts";
import { careManagement, homeVisit, type Network } from "./offices.ts";

/** A made-up set of three files, one of them in bytes that are no UTF-8 (MS932). */
export const parcel: Parcel = {
  id: "019a9f3c-7c00-7abc-8def-0123456789ab",
  from: careManagement,
  to: homeVisit,
  madeAt: "2026-11-20T03:00:00.000Z",
  note: "12月分です。よろしくお願いします。",
  files: [
    {
      name: "UPPLAN_202612_1300000001_43_1300000002_11_20261120120000.CSV",
      bytes: Buffer.from('"試験 花子"\r\n'.repeat(300)),
      type: "text/csv",
    },
    { name: "UPSIKYU.CSV", bytes: Uint8Array.of(0x8e, 0x8e, 0x8c, 0xb1, 0x0d, 0x0a) },
    { name: "第1表 (写).pdf", bytes: new Uint8Array(0), type: "application/pdf" },
  ],
};

export const expected: { id: string; from: string; to: string } = {
  id: parcel.id,
  from: parcel.from,
  to: parcel.to,
};

export function seal({ sender, receiver, authorities }: Network, content: Parcel = parcel): Sealed {
  return sealParcel(content, { signer: sender, recipients: [receiver.certificate], authorities });
}
