/**
 * Tables 1 to 3: the home-care service plan 居宅サービス計画書, and its deletion.
 * Rows: number, key, name, length, need, format, more (see field.ts). Edition 4.1.
 */

export const table1 = {
  kind: "UP1KYO",
  title: "居宅サービス計画1表",
  direction: "planner-to-provider",
  monthInName: false,
  deletes: false,
  // biome-ignore format: a row of the table is a line.
  fields: [
    [1, "csvVersion", "CSVバージョン", 6, "required", "version"],
    [2, "insurerNumber", "保険者番号", 6, "required", "insurer"],
    [3, "insuredNumber", "被保険者番号", 10, "required", "insured"],
    [4, "createdOn", "作成年月日", 8, "required", "YYYYMMDD"],
    [5, "postalCode", "利用者郵便番号", 8, "optional", "NNN-NNNN"],
    [6, "address1", "利用者住所１", null, "optional", "text"],
    [7, "address2", "利用者住所２", null, "optional", "text"],
    [8, "plannerName", "居宅サービス計画作成者氏名", null, "required", "text"],
    [9, "officeName", "介護支援事業者名", null, "required", "text"],
    [10, "officePostalCode", "介護支援事業者郵便番号", 8, "optional", "NNN-NNNN"],
    [11, "officeAddress1", "介護支援事業者住所１", null, "optional", "text"],
    [12, "officeAddress2", "介護支援事業者住所２", null, "optional", "text"],
    [13, "officeNumber", "介護支援事業者コード", 10, "required", "office"],
    [14, "planChangedOn", "居宅サービス計画作成（変更）日", 8, "required", "YYYYMMDD"],
    [15, "firstPlanOn", "初回居宅サービス計画作成日", 8, "required", "YYYYMMDD"],
    [16, "planStage", "計画書区分", 2, "optional", "code", { codes: "planStage" }],
    [17, "certificationStatus", "認定状況区分", 1, "optional", "code", { codes: "certificationStatus" }],
    [18, "certifiedOn", "認定日", 8, "optional", "YYYYMMDD"],
    [19, "certifiedFrom", "認定有効期間開始日", 8, "optional", "YYYYMMDD"],
    [20, "certifiedTo", "認定有効期間終了日", 8, "optional", "YYYYMMDD"],
    [21, "careLevel", "要介護状態区分", 2, "optional", "code", { codes: "careLevel" }],
    [22, "wishesAndAssessment", "利用者及び家族の生活に対する意向を踏まえた課題分析の結果", null, "optional", "text"],
    [23, "boardOpinion", "介護認定審査会の意見及びサービスの種類の指定", null, "optional", "text"],
    [24, "supportPolicy", "総合的な援助の方針", null, "optional", "text"],
    [25, "homeHelpReason", "生活援助中心型の算定理由", 1, "optional", "code", { codes: "homeHelpReason" }],
    [26, "homeHelpReasonOther", "その他理由", null, "optional", "text"],
    [27, "updatingOffice", "更新業者コード", 10, "optional", "office"],
    [28, "identifier", "識別子", 1, "optional", "unused"],
  ],
} as const;

export const table2 = {
  kind: "UP2KYO",
  title: "居宅サービス計画2表",
  direction: "planner-to-provider",
  monthInName: false,
  deletes: false,
  note: "行は (6, 8, 13) の順、印刷の順に並ぶ。上の行と同じ欄は、紙と同じく空でもよい",
  // biome-ignore format: a row of the table is a line.
  fields: [
    [1, "csvVersion", "CSVバージョン", 6, "required", "version"],
    [2, "insurerNumber", "保険者番号", 6, "required", "insurer"],
    [3, "insuredNumber", "被保険者番号", 10, "required", "insured"],
    [4, "createdOn", "居宅計画書作成年月日", 8, "required", "YYYYMMDD"],
    [5, "planChangedOn", "居宅サービス計画作成（変更）日", 8, "required", "YYYYMMDD"],
    [6, "needNo", "課題ＮＯ", 2, "optional", "integer", { note: "1〜99" }],
    [7, "need", "課題", null, "optional", "text"],
    [8, "goalNo", "援助目標ＮＯ", 2, "optional", "integer", { note: "課題ごとに 1〜99" }],
    [9, "longTermGoal", "長期目標", null, "optional", "text"],
    [10, "shortTermGoal", "短期目標", null, "optional", "text"],
    [11, "longTermPeriod", "長期期間", null, "optional", "text"],
    [12, "shortTermPeriod", "短期期間", null, "optional", "text"],
    [13, "supportNo", "援助内容ＮＯ", 2, "optional", "integer", { note: "援助目標ごとに 1〜99" }],
    [14, "serviceContent", "サービス内容", null, "optional", "text"],
    [15, "coverage", "保険対象区分", 1, "optional", "code", { codes: "coverage" }],
    [16, "serviceCategory", "サービス種別", null, "optional", "text"],
    [17, "serviceOffice", "サービス事業者コード", 10, "optional", "office"],
    [18, "serviceOfficeName", "サービス事業所名", null, "optional", "text"],
    [19, "frequency", "頻度", null, "optional", "text"],
    [20, "servicePeriod", "実施期間", null, "optional", "text"],
    [21, "updatingOffice", "更新業者コード", 10, "optional", "office"],
    [22, "identifier", "識別子", 1, "optional", "unused"],
  ],
} as const;

export const table3 = {
  kind: "UP3KYO",
  title: "居宅サービス計画３表",
  direction: "planner-to-provider",
  monthInName: false,
  deletes: false,
  note: "1行は、週間のサービス (6〜9)・日常の活動 (10〜12)・週単位以外のサービス (13) のどれか一つ",
  // biome-ignore format: a row of the table is a line.
  fields: [
    [1, "csvVersion", "CSVバージョン", 6, "required", "version"],
    [2, "insurerNumber", "保険者番号", 6, "required", "insurer"],
    [3, "insuredNumber", "被保険者番号", 10, "required", "insured"],
    [4, "createdOn", "週間サービス計画表作成年月日", 8, "required", "YYYYMMDD"],
    [5, "planChangedOn", "居宅サービス計画作成（変更）日", 8, "required", "YYYYMMDD"],
    [6, "service", "介護サービス内容", null, "optional", "text"],
    [7, "weekday", "曜日", 1, "optional", "code", { codes: "weekday" }],
    [8, "serviceStart", "開始時間", 4, "optional", "HHMM"],
    [9, "serviceEnd", "終了時間", 4, "optional", "HHMM"],
    [10, "activity", "主な日常生活上の活動", null, "optional", "text"],
    [11, "activityStart", "開始時間", 4, "optional", "HHMM", { note: "活動の開始時間" }],
    [12, "activityEnd", "終了時間", 4, "optional", "HHMM", { note: "活動の終了時間" }],
    [13, "outsideTheWeek", "週単位以外のサービス", null, "optional", "text"],
  ],
} as const;

export const table1Deletion = {
  kind: "DLT1KYO",
  title: "居宅サービス計画1表_削除",
  direction: "planner-to-provider",
  monthInName: false,
  deletes: true,
  // biome-ignore format: a row of the table is a line.
  fields: [
    [1, "csvVersion", "CSVバージョン", 6, "required", "version"],
    [2, "insurerNumber", "保険者番号", 6, "required", "insurer"],
    [3, "insuredNumber", "被保険者番号", 10, "required", "insured"],
    [4, "planChangedOn", "居宅サービス計画作成（変更）日", 8, "required", "YYYYMMDD", { note: "削除する計画の日付。第2表・第3表もともに削除される" }],
  ],
} as const;
