import type { PlanLine, PlanOffice } from "@tsunagi/standard";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { Button } from "../../parts/look/Button.tsx";
import { Card } from "../../parts/look/Card.tsx";
import { OfficeLabel } from "../../parts/look/OfficeLabel.tsx";
import { FindOffice } from "./FindOffice.tsx";
import { FindService, priceOf } from "./FindService.tsx";
import { LineDetails } from "./LineDetails.tsx";

interface LineFormProps {
  /** The line that is changed; undefined for a new one. */
  readonly line: PlanLine | undefined;
  readonly onDone: (line: PlanLine) => void;
  readonly onRemove: () => void;
  /** Moves the line among the others, up -1 or down 1: what is above the limit falls to the last. */
  readonly onMove: (by: -1 | 1) => void;
  readonly onClose: () => void;
}

/** Enters a line in three steps: the service, who gives it, and when. */
export function LineForm({ line, onDone, onRemove, onMove, onClose }: LineFormProps): ReactNode {
  const [service, setService] = useState<PlanLine["service"] | undefined>(line?.service);
  const [office, setOffice] = useState<PlanOffice | undefined>(line?.office);
  const place = useRef<HTMLDivElement>(null);
  const step = service === undefined ? "service" : office === undefined ? "office" : "details";

  // biome-ignore lint/correctness/useExhaustiveDependencies: each step takes the focus to its first field
  useEffect(() => {
    const first = place.current?.querySelector<HTMLElement>("input, .weekday-button");
    first?.focus();
    place.current?.scrollIntoView({ block: "nearest" });
  }, [step]);

  return (
    <Card title={line === undefined ? "サービスを加える" : "サービスを直す"}>
      <dl className="line-form-chosen">
        {service === undefined ? null : (
          <Chosen
            name="サービス"
            onOther={() => {
              setService(undefined);
            }}
          >
            <span className="code">{service.code}</span> {service.name}{" "}
            <span className="soft small">{priceOf(service)}</span>
          </Chosen>
        )}
        {office === undefined ? null : (
          <Chosen
            name="事業所"
            onOther={() => {
              setOffice(undefined);
            }}
          >
            <OfficeLabel number={office.number} name={office.name} />
          </Chosen>
        )}
      </dl>
      <div ref={place} className="stack">
        {service === undefined ? (
          <FindService
            onPick={({ kana: _kana, validFrom: _from, validTo: _to, ...chosen }) => {
              setService(chosen);
              if (
                office !== undefined &&
                line?.service.code.slice(0, 2) !== chosen.code.slice(0, 2)
              )
                setOffice(undefined);
            }}
          />
        ) : office === undefined ? (
          <FindOffice serviceType={service.code.slice(0, 2)} onPick={setOffice} />
        ) : (
          <LineDetails
            key={`${service.code} ${office.number}`}
            service={service}
            office={office}
            line={line}
            onDone={onDone}
          />
        )}
      </div>
      <div className="row">
        <Button onPress={onClose}>やめる</Button>
        {line === undefined ? null : (
          <>
            <Button
              onPress={() => {
                onMove(-1);
              }}
            >
              上へ移す
            </Button>
            <Button
              onPress={() => {
                onMove(1);
              }}
            >
              下へ移す
            </Button>
            <Button look="danger" icon="trash" onPress={onRemove}>
              このサービスを削除する
            </Button>
          </>
        )}
      </div>
    </Card>
  );
}

function Chosen({
  name,
  children,
  onOther,
}: {
  readonly name: string;
  readonly children: ReactNode;
  readonly onOther: () => void;
}): ReactNode {
  return (
    <div>
      <dt className="soft small">{name}</dt>
      <dd className="spread">
        <span>{children}</span>
        <Button look="quiet" onPress={onOther} label={`${name}を選び直す`}>
          選び直す
        </Button>
      </dd>
    </div>
  );
}
