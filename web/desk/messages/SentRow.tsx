import "./message-list.css";
import type { DeskMessage } from "@tsunagi/contract/desk";
import type { ReactNode } from "react";
import { Moment } from "../../parts/look/Moment.tsx";
import { OfficeLabel } from "../../parts/look/OfficeLabel.tsx";
import { addressOf } from "../../parts/state/hash-route.ts";
import { monthOfService } from "../../parts/words/japanese-date.ts";
import { StationTrail } from "./StationTrail.tsx";
import { cameAbout, stationSentence } from "./stations.ts";
import { TroubleNotice } from "./TroubleNotice.tsx";

/** One sent message: what, to whom, when, and its trail. */
export function SentRow({ message }: { readonly message: DeskMessage }): ReactNode {
  const at = cameAbout(message);
  const month = message.month === null ? "" : monthOfService(message.month);
  return (
    <div className="message-row message-row-sent">
      <OfficeLabel {...message.partner} />
      <a
        className="message-row-what"
        href={addressOf("sent", message.id)}
        aria-label={`${message.title} ${month} (${message.partner.name} あて)`}
      >
        <span className="message-row-title">{message.title}</span>
        <span className="message-row-month">{month}</span>
      </a>
      <span className="message-row-when">
        <strong>{stationSentence(message)}</strong>
        {at === null ? null : (
          <span className="soft">
            <Moment at={at} />
          </span>
        )}
      </span>
      <div className="message-row-trail stack">
        <StationTrail message={message} size="small" />
        <TroubleNotice message={message} />
      </div>
    </div>
  );
}
