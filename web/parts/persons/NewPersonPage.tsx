import type { Role } from "@tsunagi/contract";
import type { PersonLetter as Letter, Person } from "@tsunagi/contract/exchange";
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
import { InvitedPage } from "./InvitedPage.tsx";
import { useKeeper, useKeeperAction, useStaff } from "./keeper.ts";
import { MailHint } from "./MailHint.tsx";
import { PersonLetter } from "./PersonLetter.tsx";
import { roleOptions } from "./role-words.ts";
import { StaffResource } from "./StaffResource.tsx";
import { hasAdministrator } from "./staff.ts";

/** How the new person gets to a password. */
type Way = "paper" | "mail";

type Made =
  | { readonly way: "paper"; readonly letter: Letter }
  | { readonly way: "mail"; readonly person: Person; readonly email: string };

/** Adds a person: then shows ID and provisional password, once; or has a link mailed. */
export function NewPersonPage(): ReactNode {
  const { noun } = useKeeper();
  const staff = useStaff();
  const [made, setMade] = useState<Made>();
  if (made?.way === "paper") {
    return <PersonLetter title={`${noun}を追加しました`} letter={made.letter} />;
  }
  if (made?.way === "mail") return <InvitedPage person={made.person} email={made.email} />;
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
  readonly onMade: (made: Made) => void;
}

function NewPersonForm({ invites, firstRole, onMade }: NewPersonFormProps): ReactNode {
  const { calls, noun, otherSide } = useKeeper();
  const [role, setRole] = useState(firstRole);
  const [way, setWay] = useState<Way>("paper");
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
