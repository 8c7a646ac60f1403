import type { Person } from "@tsunagi/contract/exchange";
import { type ReactNode, useState } from "react";
import { ConfirmDialog } from "../frame/ConfirmDialog.tsx";
import { Button } from "../look/Button.tsx";
import { Card } from "../look/Card.tsx";
import { Failure } from "../look/Failure.tsx";
import { useKeeper, useKeeperAction } from "./keeper.ts";
import { fullName } from "./role-words.ts";

interface ActiveCardProps {
  readonly person: Person;
  readonly onChanged: () => void;
}

/** Stops a person at once, and lets them in again. */
export function ActiveCard({ person, onChanged }: ActiveCardProps): ReactNode {
  const { calls, otherSide } = useKeeper();
  const [asking, setAsking] = useState(false);
  const { personId, active } = person;
  const name = fullName(person.name);
  const setActive = useKeeperAction(async (next: boolean) => {
    const change = { params: { personId }, body: { active: next } };
    await calls.setPersonActive(change).finally(() => {
      setAsking(false);
    });
    onChanged();
  });
  return (
    <Card title={active ? "利用を止める" : "利用を再開する"}>
      <Failure title="変更できませんでした" error={setActive.error} otherSide={otherSide} />
      {active ? (
        <>
          <p>
            退職したときなどに、すぐに使えなくします。いまログインしていれば、その場で終わります。送受信したデータは残ります。
          </p>
          <div className="row">
            <Button
              look="danger"
              label={`${name} さんの利用を止める`}
              onPress={() => {
                setAsking(true);
              }}
            >
              利用を止める
            </Button>
          </div>
        </>
      ) : (
        <>
          <p>同じIDとパスワードで、またログインできるようになります。</p>
          <div className="row">
            <Button
              label={`${name} さんの利用を再開する`}
              pending={setActive.pending}
              onPress={() => {
                setActive.run(true);
              }}
            >
              再開する
            </Button>
          </div>
        </>
      )}
      <ConfirmDialog
        open={asking}
        title={`${name} さんの利用を止めますか`}
        doIt="利用を止める"
        pending={setActive.pending}
        onDoIt={() => {
          setActive.run(false);
        }}
        onClose={() => {
          setAsking(false);
        }}
      >
        <p>
          すぐにログインできなくなります。いまログインしていれば、それも終わります。あとで再開できます。
        </p>
      </ConfirmDialog>
    </Card>
  );
}
