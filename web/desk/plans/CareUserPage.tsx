import type { KeptCareUser } from "@tsunagi/contract/desk";
import { type ReactNode, useState } from "react";
import { Choice } from "../../parts/form/Choice.tsx";
import { ErrorSummary } from "../../parts/form/ErrorSummary.tsx";
import { Form } from "../../parts/form/Form.tsx";
import { FormField } from "../../parts/form/FormField.tsx";
import { SelectField } from "../../parts/form/SelectField.tsx";
import { ConfirmDialog } from "../../parts/frame/ConfirmDialog.tsx";
import { Page } from "../../parts/frame/Page.tsx";
import { Button } from "../../parts/look/Button.tsx";
import { Facts } from "../../parts/look/Facts.tsx";
import { Failure } from "../../parts/look/Failure.tsx";
import { goTo } from "../../parts/state/hash-route.ts";
import { type FormState, useForm } from "../../parts/state/use-form.ts";
import { desk, theApp } from "../api.ts";
import { useDeskAction } from "../desk-context.ts";
import {
  type CareUserValues,
  careLevels,
  careUserFrom,
  careUserMends,
  careUserRules,
  usualLimitOf,
  valuesOfCareUser,
} from "./care-user-values.ts";
import { careUserKey } from "./plan-content.ts";
import { usePlanMonth } from "./plan-month.ts";
import { monthAddress, planAddress } from "./plan-places.ts";

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
          {careUser === undefined ? null : <Remove careUser={careUser} />}
        </div>
      </Form>
    </Page>
  );
}

type PartProps = { readonly form: FormState<CareUserValues> };

/** The numbers tie plans to the care user: who has plans keeps them. */
function Insured({
  form,
  careUser,
}: PartProps & { readonly careUser: KeptCareUser | undefined }): ReactNode {
  return (
    <fieldset className="form-group">
      <legend>利用者</legend>
      {careUser === undefined ? (
        <>
          <FormField field={form.field("insurerNumber")} label="保険者番号" width="short" />
          <FormField field={form.field("insuredNumber")} label="被保険者番号" width="short" />
        </>
      ) : (
        <Facts
          facts={[
            ["保険者番号", careUser.details.insurerNumber],
            ["被保険者番号", careUser.details.insuredNumber],
          ]}
        />
      )}
      <FormField field={form.field("name")} label="氏名" width="half" />
      <FormField field={form.field("nameKana")} label="フリガナ" width="half" />
      <FormField
        field={form.field("birthDate")}
        label="生年月日"
        hint="例 昭和10年4月1日、S10.4.1、1935/4/1"
        width="short"
      />
      <Choice
        label="性別"
        value={form.values.sex}
        options={[
          { value: "1", label: "男性" },
          { value: "2", label: "女性" },
        ]}
        onChange={(sex) => {
          form.set("sex", sex);
        }}
      />
    </fieldset>
  );
}

function Certified({ form }: PartProps): ReactNode {
  const levels = [["", "選んでください"], ...careLevels] as const;
  return (
    <fieldset className="form-group">
      <legend>認定と限度額</legend>
      <SelectField
        field={form.field("careLevel")}
        label="要介護状態区分"
        options={levels}
        onChange={(careLevel) => {
          form.put({ careLevel, limitUnits: usualLimitOf(careLevel) });
        }}
      />
      <FormField
        field={form.field("limitUnits")}
        label="区分支給限度基準額（単位）"
        hint="要介護度を選ぶと、法で決まった額が入ります。"
        width="short"
      />
      <FormField
        field={form.field("benefitRate")}
        label="給付率（％）"
        hint="1割負担の方は 90、2割は 80、3割は 70"
        width="short"
      />
      <Choice
        label="認定状況"
        value={form.values.certificationStatus}
        options={[
          { value: "2", label: "認定済" },
          { value: "1", label: "申請中" },
        ]}
        onChange={(status) => {
          form.set("certificationStatus", status);
        }}
      />
      <FormField field={form.field("certifiedOn")} label="認定日" width="short" />
      <div className="form-pair">
        <FormField field={form.field("limitFrom")} label="限度額適用期間のはじめ" />
        <FormField field={form.field("limitTo")} label="限度額適用期間のおわり" />
      </div>
      <details className="line-more">
        <summary>月の途中で要介護度が変わったとき</summary>
        <div className="line-more-fields">
          <FormField field={form.field("careLevelChangedOn")} label="変わった日" width="short" />
          <SelectField
            field={form.field("previousCareLevel")}
            label="変わる前の要介護状態区分"
            options={levels}
            onChange={(level) => {
              form.set("previousCareLevel", level);
            }}
          />
        </div>
      </details>
    </fieldset>
  );
}

function Contact({ form }: PartProps): ReactNode {
  return (
    <fieldset className="form-group">
      <legend>連絡先（なくても送れます）</legend>
      <FormField field={form.field("postalCode")} label="郵便番号" width="short" />
      <FormField field={form.field("address1")} label="住所１" />
      <FormField field={form.field("address2")} label="住所２" />
      <FormField field={form.field("phone")} label="電話番号" width="short" />
    </fieldset>
  );
}

function Remove({ careUser }: { readonly careUser: KeptCareUser }): ReactNode {
  const { month, reload } = usePlanMonth();
  const [asking, setAsking] = useState(false);
  const removing = useDeskAction(async () => {
    await desk.removeCareUser({ params: { id: careUser.id } });
    reload();
    goTo(monthAddress(month));
  });
  return (
    <>
      <Button
        look="danger"
        icon="trash"
        onPress={() => {
          setAsking(true);
        }}
      >
        一覧から除く
      </Button>
      <ConfirmDialog
        open={asking}
        title={`${careUser.details.name} 様を一覧から除きますか`}
        doIt="除く"
        pending={removing.pending}
        onDoIt={() => removing.run()}
        onClose={() => {
          setAsking(false);
        }}
      >
        <p>この方の予定は、ここには出なくなります。送った予定は送信一覧に残ります。</p>
        <Failure title="除けませんでした" error={removing.error} otherSide={theApp} />
      </ConfirmDialog>
    </>
  );
}
