/** Splits a line of CSV, as RFC 4180 says: quoted fields keep everything, others lose the space around them. */
export function fieldsOf(line: string, delimiter: string): readonly string[] | undefined {
  const fields: string[] = [];
  for (let at = 0; at <= line.length; ) {
    const field = quotedField(line, at, delimiter) ?? plainField(line, at, delimiter);
    if (field === "open") {
      return undefined;
    }
    fields.push(field.text);
    at = field.end + 1;
  }
  return fields;
}

interface Field {
  readonly text: string;
  /** Where the delimiter stands, or the end of the line. */
  readonly end: number;
}

function plainField(line: string, from: number, delimiter: string): Field | "open" {
  const found = line.indexOf(delimiter, from);
  const end = found < 0 ? line.length : found;
  const text = line.slice(from, end).trim();
  return text.startsWith('"') ? "open" : { text, end };
}

/** `undefined` where the field is not quoted; "open" where its quote is not closed before the next delimiter. */
function quotedField(line: string, from: number, delimiter: string): Field | "open" | undefined {
  const opening = skipSpace(line, from, delimiter);
  if (line.charAt(opening) !== '"') {
    return undefined;
  }
  let closing = line.indexOf('"', opening + 1);
  while (closing >= 0 && line.charAt(closing + 1) === '"') {
    closing = line.indexOf('"', closing + 2);
  }
  if (closing < 0) {
    return "open";
  }
  const end = skipSpace(line, closing + 1, delimiter);
  return end === line.length || line.startsWith(delimiter, end)
    ? { text: line.slice(opening + 1, closing).replaceAll('""', '"'), end }
    : "open";
}

/** A tab may be the delimiter: then it is no space to pass over. */
function skipSpace(line: string, from: number, delimiter: string): number {
  let at = from;
  while (at < line.length && line.charAt(at) !== delimiter && line.charAt(at).trim() === "") {
    at += 1;
  }
  return at;
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
