import { type ReadSource, readSource, wrong } from "./readSource";

/** A source of a JSON text, and the line that its object begins on, counted from 1. */
export interface JsonSource {
  readonly line: number;
  readonly read: ReadSource;
}

// The SDK's input and answers, this extension's own params, EC2's list of groups, and what people write.
const nameKeys = ["EC2SecurityGroupName", "ec2SecurityGroupName", "GroupName", "groupName", "name"];
const ownerKeys = [
  "EC2SecurityGroupOwnerId",
  "ec2SecurityGroupOwnerId",
  "OwnerId",
  "ownerId",
  "owner",
  "accountId",
  "account",
];

/** Every object that names an EC2 security group, however deep. `undefined` where the text is not JSON. */
export function sourcesOfJson(text: string): readonly JsonSource[] | undefined {
  let root: unknown;
  try {
    root = JSON.parse(text);
  } catch {
    return undefined;
  }
  const lines = linesOfObjects(text);
  const found: JsonSource[] = [];
  let objects = 0;
  const visit = (value: unknown, inside: boolean): void => {
    if (Array.isArray(value)) {
      for (const each of value) {
        visit(each, inside);
      }
    } else if (isObject(value)) {
      const line = lines[objects] ?? 1;
      objects += 1;
      const name = nameKeys.map((key) => value[key]).find((each) => each !== undefined);
      if (name !== undefined && !inside) {
        found.push({ line, read: sourceOfObject(name, value) });
      }
      for (const each of Object.values(value)) {
        // What stands inside a group, such as its rules, names groups that are not meant.
        visit(each, inside || name !== undefined);
      }
    }
  };
  visit(root, false);
  return found;
}

function sourceOfObject(name: unknown, object: Readonly<Record<string, unknown>>): ReadSource {
  const owner = ownerKeys.map((key) => object[key]).find((each) => each !== undefined) ?? "";
  if (typeof name !== "string") {
    return wrong("The name of the EC2 security group is not text");
  }
  // An account number that was written as a number: complete unless it begins with a zero, which JSON forbids.
  const text = typeof owner === "number" ? String(owner) : owner;
  return typeof text === "string" ? readSource(name, text) : wrong("The account number is not text");
}

/** The line of each object, in the order of their opening braces: that in which they are visited, too. */
function linesOfObjects(text: string): readonly number[] {
  const lines: number[] = [];
  let line = 1;
  for (const [token] of text.matchAll(/"(?:[^"\\]|\\.)*"|[{\n]/gs)) {
    if (token === "{") {
      lines.push(line);
    } else if (token === "\n") {
      line += 1;
    }
  }
  return lines;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}
