import type { KeptCareUser } from "@tsunagi/contract/desk";
import type { ReactNode } from "react";
import { Choice } from "../../parts/form/Choice.tsx";
import { FormField } from "../../parts/form/FormField.tsx";
import { SelectField } from "../../parts/form/SelectField.tsx";
import { Facts } from "../../parts/look/Facts.tsx";
import type { FormState } from "../../parts/state/use-form.ts";
import { type CareUserValues, careLevels, usualLimitOf } from "./care-user-values.ts";

type PartProps = { readonly form: FormState<CareUserValues> };

/** The numbers tie plans to the care user: who has plans keeps them. */
export function Insured({
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

/** 認定 and 限度額: the limit follows the level. */
export function Certified({ form }: PartProps): ReactNode {
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

/** Where the care user lives. */
export function Contact({ form }: PartProps): ReactNode {
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
