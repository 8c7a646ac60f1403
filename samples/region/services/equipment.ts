/** A thing for rent 福祉用具. Codes and names are made up; no two things have the same units. */
export type Equipment = {
  /** In the form of TAIS codes: 5 digits, hyphen, 6 digits. */
  readonly taisCode: string;
  readonly name: string;
  readonly units: number;
  /** The four characters after the service type. */
  readonly code: string;
  /** Whether people rent several of the same. */
  readonly several: boolean;
};

const thing = (
  maker: number,
  serial: number,
  name: string,
  units: number,
  code: string,
  several = false,
): Equipment => ({
  taisCode: `${String(maker).padStart(5, "0")}-${String(serial).padStart(6, "0")}`,
  name,
  units,
  code,
  several,
});

/** What the heavier levels rent. */
export const forCare: readonly Equipment[] = [
  thing(1, 11, "みほんベッド３モーター", 1000, "1003"),
  thing(1, 12, "みほんベッド２モーター", 810, "1003"),
  thing(1, 21, "サイドレール①型（２本組）", 50, "1004", true),
  thing(1, 22, "マットレス・ためし", 205, "1004"),
  thing(2, 5, "車いす かくう号", 600, "1001"),
  thing(2, 6, "車いす用クッション", 150, "1002"),
  thing(3, 31, "床ずれ防止マット「よはく」", 720, "1005"),
  thing(4, 2, "移動用リフト, 据置型", 1480, "1012"),
];

/** What all levels may rent. */
export const forAll: readonly Equipment[] = [
  thing(5, 40, "手すり たちあがり Ⅰ", 300, "1007", true),
  thing(5, 41, "手すり トイレ用", 310, "1007", true),
  thing(5, 44, "スロープ 60cm", 350, "1008", true),
  thing(6, 1, "歩行器 ひながた", 260, "1009"),
  thing(6, 2, "歩行車 もぎ㈱製", 290, "1009"),
  thing(7, 3, "四点杖", 100, "1010"),
];
