import type { Person } from "@tsunagi/contract/exchange";
import { type ReactNode, useState } from "react";
import { Choice } from "../form/Choice.tsx";
import { Form } from "../form/Form.tsx";
import { Button } from "../look/Button.tsx";
import { Card } from "../look/Card.tsx";
import { Failure } from "../look/Failure.tsx";
import { Notice } from "../look/Notice.tsx";
import { useKeeper, useKeeperAction } from "./keeper.ts";
import { roleOptions, roleWords } from "./role-words.ts";

interface PersonCardProps {
  readonly person: Person;
  readonly onChanged: () => void;
}

/** 権限: 管理者 or 一般. It counts from the next request on. */
export function RoleCard({ person, onChanged }: PersonCardProps): ReactNode {
  const { calls, otherSide } = useKeeper();
  const [role, setRole] = useState(person.role);
  const [changed, setChanged] = useState(false);
  const change = useKeeperAction(async () => {
    await calls.setPersonRole({ params: { personId: person.personId }, body: { role } });
    setChanged(true);
    onChanged();
  });
  return (
    <Card title="権限">
      <Form label="権限" onSubmit={change.run}>
        <Failure title="変えられませんでした" error={change.error} otherSide={otherSide} />
        {changed && role === person.role ? (
          <Notice tone="good" title={`${roleWords[role].name}にしました。`} live="status" />
        ) : null}
        <Choice
          label="この職員ができること"
          value={role}
          onChange={(chosen) => {
            setChanged(false);
            change.clear();
            setRole(chosen);
          }}
          options={roleOptions}
        />
        <div className="form-actions">
          <Button type="submit" pending={change.pending} disabled={role === person.role}>
            この権限にする
          </Button>
        </div>
      </Form>
    </Card>
  );
}
