import type { Role } from "@tsunagi/contract";
import { type ReactNode, useState } from "react";
import { Choice } from "../../parts/form/Choice.tsx";
import { ErrorSummary } from "../../parts/form/ErrorSummary.tsx";
import { Form } from "../../parts/form/Form.tsx";
import { FormField } from "../../parts/form/FormField.tsx";
import { Page } from "../../parts/frame/Page.tsx";
import { Button } from "../../parts/look/Button.tsx";
import { Card } from "../../parts/look/Card.tsx";
import { Failure } from "../../parts/look/Failure.tsx";
import { needed } from "../../parts/state/form-values.ts";
import { addressOf } from "../../parts/state/hash-route.ts";
import { useForm } from "../../parts/state/use-form.ts";
import { mendName } from "../../parts/words/mend-input.ts";
import { centre, theCentre } from "../api.ts";
import { usePortalAction } from "../portal-context.ts";
import { type NewPerson, PersonLetter } from "./PersonLetter.tsx";
import { roleWords } from "./role-words.ts";

const roles: readonly Role[] = ["member", "administrator"];

/** Adds a person; then shows the ID and the provisional password, once. */
export function NewPersonPage(): ReactNode {
  const [role, setRole] = useState<Role>("member");
  const [made, setMade] = useState<NewPerson>();
  const form = useForm({
    initial: { familyName: "", givenName: "" },
    rules: { familyName: needed("姓"), givenName: needed("名") },
    mends: { familyName: mendName, givenName: mendName },
  });
  const add = usePortalAction(async (name: typeof form.values) => {
    setMade(await centre.addPerson({ body: { name, role } }));
  });

  if (made !== undefined) return <PersonLetter made={made} />;
  return (
    <Page
      title="個人ユーザの追加"
      back={{ href: addressOf("persons"), label: "個人ユーザに戻る" }}
      width="narrow"
    >
      <Card>
        <Form
          label="個人ユーザの追加"
          onSubmit={() => {
            const name = form.check();
            if (name !== undefined) add.run(name);
          }}
        >
          <ErrorSummary faults={form.summary} tries={form.tries} />
          <Failure title="追加できませんでした" error={add.error} otherSide={theCentre} />
          <fieldset className="form-group">
            <legend>職員の氏名</legend>
            <div className="form-pair">
              <FormField field={form.field("familyName")} label="姓" />
              <FormField field={form.field("givenName")} label="名" />
            </div>
          </fieldset>
          <Choice
            label="権限"
            value={role}
            onChange={setRole}
            options={roles.map((value) => ({
              value,
              label: roleWords[value].name,
              hint: roleWords[value].hint,
            }))}
          />
          <div className="form-actions">
            <Button look="primary" type="submit" pending={add.pending}>
              追加する
            </Button>
          </div>
        </Form>
      </Card>
    </Page>
  );
}
