import type { OfficeLetter } from "../accounts/issue-office.ts";

/** Shows what a letter says, this once. */
export function printLetter(letter: OfficeLetter, json = false): void {
  if (json) {
    console.log(JSON.stringify(letter));
    return;
  }
  console.log(`事業所ユーザID           ${letter.officeId}`);
  console.log(`仮パスワード             ${letter.provisionalPassword}`);
  console.log(`仮パスワードの有効期限   ${letter.provisionalUntil}`);
  console.log(`証明書発行用パスワード   ${letter.issuePassword}`);
}
