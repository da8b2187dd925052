import { atOnce, inTurns, type Pieces } from "../pieces";
import { isCliLine, sourceOfCli } from "./cli";
import { collect } from "./collect";
import { type Columns, columnsOf } from "./fields";
import { sourcesOfJson } from "./json";
import { sourceOfLine } from "./line";
import { type LogicalLine, logicalLines } from "./logicalLines";
import type { ParsedSources, Read } from "./parsedSources";
import { wrong } from "./readSource";

/** Far more characters than a list of sources has; more were pasted by mistake. */
const longestText = 5 * 1024 * 1024;
const longestLine = 10 * 1024;

/** Reads one source, or a few, as {@link readSources} does, at once: for what is typed. */
export function parseSources(text: string): ParsedSources {
  return atOnce(parsing(text));
}

/**
 * Reads EC2 security groups and their owners from what people paste: one a line (`name owner`, `owner/name`), a
 * table (commas, semicolons or tabs, with or without a heading), JSON (the SDK's input or answers, as one text or
 * a line each), or lines of the AWS CLI. Lines that begin with # are comments; a name that does is to be quoted.
 */
export function readSources(text: string): Promise<ParsedSources> {
  return inTurns(parsing(text));
}

function* parsing(text: string): Pieces<ParsedSources> {
  if (text.length > longestText) {
    return yield* collect([problem("This text is longer than 5 MB, which no list of sources is")]);
  }
  const plain = text.replace(/^\uFEFF/, "");
  const beginsAsJson = /^\s*[[{]/.test(plain);
  const found = beginsAsJson ? yield* sourcesOfJson(plain) : undefined;
  if (found) {
    return yield* collect(found.length === 0 ? [problem("This JSON names no EC2 security group")] : found);
  }
  const read = yield* byLine(plain);
  return yield* collect(
    beginsAsJson && !read.some((each) => each.read.ok)
      ? [problem("This text begins like JSON, and is not")]
      : read,
  );
}

function problem(message: string): Read {
  return { line: 1, read: { ok: false, message } };
}

function* byLine(text: string): Pieces<readonly Read[]> {
  const read: Read[] = [];
  let columns: Columns | undefined;
  let first = true;
  for (const line of logicalLines(text)) {
    yield;
    const content = line?.content ?? "";
    if (!line || content.trim() === "" || /^\s*#/.test(content)) {
      continue;
    }
    if (content.length > longestLine) {
      read.push({ line: line.line, read: wrong("This line is longer than 10 KB; write one source on each") });
      continue;
    }
    const headed = first && !isCliLine(content) ? columnsOf(content) : undefined;
    first &&= isCliLine(content);
    if (headed) {
      columns = headed;
      continue;
    }
    for (const each of sourcesOf(line, columns)) {
      read.push(each);
    }
  }
  return read;
}

function sourcesOf({ line, content }: LogicalLine, columns: Columns | undefined): readonly Read[] {
  if (isCliLine(content)) {
    return [{ line, read: sourceOfCli(content) }];
  }
  const json = content.trimStart().startsWith("{") ? atOnce(sourcesOfJson(content)) : undefined;
  return json && json.length > 0
    ? json.map(({ read }) => ({ line, read }))
    : [{ line, read: sourceOfLine(content, columns) }];
}
