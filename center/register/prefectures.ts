const names =
  "北海道,青森県,岩手県,宮城県,秋田県,山形県,福島県,茨城県,栃木県,群馬県,埼玉県,千葉県,東京都,神奈川県,新潟県,富山県,石川県,福井県,山梨県,長野県,岐阜県,静岡県,愛知県,三重県,滋賀県,京都府,大阪府,兵庫県,奈良県,和歌山県,鳥取県,島根県,岡山県,広島県,山口県,徳島県,香川県,愛媛県,高知県,福岡県,佐賀県,長崎県,熊本県,大分県,宮崎県,鹿児島県,沖縄県".split(
    ",",
  );

/** 都道府県番号 of a prefecture that is written as its number, as its name, or at the head of an address. */
export function prefectureOf(written: string): string | undefined {
  const plain = written.normalize("NFKC").trim();
  // A number of a municipality (市区町村コード) begins with that of its prefecture.
  const number = /^(\d{1,2}|\d{5,6})$/.test(plain)
    ? plain.padStart(plain.length < 5 ? 2 : 6, "0").slice(0, 2)
    : undefined;
  if (number !== undefined) return isPrefecture(number) ? number : undefined;
  const at = names.findIndex((name) => plain.startsWith(name));
  return at === -1 ? undefined : String(at + 1).padStart(2, "0");
}

export function isPrefecture(number: string): boolean {
  return /^(0[1-9]|[1-3][0-9]|4[0-7])$/.test(number);
}
