/**
 * Writes rows as CSV of the standard: commas, CRLF after every row, text columns in double quotes, others bare.
 * An empty value stays bare in every column: the standard is silent on it, and bare says "no value" in all of them.
 * A comma, quote or line break outside the text columns (an unused field may hold one) is quoted too, so that it stays.
 * @param isText for each column, whether it holds free text
 */
export function writeCsv(rows: readonly (readonly string[])[], isText: readonly boolean[]): string {
  let text = "";
  for (const row of rows) {
    row.forEach((value, column) => {
      if (column > 0) text += ",";
      const needsQuotes = isText[column] ? value !== "" : /[",\r\n]/.test(value);
      text += needsQuotes ? quoted(value) : value;
    });
    text += "\r\n";
  }
  return text;
}

function quoted(value: string): string {
  return `"${value.replaceAll('"', '""')}"`;
}
