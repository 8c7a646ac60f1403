import type { ReactNode } from "react";
import { ErrorSummary } from "../../parts/form/ErrorSummary.tsx";
import { Form } from "../../parts/form/Form.tsx";
import { Page } from "../../parts/frame/Page.tsx";
import { Button } from "../../parts/look/Button.tsx";
import { Failure } from "../../parts/look/Failure.tsx";
import { goTo } from "../../parts/state/hash-route.ts";
import { useForm } from "../../parts/state/use-form.ts";
import { desk, theApp } from "../api.ts";
import { useDeskAction } from "../desk-context.ts";
import { Certified, Contact, Insured } from "./CareUserFields.tsx";
import {
  type CareUserValues,
  careUserFrom,
  careUserMends,
  careUserRules,
  valuesOfCareUser,
} from "./care-user-values.ts";
import { careUserKey } from "./plan-content.ts";
import { usePlanMonth } from "./plan-month.ts";
import { monthAddress, planAddress } from "./plan-places.ts";
import { RemoveCareUser } from "./RemoveCareUser.tsx";

/** Who a care user is: what the plan's supplement 利用者補足情報 tells the offices. */
export function CareUserPage({ id }: { readonly id: string }): ReactNode {
  const { month, careUsers, reload } = usePlanMonth();
  const careUser = careUsers.find((one) => one.id === id);
  const form = useForm<CareUserValues>({
    initial: valuesOfCareUser(careUser?.details),
    rules: careUserRules,
    mends: careUserMends,
  });
  const saving = useDeskAction(async (values: CareUserValues) => {
    const details = careUserFrom(values);
    let saved = careUser;
    if (careUser === undefined) {
      const answer = await desk.addCareUsers({ body: { careUsers: [details] } });
      const key = careUserKey(details);
      saved = answer.careUsers.find((one) => careUserKey(one.details) === key);
    } else {
      const { revision } = careUser;
      await desk.changeCareUser({ params: { id }, body: { details, revision } });
    }
    reload();
    goTo(saved === undefined ? monthAddress(month) : planAddress(month, saved.id));
  });

  return (
    <Page
      title={careUser === undefined ? "利用者を加える" : "利用者の情報"}
      lead="予定と一緒に、利用者補足情報として事業所へ送る内容です。"
      back={{ href: monthAddress(month), label: "予定の一覧へ" }}
      width="narrow"
    >
      <Form
        label="利用者の情報"
        onSubmit={() => {
          const values = form.check();
          if (values !== undefined) saving.run(values);
        }}
      >
        <ErrorSummary faults={form.summary} tries={form.tries} />
        <Insured form={form} careUser={careUser} />
        <Certified form={form} />
        <Contact form={form} />
        <Failure title="保存できませんでした" error={saving.error} otherSide={theApp} />
        <div className="form-actions">
          <Button look="primary" type="submit" icon="check" pending={saving.pending}>
            保存して予定へ進む
          </Button>
          {careUser === undefined ? null : <RemoveCareUser careUser={careUser} />}
        </div>
      </Form>
    </Page>
  );
}
