import { addressOf } from "../../parts/state/hash-route.ts";
import { monthOfService } from "../../parts/words/japanese-date.ts";
import {
  desk,
  fileAddress,
  messageFormsAddress,
  setFormsAddress,
  trayFileAddress,
} from "../api.ts";
import type { NamedFile } from "./ask.ts";

/** What is looked into: a message, or a set on the tray. */
export interface Source {
  /** What it is, e.g. `サービス利用票 令和8年12月`. */
  readonly title: string;
  /** From whom, or to whom. */
  readonly lead: string;
  readonly files: readonly NamedFile[];
  /** Where its forms are saved from as PDF: of all care users, or of one. */
  readonly formsAddress: (user?: number) => string;
}

/** Where a source is found, and where the way leads back to. */
export interface Looked {
  readonly find: (signal: AbortSignal) => Promise<Source>;
  readonly back: { readonly href: string; readonly label: string };
}

/** A message of either list. */
export function messageSource(id: string, box: "sent" | "received"): Looked {
  return {
    async find(signal) {
      const message = await desk.message({ params: { id } }, { signal });
      const { title, month, partner } = message;
      return {
        title: titled(title, month),
        lead: box === "sent" ? `${partner.name} あて` : `${partner.name} から`,
        files: message.files.map(({ name, size }) => ({
          name,
          size,
          address: fileAddress(id, name),
        })),
        formsAddress: (user) => messageFormsAddress(id, user),
      };
    },
    back: { href: addressOf(box, id), label: "データに戻る" },
  };
}

/** A set on the tray, before it is sent. It may have been taken away or sent meanwhile: then nothing is found. */
export function traySource(setId: string): Looked {
  return {
    async find(signal) {
      const { sets } = await desk.tray(undefined, { signal });
      const set = sets.find((one) => one.setId === setId);
      if (set === undefined) throw new SourceGone();
      const { title, month, to, files } = set;
      return {
        title: titled(title, month),
        lead: `${to.name ?? to.number} あて（送信前）`,
        files: files.map(({ fileId, name, size }) => ({
          name,
          size,
          address: trayFileAddress(fileId),
        })),
        formsAddress: (user) => setFormsAddress(setId, user),
      };
    },
    back: { href: addressOf("send"), label: "送信に戻る" },
  };
}

/** A set that is no longer on the tray. */
export class SourceGone extends Error {}

function titled(title: string, month: string | null): string {
  return month === null ? title : `${title} ${monthOfService(month)}`;
}
