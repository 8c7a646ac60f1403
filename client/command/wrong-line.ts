/** What the arguments of the commands are called in sentences. */
const argumentNames: ReadonlyMap<string, string> = new Map([
  ["paths", "ファイルかフォルダー"],
  ["files", "ファイル"],
  ["id", "データの ID (tsunagi sent、tsunagi inbox に出ます)"],
]);

/** What Commander says of a wrong command line, and how we say it. */
const sentences: readonly (readonly [says: RegExp, sentence: (...said: string[]) => string])[] = [
  [
    /missing required argument '(.+?)'/,
    (_, name = "") => `${argumentNames.get(name) ?? name}を指定してください。`,
  ],
  [/unknown option '(.+?)'/, (_, option) => `${option} という指定はありません。`],
  [/unknown command '(.+?)'/, (_, command) => `${command} という命令はありません。`],
  [/required option '(.+?)' not/, (_, option) => `${option} を指定してください。`],
  [/option '(.+?)' argument missing/, (_, option) => `${option} には値が要ります。`],
  [
    /option '(.+?)' argument '(.*?)' is invalid\. ?(.*)/s,
    (_, option, value, reason = "") => `${option} に「${value}」は使えません。${reason.trim()}`,
  ],
  [/too many arguments/, () => "指定するものが多すぎます。"],
];

/** A wrong command line in a sentence for the person who typed it; `line` is Commander's own. */
export function sayWrongLine(line: string): string {
  for (const [says, sentence] of sentences) {
    const said = says.exec(line);
    if (said === null) continue;
    const meant = /\(Did you mean (?:one of )?(.+?)\?\)/.exec(line)?.[1];
    const suggestion = meant === undefined ? "" : `${meant} のことでしょうか。`;
    return `${sentence(...said)}${suggestion}\n`;
  }
  return line;
}
