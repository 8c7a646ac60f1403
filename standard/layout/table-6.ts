/**
 * Table 6, the service-use slip サービス利用票: plan 予定, results 実績, and their deletions.
 * Rows: number, key, name, length, need, format, more (see field.ts). Edition 4.1.
 */

export const table6Plan = {
  kind: "UPPLAN",
  title: "第6表（サービス利用票）予定",
  direction: "planner-to-provider",
  monthInName: true,
  deletes: false,
  // biome-ignore format: a row of the table is a line.
  fields: [
    [1, "csvVersion", "CSVバージョン", 6, "required", "version"],
    [2, "insurerNumber", "保険者番号", 6, "required", "insurer"],
    [3, "insuredNumber", "被保険者番号", 10, "required", "insured"],
    [4, "createdOn", "作成年月日", 8, "required", "YYYYMMDD"],
    [5, "month", "対象年月", 6, "required", "YYYYMM"],
    [6, "planningOffice", "プラン担当業者コード", 10, "required", "office"],
    [7, "plannerName", "プラン担当者名", null, "optional", "text"],
    [8, "units", "単位数", 6, "required", "integer", { note: "割引後の単位数。実績では率の加算に限り 0 もある" }],
    [9, "shortStayDaysBefore", "前月までの短期入所利用日数", 5, "optional", "integer"],
    [10, "serviceDate", "サービス利用日", 8, "required", "YYYYMMDD", { note: "対象年月の中の日。福祉用具貸与・月額のサービスにも入る" }],
    [11, "dailyClaimDays", "日割対象日", 31, "optional", "31 digits", { note: "1日から31日まで、日割で請求できる日は 1、ほかは 0。日割でなければ空" }],
    [12, "startTime", "サービス開始時刻", 4, "required", "HHMM or 9999", { note: "9999 は時刻なしのサービス。予定では予定の時刻、実績では実際の時刻" }],
    [13, "endTime", "サービス終了時刻", 4, "required", "HHMM or 9999"],
    [14, "count", "サービス回数", 2, "required", "integer"],
    [15, "serviceCode", "サービスコード", 6, "required", "service code", { note: "サービスコード表のコード" }],
    [16, "taisCode", "TAISコード", 12, "optional", "text", { note: "00001-000010 の形。種類 17・67 は 16 か 17 のどちらかが必要" }],
    [17, "equipmentCode", "福祉用具届出コード", 12, "optional", "text", { note: "16 の備考を参照" }],
    [18, "equipmentName", "用具名称（機種名）", null, "optional", "text"],
    [19, "lineNo", "明細判別コード", 2, "optional", "integer", { doubt: true, note: "種類 17 でコードと単位数が同じ行を 1 から数える。ほかは空" }],
    [20, "serviceOffice", "サービス事業者コード", 10, "required", "office", { note: "予定では予定の事業所、実績では実際の事業所" }],
    [21, "serviceOfficeName", "サービス事業所名", null, "optional", "text"],
    [22, "satellite", "サテライト枝番", 2, "optional", "code", { note: "サテライトでなければ空" }],
    [23, "over30Days", "３０日超区分", 1, "required", "code", { codes: "applies" }],
    [24, "updatingOffice", "更新業者コード", 10, "optional", "office", { note: "予定では居宅介護支援事業所、実績ではサービス事業所" }],
    [25, "identifier", "識別子", 1, "optional", "unused"],
  ],
} as const;

