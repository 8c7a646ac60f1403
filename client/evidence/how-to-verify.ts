/** The parts that are there, each with the time of its signature where that could be read. */
export interface VerifiableParts {
  readonly accepted?: Date | undefined;
  readonly opened?: Date | undefined;
  readonly signed?: Date | undefined;
}

/**
 * HOW-TO-VERIFY.txt: how anybody checks the files beside it with OpenSSL 3, without this app and without us. A
 * certificate counts as of the time of the signature, which is why the commands name it.
 */
export function howToVerify(parts: VerifiableParts): string {
  const steps = [
    parts.accepted && receiptStep("センターの受付証", "accepted", parts.accepted),
    parts.opened && receiptStep("受信事業所の開封証", "opened", parts.opened),
    parts.signed && signedStep(parts.signed),
    digestStep(parts),
  ].filter((step) => step !== undefined);
  return [
    "送受信の証拠の確かめ方",
    "",
    "このフォルダーのファイルは、だれでも OpenSSL 3 で確かめられます。",
    "ファイルのあるフォルダーで、下の命令 ($ の後ろ) を順に実行してください。",
    "",
    ...contents,
    "",
    ...steps.flatMap((step, index) => [`${index + 1}. ${step.title}`, "", ...step.lines, ""]),
  ].join("\r\n");
}

const contents = [
  "  sealed.der    封書 (受信事業所だけが開けます)",
  "  signed.der    封書の中身に、送信事業所が署名したもの",
  "  accepted.der  センターの受付証",
  "  opened.der    受信事業所の開封証",
  "  ca.pem        ルート認証局の証明書。認証局から直接受け取ったものと同じか、お確かめください",
  "まだそろっていないものは入っていません。",
];

interface Step {
  readonly title: string;
  readonly lines: readonly string[];
}

function receiptStep(name: string, file: string, at: Date): Step {
  return {
    title: `${name}の署名を確かめる`,
    lines: [
      `$ ${verifyCommand(`${file}.der`, at, `${file}.json`)}`,
      "",
      `「CAdES Verification successful」と表示されれば正しい署名です。${file}.json に、だれからだれへ、いつ (at, UTC) のものかが書かれています。`,
    ],
  };
}

function signedStep(at: Date): Step {
  return {
    title: "送信事業所の署名を確かめ、中身を取り出す",
    lines: [
      `$ ${verifyCommand("signed.der", at, "parcel.zip")}`,
      "",
      "「CAdES Verification successful」と表示されれば正しい署名です。parcel.zip を開くと、送られたファイルがあります。",
    ],
  };
}

function digestStep({ accepted, opened, signed }: VerifiableParts): Step | undefined {
  const receipts = [accepted && "accepted.json", opened && "opened.json"].filter(Boolean);
  if (receipts.length === 0) return undefined;
  const tie = signed !== undefined && opened !== undefined;
  return {
    title: "受付証・開封証が、この封書のものだと確かめる",
    lines: [
      "$ openssl dgst -sha256 -r sealed.der",
      ...(tie ? ["$ openssl dgst -sha256 -r signed.der"] : []),
      "",
      `1つ目の値が ${receipts.join(" と ")} の sealedSha256 と同じであることをご確認ください。`,
      ...(tie
        ? ["2つ目の値が opened.json の signedSha256 と同じであることをご確認ください。"]
        : []),
    ],
  };
}

function verifyCommand(file: string, at: Date, out: string): string {
  const seconds = Math.floor(at.getTime() / 1000);
  return `openssl cms -verify -cades -inform DER -in ${file} -CAfile ca.pem -attime ${seconds} -out ${out}`;
}
