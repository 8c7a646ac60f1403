import type { Role } from "@tsunagi/contract";
import { type ReactNode, useState } from "react";
import { Choice } from "../form/Choice.tsx";
import { ErrorSummary } from "../form/ErrorSummary.tsx";
import { emailFault } from "../form/email-rules.ts";
import { Form } from "../form/Form.tsx";
import { FormField } from "../form/FormField.tsx";
import { Page } from "../frame/Page.tsx";
import { Button } from "../look/Button.tsx";
import { Card } from "../look/Card.tsx";
import { Failure } from "../look/Failure.tsx";
import { needed } from "../state/form-values.ts";
import { addressOf } from "../state/hash-route.ts";
import { useForm } from "../state/use-form.ts";
import { mendName, mendWidth } from "../words/mend-input.ts";
import { type Handed, HandedOut } from "./HandedOut.tsx";
import { useKeeper, useKeeperAction, useStaff } from "./keeper.ts";
import { MailHint } from "./MailHint.tsx";
import { roleOptions } from "./role-words.ts";
import { StaffResource } from "./StaffResource.tsx";
import { hasAdministrator } from "./staff.ts";

/** Adds a person: then shows ID and provisional password, once; or has a link mailed. */
export function NewPersonPage(): ReactNode {
  const { noun } = useKeeper();
  const staff = useStaff();
  const [made, setMade] = useState<Handed>();
  if (made !== undefined) return <HandedOut handed={made} title={`${noun}を追加しました`} />;
  return (
    <Page
      title={`${noun}の追加`}
      back={{ href: addressOf("persons"), label: `${noun}に戻る` }}
      width="narrow"
    >
      <StaffResource staff={staff}>
        {({ persons, invites }) => (
          <Card>
            <NewPersonForm
              invites={invites}
              firstRole={hasAdministrator(persons) ? "member" : "administrator"}
              onMade={setMade}
            />
          </Card>
        )}
      </StaffResource>
    </Page>
  );
}

interface NewPersonFormProps {
  readonly invites: boolean;
  /** An office without 管理者 needs one first. */
  readonly firstRole: Role;
  readonly onMade: (made: Handed) => void;
}

function NewPersonForm({ invites, firstRole, onMade }: NewPersonFormProps): ReactNode {
  const { calls, noun, otherSide } = useKeeper();
  const [role, setRole] = useState(firstRole);
  const [way, setWay] = useState<Handed["way"]>("paper");
  const form = useForm({
    initial: { familyName: "", givenName: "", email: "" },
    rules: {
      familyName: needed("姓"),
      givenName: needed("名"),
      email: (typed) => (way === "mail" ? emailFault(typed) : undefined),
    },
    mends: { familyName: mendName, givenName: mendName, email: mendWidth },
  });
  const add = useKeeperAction(async ({ email, ...name }: typeof form.values) => {
    if (way === "paper") {
      onMade({ way, letter: await calls.addPerson({ body: { name, role } }) });
      return;
    }
    const person = await calls.invitePerson({ body: { name, role, email } });
    onMade({ way, person, email });
  });
  return (
    <Form
      label={`${noun}の追加`}
      onSubmit={() => {
        const values = form.check();
        if (values !== undefined) add.run(values);
      }}
    >
      <ErrorSummary faults={form.summary} tries={form.tries} />
      <Failure title="追加できませんでした" error={add.error} otherSide={otherSide} />
      <fieldset className="form-group">
        <legend>職員の氏名</legend>
        <div className="form-pair">
          <FormField field={form.field("familyName")} label="姓" />
          <FormField field={form.field("givenName")} label="名" />
        </div>
      </fieldset>
      <Choice label="権限" value={role} onChange={setRole} options={roleOptions} />
      {invites ? (
        <Choice
          label="IDの渡し方"
          value={way}
          onChange={setWay}
          options={[
            {
              value: "paper",
              label: "紙で渡す",
              hint: "IDと仮パスワードを表示します。印刷できます。",
            },
            {
              value: "mail",
              label: "メールで招待する",
              hint: "本人がリンクを開いて、パスワードを決めます。",
            },
          ]}
        />
      ) : null}
      {way === "mail" ? (
        <FormField
          field={form.field("email")}
          label="本人のメールアドレス"
          type="email"
          width="half"
          hint={<MailHint />}
        />
      ) : null}
      <div className="form-actions">
        <Button look="primary" type="submit" pending={add.pending}>
          {way === "mail" ? "追加して招待する" : "追加する"}
        </Button>
      </div>
    </Form>
  );
}