export const table6Results = {
  kind: "UPJSK",
  title: "第6表 実績情報",
  direction: "provider-to-planner",
  monthInName: true,
  deletes: false,
  note: "訂正のときは事業所の全サービスを送り直す",
  // biome-ignore format: a row of the table is a line.
  fields: [
    [1, "csvVersion", "CSVバージョン", 6, "required", "version"],
    [2, "insurerNumber", "保険者番号", 6, "required", "insurer"],
    [3, "insuredNumber", "被保険者番号", 10, "required", "insured"],
    [4, "createdOn", "作成年月日", 8, "required", "YYYYMMDD"],
    [5, "month", "対象年月", 6, "required", "YYYYMM"],
    [6, "planningOffice", "プラン担当業者コード", 10, "required", "office"],
    [7, "plannerName", "プラン担当者名", null, "optional", "text"],
    [8, "units", "単位数", 6, "required", "integer", { note: "割引後の単位数。実績では率の加算に限り 0 もある" }],
    [9, "shortStayDaysBefore", "前月までの短期入所利用日数", 5, "optional", "integer"],
    [10, "serviceDate", "サービス利用日", 8, "required", "YYYYMMDD", { note: "対象年月の中の日。福祉用具貸与・月額のサービスにも入る" }],
    [11, "dailyClaimDays", "日割対象日", 31, "optional", "31 digits", { note: "1日から31日まで、日割で請求できる日は 1、ほかは 0。日割でなければ空" }],
    [12, "startTime", "サービス開始時刻", 4, "required", "HHMM or 9999", { note: "9999 は時刻なしのサービス。予定では予定の時刻、実績では実際の時刻" }],
    [13, "endTime", "サービス終了時刻", 4, "required", "HHMM or 9999"],
    [14, "count", "サービス回数", 2, "required", "integer"],
    [15, "serviceCode", "サービスコード", 6, "required", "service code", { note: "サービスコード表のコード" }],
    [16, "taisCode", "TAISコード", 12, "optional", "text", { note: "00001-000010 の形。種類 17・67 は 16 か 17 のどちらかが必要" }],
    [17, "equipmentCode", "福祉用具届出コード", 12, "optional", "text", { note: "16 の備考を参照" }],
    [18, "equipmentName", "用具名称（機種名）", null, "optional", "text"],
    [19, "lineNo", "明細判別コード", 2, "optional", "integer", { doubt: true, note: "種類 17 でコードと単位数が同じ行を 1 から数える。ほかは空" }],
    [20, "serviceOffice", "サービス事業者コード", 10, "required", "office", { note: "予定では予定の事業所、実績では実際の事業所" }],
    [21, "serviceOfficeName", "サービス事業所名", null, "optional", "text"],
    [22, "satellite", "サテライト枝番", 2, "optional", "code", { note: "サテライトでなければ空" }],
    [23, "over30Days", "３０日超区分", 1, "required", "code", { codes: "applies" }],
    [24, "updatingOffice", "更新業者コード", 10, "optional", "office", { note: "予定では居宅介護支援事業所、実績ではサービス事業所" }],
    [25, "identifier", "識別子", 1, "optional", "unused"],
  ],
} as const;

export const table6PlanDeletion = {
  kind: "DLTPLAN",
  title: "第6表（サービス利用票）予定_削除",
  direction: "planner-to-provider",
  monthInName: true,
  deletes: true,
  // biome-ignore format: a row of the table is a line.
  fields: [
    [1, "csvVersion", "CSVバージョン", 6, "required", "version"],
    [2, "insurerNumber", "保険者番号", 6, "required", "insurer"],
    [3, "insuredNumber", "被保険者番号", 10, "required", "insured"],
    [4, "month", "削除対象年月", 6, "required", "YYYYMM", { note: "第7表もともに削除される" }],
  ],
} as const;

export const table6ResultsDeletion = {
  kind: "DLTJSK",
  title: "第6表 実績情報_削除",
  direction: "provider-to-planner",
  monthInName: true,
  deletes: true,
  // biome-ignore format: a row of the table is a line.
  fields: [
    [1, "csvVersion", "CSVバージョン", 6, "required", "version"],
    [2, "insurerNumber", "保険者番号", 6, "required", "insurer"],
    [3, "insuredNumber", "被保険者番号", 10, "required", "insured"],
    [4, "month", "削除対象年月", 6, "required", "YYYYMM"],
    [5, "serviceOffice", "サービス事業者コード", 10, "required", "office"],
    [6, "serviceType", "サービス種類コード", 2, "required", "service type"],
  ],
} as const;
