/** The steps from nothing to the first message, in their order. */
export const stepIds = [
  "terminal",
  "software",
  "id",
  "application",
  "persons",
  "download",
  "certificate",
  "login",
  "message",
] as const;
export type StepId = (typeof stepIds)[number];

interface Step {
  readonly title: string;
  /** Minutes it takes when all is at hand. */
  readonly minutes: number;
  readonly part: "たしかめる" | "申し込む" | "使いはじめる";
}

export const steps: Readonly<Record<StepId, Step>> = {
  terminal: { title: "パソコンとネットワークを確かめる", minutes: 1, part: "たしかめる" },
  software: { title: "介護ソフトが対応しているか確かめる", minutes: 1, part: "たしかめる" },
  id: { title: "KJから始まるIDを用意する", minutes: 1, part: "たしかめる" },
  application: { title: "利用申請をする", minutes: 3, part: "申し込む" },
  persons: { title: "アプリを使う人を登録する", minutes: 1, part: "申し込む" },
  download: { title: "アプリをダウンロードして入れる", minutes: 2, part: "使いはじめる" },
  certificate: { title: "電子証明書を入れる", minutes: 1, part: "使いはじめる" },
  login: { title: "はじめてログインする", minutes: 1, part: "使いはじめる" },
  message: { title: "はじめてのデータを送る", minutes: 1, part: "使いはじめる" },
};

/** The first step that is not done; none when all are. */
export function nextStep(done: ReadonlySet<StepId>): StepId | undefined {
  return stepIds.find((id) => !done.has(id));
}
