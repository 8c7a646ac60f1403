/**
 * Kanji 異体字 of names and addresses that MS932 does not have, each with the form of the same character that it has.
 * The forms are read alike but are not the same sign: whose name it is must agree, so they are proposals only.
 */
// biome-ignore format: a line a group.
const pairs: readonly string[] = [
  // Forms of family names and places.
  "𠮷吉 𣘺橋 槗橋 𠀋丈 𡈽土 圡土 𥱋簗 𦚰脇 𣳾泰 㐂喜 靎鶴 柗松 桺柳 葊庵 蘒萩 𡌛栃 㟢崎 㠀島 㐧第 㙒野 蔣蒋 萊莱 眾衆 㝡最 㞍尻",
  // Forms printed before the 常用漢字 and 表外漢字 were simplified.
  "𠮟叱 塡填 剝剥 頰頬 嚙噛 囊嚢 摑掴 瘦痩 繫繋 蟬蝉 蠟蝋 軀躯 醬醤 鷗鴎 鹼鹸 麴麹 麵麺 禱祷 瀆涜 簞箪 搔掻 屛屏 幷并 驒騨 吞呑 俠侠",
  "焰焔 頥頤 潑溌 畱留 啞唖 噓嘘 妒妬 顚顛 醱醗 鱉鼈 攢攅 輭軟 雞鶏 叄参",
  // Old forms 旧字体 that MS932 lacks.
  "淚涙 溫温 狀状 緣縁 虛虚 說説 脫脱 稅税 銳鋭 閱閲 黃黄 戶戸 戾戻 產産 彥彦 內内 吳呉 吿告 吕呂 宫宮 歲歳 步歩 每毎 鄉郷 强強 揭掲",
  "擊撃 旣既 晚晩 曆暦 查査 歷歴 硏研 絕絶 尙尚 巢巣 渴渇 卽即 姬姫 娛娯 屢屡 涉渉 隂陰 鏁鎖",
];

/** The form that MS932 has, by the form that it has not. */
export const kanjiForms: ReadonlyMap<string, string> = new Map(
  pairs
    .flatMap((line) => line.split(" "))
    .map((pair) => {
      const [rare = "", usual = ""] = pair;
      return [rare, usual];
    }),
);
