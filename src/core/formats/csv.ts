/** What a cell of Excel holds. */
const longestField = 32_767;

/** Rows as https://www.rfc-editor.org/rfc/rfc4180 has them, lines ended by CRLF. */
export function csvText(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => `${row.map((text) => field(text.slice(0, longestField))).join(",")}\r\n`).join("");
}

/**
 * One field, quoted where it must be. Spreadsheets run a field that begins like a formula: an apostrophe in front
 * makes it text. Where the system's list separator is a semicolon or a tab they part the line there, in a quoted
 * field too: what would begin a field then has an apostrophe as well.
 * https://owasp.org/www-community/attacks/CSV_Injection
 */
function field(text: string): string {
  const parted = text.replace(beforeFormula, withApostrophes);
  const safe = /^["\s\p{Cc}\p{Cf}]*[=+\-@＝＋－＠]|^[\t\r\n]/u.test(text) ? `'${parted}` : parted;
  return /[",;\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** What separates, and what a spreadsheet passes over, before a formula: each run whole, and looked at once. */
const beforeFormula = /(?<![;"\s\p{Cc}\p{Cf}])[;"\s\p{Cc}\p{Cf}]+(?=[=+\-@＝＋－＠])/gu;

/** An apostrophe after each separator that the formula would begin a field behind. A field cannot begin with a tab. */
function withApostrophes(run: string, at: number): string {
  if (run.endsWith(";")) {
    // What it is nearly always, without two expressions more.
    return `${run}'`;
  }
  const last = Math.max(0, run.lastIndexOf(";"));
  const behind = run.slice(last).replace(/[;\r\n\t]/g, (separator, place: number) => {
    const isFirst = at + last + place === 0 || /[\r\n]/.test(run.charAt(last + place - 1));
    return separator === "\t" && isFirst ? separator : `${separator}'`;
  });
  return run.slice(0, last) + behind;
}
