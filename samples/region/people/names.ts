import type { Chance } from "../chance.ts";

/** A made-up name: one look tells that it is made up. */
export type Name = {
  readonly family: string;
  readonly name: string;
  readonly kana: string;
};

export type Sex = "1" | "2";

type Spelt = readonly [written: string, kana: string];

const families: readonly Spelt[] = [
  ["試験", "シケン"],
  ["見本", "ミホン"],
  ["架空", "カクウ"],
  ["仮名", "カメイ"],
  ["例題", "レイダイ"],
  ["模擬", "モギ"],
  ["練習", "レンシュウ"],
  ["記入", "キニュウ"],
  ["雛形", "ヒナガタ"],
  ["様式", "ヨウシキ"],
  ["余白", "ヨハク"],
  ["髙見", "タカミ"],
  ["例﨑", "レイザキ"],
];

const endings: readonly Spelt[] = [
  ["", ""],
  ["", ""],
  ["山", "ヤマ"],
  ["田", "ダ"],
  ["川", "カワ"],
  ["野", "ノ"],
  ["沢", "ザワ"],
  ["島", "ジマ"],
  ["村", "ムラ"],
  ["原", "ハラ"],
  ["本", "モト"],
  ["井", "イ"],
];

const womens: readonly Spelt[] = [
  ["花子", "ハナコ"],
  ["春子", "ハルコ"],
  ["夏子", "ナツコ"],
  ["秋子", "アキコ"],
  ["冬子", "フユコ"],
  ["梅子", "ウメコ"],
  ["松枝", "マツエ"],
  ["竹乃", "タケノ"],
  ["菊江", "キクエ"],
  ["和子", "カズコ"],
  ["文子", "フミコ"],
  ["静江", "シズエ"],
  ["節子", "セツコ"],
  ["幸枝", "ユキエ"],
  ["光代", "ミツヨ"],
  ["八重", "ヤエ"],
  ["澄江", "スミエ"],
  ["絹代", "キヌヨ"],
  ["敏子", "トシコ"],
  ["鶴子", "ツルコ"],
  ["亀代", "カメヨ"],
  ["美代子", "ミヨコ"],
];

const mens: readonly Spelt[] = [
  ["太郎", "タロウ"],
  ["一郎", "イチロウ"],
  ["二郎", "ジロウ"],
  ["三郎", "サブロウ"],
  ["四郎", "シロウ"],
  ["五郎", "ゴロウ"],
  ["六郎", "ロクロウ"],
  ["松男", "マツオ"],
  ["竹男", "タケオ"],
  ["梅吉", "ウメキチ"],
  ["春男", "ハルオ"],
  ["秋男", "アキオ"],
  ["正一", "ショウイチ"],
  ["清", "キヨシ"],
  ["実", "ミノル"],
  ["茂", "シゲル"],
  ["豊", "ユタカ"],
  ["進", "ススム"],
  ["義雄", "ヨシオ"],
  ["和夫", "カズオ"],
];

const towns = [
  "架空町",
  "試験町",
  "例示台",
  "仮名ヶ丘",
  "ひながた町",
  "見本通",
  "白紙町",
  "余白町",
  "下書き新田",
  "様式坂",
] as const;

const buildings = [
  "みほんハイツ①号棟",
  "コーポ架空Ⅱ",
  "試験団地②-",
  "㈱ひながた社宅",
  "サンプル荘（離れ）",
  "メゾン・ド・カクウ",
] as const;

export function someName(chance: Chance, sex: Sex, family = someFamily(chance)): Name {
  const [given, kana] = chance.pick(sex === "1" ? mens : womens);
  return {
    family: family.family,
    name: `${family.name}　${given}`,
    kana: `${family.kana}　${kana}`,
  };
}

/** Another of the same family: a daughter, a husband. */
export function relativeOf({ name, kana }: Name, chance: Chance, sex: Sex): Name {
  const family = beforeSpace(name);
  return someName(chance, sex, { family, name: family, kana: beforeSpace(kana) });
}

export function someTownAddress(chance: Chance): string {
  const block = `${chance.between(1, 5)}-${chance.between(1, 20)}-${chance.between(1, 30)}`;
  return `見本県つなぎ市${chance.pick(towns)}${block}`;
}

export function someBuilding(chance: Chance): string {
  return `${chance.pick(buildings)}${chance.between(1, 5)}0${chance.between(1, 9)}`;
}

function someFamily(chance: Chance): Name {
  const [[first, firstKana], [last, lastKana]] = [chance.pick(families), chance.pick(endings)];
  return { family: first + last, name: first + last, kana: firstKana + lastKana };
}

function beforeSpace(text: string): string {
  return text.slice(0, text.indexOf("　"));
}
