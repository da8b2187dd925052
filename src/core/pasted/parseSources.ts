import { grantKey } from "../cacheSecurityGroups/cacheSecurityGroup";
import { checkEc2SecurityGroupName } from "../cacheSecurityGroups/ec2SecurityGroupName";
import type { IngressSource } from "../cacheSecurityGroups/ingress";
import { isCliLine, sourceOfCli } from "./cli";
import { type Columns, columnsOf } from "./fields";
import { sourcesOfJson } from "./json";
import { sourceOfLine } from "./line";
import type { ReadSource } from "./readSource";

/** Something about one line, counted from 1. It never quotes the line: a clipboard may hold anything. */
export interface LineNote {
  readonly line: number;
  readonly message: string;
}

export interface ParsedSources {
  /** Without repetition, in the order of their first lines. */
  readonly sources: readonly IngressSource[];
  /** Lines that no source could be read from. */
  readonly problems: readonly LineNote[];
  /** Sources that are kept, although something about them is odd. */
  readonly warnings: readonly LineNote[];
  /** How many lines name a source that another has named before. */
  readonly repeated: number;
}

type Read = { readonly line: number; readonly read: ReadSource };

/**
 * Reads EC2 security groups and their owners from what people paste: one a line (`name owner`, `owner/name`), a
 * table (commas, semicolons or tabs, with or without a heading), JSON (the SDK's input or answers, as one text or
 * a line each), or lines of the AWS CLI. Lines that begin with # are comments; a name that does is to be quoted.
 */
export function parseSources(text: string): ParsedSources {
  const plain = text.replace(/^\uFEFF/, "").replace(/\r\n?/g, "\n");
  const beginsAsJson = /^\s*[[{]/.test(plain);
  const found = beginsAsJson ? sourcesOfJson(plain) : undefined;
  if (found?.length === 0) {
    return collect([problem("This JSON names no EC2 security group")]);
  }
  const read = found ?? byLine(plain);
  return beginsAsJson && !read.some((each) => each.read.ok) && !found
    ? collect([problem("This text begins like JSON, and is not")])
    : collect(read);
}

function problem(message: string): Read {
  return { line: 1, read: { ok: false, message } };
}

function byLine(text: string): readonly Read[] {
  let columns: Columns | undefined;
  let first = true;
  return logicalLines(text).flatMap(({ line, content }): readonly Read[] => {
    if (content.trim() === "" || /^\s*#/.test(content)) {
      return [];
    }
    if (isCliLine(content)) {
      return [{ line, read: sourceOfCli(content) }];
    }
    const headed = first ? columnsOf(content) : undefined;
    first = false;
    if (headed) {
      columns = headed;
      return [];
    }
    const json = content.trim().startsWith("{") ? sourcesOfJson(content) : undefined;
    return json && json.length > 0
      ? json.map(({ read }) => ({ line, read }))
      : [{ line, read: sourceOfLine(content, columns) }];
  });
}

/** The lines, each with those that it goes on in: after a backslash, or a backtick in PowerShell. */
function logicalLines(text: string): readonly { readonly line: number; readonly content: string }[] {
  const lines: { line: number; content: string }[] = [];
  let goesOn = false;
  for (const [index, each] of text.split("\n").entries()) {
    const content = each.replace(/[\\`][ \t]*$/, " ");
    const last = lines.at(-1);
    if (goesOn && last) {
      last.content += content;
    } else {
      lines.push({ line: index + 1, content });
    }
    goesOn = content !== each;
  }
  return lines;
}

function collect(all: readonly Read[]): ParsedSources {
  const sources = new Map<string, IngressSource>();
  const problems: LineNote[] = [];
  const warnings: LineNote[] = [];
  let repeated = 0;
  for (const { line, read } of all) {
    if (!read.ok) {
      problems.push({ line, message: read.message });
      continue;
    }
    const key = grantKey(read.source);
    if (sources.has(key)) {
      repeated += 1;
      continue;
    }
    sources.set(key, read.source);
    const check = checkEc2SecurityGroupName(read.source.ec2SecurityGroupName);
    if (check.verdict !== "ok") {
      warnings.push({ line, message: check.message });
    }
  }
  return { sources: [...sources.values()], problems, warnings, repeated };
}
