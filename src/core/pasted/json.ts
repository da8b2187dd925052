import { isObject } from "../isObject";
import type { Pieces } from "../pieces";
import { scanJson } from "./jsonScan";
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

/** Every object that names an EC2 security group. `undefined` where the text is not JSON. */
export function* sourcesOfJson(text: string): Pieces<readonly JsonSource[] | undefined> {
  const scan = yield* scanJson(text);
  if (!scan) {
    const message = "This JSON is nested deeper, or has more in it, than any list of sources";
    return [{ line: 1, read: wrong(message) }];
  }
  let root: unknown;
  try {
    root = JSON.parse(text);
  } catch {
    return undefined;
  }
  let objects = 0;
  const found: JsonSource[] = [];
  // The values that are still to be looked at, level by level.
  const levels = [{ values: [root], at: 0, inside: false }];
  for (let level = levels.at(-1); level; level = levels.at(-1)) {
    const value = level.values[level.at++];
    if (level.at > level.values.length) {
      levels.pop();
    } else if (Array.isArray(value)) {
      levels.push({ values: value, at: 0, inside: level.inside });
    } else if (isObject(value)) {
      const line = scan.lines[objects++] ?? 1;
      const name = nameKeys.map((key) => value[key]).find((each) => each !== undefined);
      if (name !== undefined && !level.inside) {
        found.push({ line, read: sourceOfObject(name, value) });
      }
      // What stands inside a group, such as its rules, names groups that are not meant.
      levels.push({ values: Object.values(value), at: 0, inside: level.inside || name !== undefined });
    }
    yield;
  }
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
