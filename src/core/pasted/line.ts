import { type Columns, fieldsOf } from "./fields";
import { isOwner, ownerMissing, type ReadSource, readSource, wrong } from "./readSource";
import { endWithout } from "./scan";

// Those that account numbers are read without.
const dashes = /[-\u2010-\u2015]/g;

/**
 * Reads one line as people write it: `name owner`, `owner/name`, `name,owner` and the like. What could be read
 * in two ways is refused: letting in the wrong group is worse than asking once more.
 */
export function sourceOfLine(line: string, columns: Columns | undefined): ReadSource {
  if (columns?.delimiter !== undefined) {
    return bySeveralColumns(line, { ...columns, delimiter: columns.delimiter });
  }
  const tried = [bySlash(line), ...["\t", ",", ";"].map((each) => byDelimiter(line, each)), bySpace(line)];
  const read = tried.filter((each) => each !== undefined);
  return read.find(({ ok }) => ok) ?? read[0] ?? wrong(ownerMissing);
}

function bySeveralColumns(line: string, columns: Columns & { readonly delimiter: string }): ReadSource {
  const fields = fieldsOf(line, columns.delimiter);
  return fields
    ? readSource(fields[columns.name] ?? "", fields[columns.owner] ?? "")
    : wrong("A quote is not closed");
}

/** `123456781234/web`, as the tree's ids and many lists have it. */
function bySlash(line: string): ReadSource | undefined {
  const slash = line.indexOf("/");
  const owner = slash < 0 ? "" : line.slice(0, slash).trimStart();
  return /^[\d-]+$/.test(owner) && isOwner(owner)
    ? readSource(line.slice(slash + 1).trim(), owner)
    : undefined;
}

function byDelimiter(line: string, delimiter: string): ReadSource | undefined {
  if (!line.includes(delimiter)) {
    return undefined;
  }
  const fields = fieldsOf(line, delimiter);
  if (!fields) {
    return wrong("A quote is not closed");
  }
  // A spreadsheet ends its lines with the delimiters of empty columns.
  const [first = "", second = "", ...others] = fields.slice(
    0,
    fields.findLastIndex((each) => each !== "") + 1,
  );
  if (others.length > 0) {
    return wrong(
      `There are ${others.length + 2} columns; name them in a first line, such as name,owner, or quote a name that holds a comma`,
    );
  }
  if (isOwner(first) && isOwner(second)) {
    return wrong("Both columns could be the account number; name them in a first line, such as name,owner");
  }
  return isOwner(first) ? readSource(second, first) : readSource(first, second);
}

/** `web 123456781234`, or the other way round. A name may hold spaces, an account number spaces and dashes. */
function bySpace(line: string): ReadSource {
  const words = line.trim().split(/\s+/);
  const atEnd = ownerLength([...words].reverse());
  if (atEnd > 0 && atEnd < words.length) {
    const end = words.length - atEnd;
    return apart(words.slice(0, end), words.slice(end), words[end - 1]);
  }
  const atStart = ownerLength(words);
  if (atStart > 0 && atStart < words.length) {
    return apart(words.slice(atStart), words.slice(0, atStart), words[atStart]);
  }
  const last = words.pop() ?? "";
  if (words.length === 0) {
    return isOwner(last) ? readSource("", last) : wrong(ownerMissing);
  }
  return readSource(words.join(" "), last);
}

/** How many of the first words are an account number together, the fewest that are; 0 where none are. */
function ownerLength(words: readonly string[]): number {
  let digits = 0;
  for (const [index, word] of words.entries()) {
    const compact = word.replace(dashes, "");
    digits += compact.length;
    // More than twelve are no account number, whatever follows.
    if (digits > 12 || !/^\d*$/.test(compact)) {
      return 0;
    }
    if (digits === 12) {
      return index + 1;
    }
  }
  return 0;
}

function apart(name: readonly string[], owner: readonly string[], neighbour: string | undefined): ReadSource {
  if (name.some((word) => isOwner(word.slice(0, endWithout(word, ",;"))))) {
    return wrong("There is more than one account number in this line; write one source on each");
  }
  if (owner.length > 1 && /^[\d-]+$/.test(neighbour ?? "")) {
    return wrong("It is not clear which digits are the account number; write its 12 without spaces");
  }
  return readSource(name.join(" "), owner.join(""));
}
