/** Splits a line of CSV, as RFC 4180 says: quoted fields keep everything, others lose the space around them. */
export function fieldsOf(line: string, delimiter: string): readonly string[] | undefined {
  const fields: string[] = [];
  for (let at = 0; at <= line.length; ) {
    const quoted = /^\s*"((?:[^"]|"")*)"\s*/.exec(line.slice(at));
    const end = quoted ? at + quoted[0].length : nextDelimiter(line, delimiter, at);
    if (end !== line.length && line.charAt(end) !== delimiter) {
      return undefined;
    }
    const text = quoted ? (quoted[1] ?? "").replaceAll('""', '"') : line.slice(at, end).trim();
    if (!quoted && text.startsWith('"')) {
      return undefined;
    }
    fields.push(text);
    at = end + 1;
  }
  return fields;
}

function nextDelimiter(line: string, delimiter: string, from: number): number {
  const found = line.indexOf(delimiter, from);
  return found < 0 ? line.length : found;
}

/** Which field of a table is which, and what parts them. */
export interface Columns {
  readonly delimiter: string | undefined;
  readonly name: number;
  readonly owner: number;
}

/** What the columns are called: by the API, by the console, and by people. */
const nameHeadings =
  /^(?:(?:ec2)?(?:security)?group(?:name)?|(?:ec2)?securitygroup(?:name)?|name|source(?:name|group)?)$/;
const ownerHeadings =
  /^(?:(?:ec2)?(?:security)?(?:group)?owner(?:id|account|accountid)?|(?:aws)?account(?:id|number)?)$/;

/** The columns that a heading line names; `undefined` where the line is not one. */
export function columnsOf(line: string): Columns | undefined {
  for (const delimiter of ["\t", ",", ";", undefined]) {
    const fields = delimiter === undefined ? line.trim().split(/\s+/) : fieldsOf(line, delimiter);
    const words = (fields ?? []).map((field) => field.toLowerCase().replace(/[^a-z0-9]/g, ""));
    const name = words.findIndex((word) => nameHeadings.test(word));
    const owner = words.findIndex((word) => ownerHeadings.test(word));
    if (name >= 0 && owner >= 0) {
      return { delimiter, name, owner };
    }
  }
  return undefined;
}
