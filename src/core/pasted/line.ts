import { type Columns, fieldsOf } from "./fields";
import { isOwner, ownerMissing, type ReadSource, readSource, wrong } from "./readSource";

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
  const [, owner = "", name = ""] = /^\s*([\d-]+)\/(.*?)\s*$/.exec(line) ?? [];
  return owner !== "" && isOwner(owner) ? readSource(name, owner) : undefined;
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
  const end = words.findLastIndex((_, at) => at > 0 && isOwner(words.slice(at).join("")));
  if (end > 0) {
    return apart(words.slice(0, end), words.slice(end), words[end - 1]);
  }
  const start = words.findIndex((_, at) => at > 0 && isOwner(words.slice(0, at).join("")));
  if (start > 0) {
    return apart(words.slice(start), words.slice(0, start), words[start]);
  }
  const last = words.pop() ?? "";
  if (words.length === 0) {
    return isOwner(last) ? readSource("", last) : wrong(ownerMissing);
  }
  return readSource(words.join(" "), last);
}

function apart(name: readonly string[], owner: readonly string[], neighbour: string | undefined): ReadSource {
  if (name.some((word) => isOwner(word.replace(/[,;]+$/, "")))) {
    return wrong("There is more than one account number in this line; write one source on each");
  }
  if (owner.length > 1 && /^[\d-]+$/.test(neighbour ?? "")) {
    return wrong("It is not clear which digits are the account number; write its 12 without spaces");
  }
  return readSource(name.join(" "), owner.join(""));
}
