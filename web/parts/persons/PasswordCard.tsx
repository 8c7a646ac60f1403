import type { Person, PersonLetter } from "@tsunagi/contract/exchange";
import { type ReactNode, useState } from "react";
import { emailFault } from "../form/email-rules.ts";
import { Form } from "../form/Form.tsx";
import { FormField } from "../form/FormField.tsx";
import { ConfirmDialog } from "../frame/ConfirmDialog.tsx";
import { Button } from "../look/Button.tsx";
import { Card } from "../look/Card.tsx";
import { Failure } from "../look/Failure.tsx";
import { useForm } from "../state/use-form.ts";
import { mendWidth } from "../words/mend-input.ts";
import { useKeeper, useKeeperAction } from "./keeper.ts";
import { MailHint } from "./MailHint.tsx";
import { fullName } from "./role-words.ts";

interface PasswordCardProps extends LetterProps {
  readonly invites: boolean;
  readonly onInvited: (person: Person, email: string) => void;
}

interface LetterProps {
  readonly person: Person;
  readonly onLetter: (letter: PersonLetter) => void;
}

/** Forgotten, locked, or never used: a provisional password on paper, or a link by mail. */
export function PasswordCard({
  person,
  invites,
  onLetter,
  onInvited,
}: PasswordCardProps): ReactNode {
  return (
    <Card title="パスワード">
      <p>
        忘れたときや、間違えて止まったときに、新しく渡せます。
        {invites ? "紙で渡すか、メールで送るかを選べます。" : ""}
      </p>
      <Reissue person={person} onLetter={onLetter} />
      {invites ? <Invite person={person} onInvited={onInvited} /> : null}
    </Card>
  );
}

function Reissue({ person, onLetter }: LetterProps): ReactNode {
  const { calls, otherSide } = useKeeper();
  const [asking, setAsking] = useState(false);
  const name = fullName(person.name);
  const reissue = useKeeperAction(async () => {
    const params = { personId: person.personId };
    const letter = await calls.reissuePersonPassword({ params }).finally(() => {
      setAsking(false);
    });
    onLetter(letter);
  });
  return (
    <>
      <Failure title="発行できませんでした" error={reissue.error} otherSide={otherSide} />
      <div className="row">
        <Button
          onPress={() => {
            setAsking(true);
          }}
        >
          新しい仮パスワードを発行する
        </Button>
      </div>
      <ConfirmDialog
        open={asking}
        title={`${name} さんの新しい仮パスワードを発行しますか`}
        doIt="発行する"
        look="primary"
        pending={reissue.pending}
        onDoIt={reissue.run}
        onClose={() => {
          setAsking(false);
        }}
      >
        <p>いまのパスワードは使えなくなり、ログインしていれば終わります。</p>
      </ConfirmDialog>
    </>
  );
}

function Invite({ person, onInvited }: Pick<PasswordCardProps, "person" | "onInvited">): ReactNode {
  const { calls, otherSide } = useKeeper();
  const form = useForm({
    initial: { email: "" },
    rules: { email: emailFault },
    mends: { email: mendWidth },
  });
  const invite = useKeeperAction(async ({ email }: typeof form.values) => {
    const params = { personId: person.personId };
    onInvited(await calls.inviteAgain({ params, body: { email } }), email);
  });
  return (
    <Form
      label="メールで送る"
      onSubmit={() => {
        const values = form.check();
        if (values !== undefined) invite.run(values);
      }}
    >
      <Failure title="送れませんでした" error={invite.error} otherSide={otherSide} />
      <FormField
        field={form.field("email")}
        label="本人のメールアドレス"
        type="email"
        width="half"
        hint={<MailHint />}
      />
      <div className="form-actions">
        <Button type="submit" icon="mail" pending={invite.pending}>
          リンクを送る
        </Button>
      </div>
    </Form>
  );
}
