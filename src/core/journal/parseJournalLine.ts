import { isEnding, isEntry, isRequest, isTextOrAbsent } from "../history";
import { isObject } from "../isObject";
import type { AmendedLine, JournalLine, PlanLine, SentLine } from "./journalLine";

type Fields = Readonly<Record<string, unknown>>;

/** What a line says; `undefined` for one that a crash tore, or that something else has written. */
export function parseJournalLine(text: string): JournalLine | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? lineOf(value) : undefined;
  } catch {
    return undefined;
  }
}

function lineOf(value: Fields): JournalLine | undefined {
  const { line, id, window } = value;
  if (line === undefined) {
    return isEntry(value) ? value : undefined;
  }
  if (typeof id !== "string") {
    return undefined;
  }
  switch (line) {
    case "sent":
      return isSent(value) ? value : undefined;
    case "amended":
      return isAmended(value) ? value : undefined;
    case "plan":
      return isPlan(value) ? value : undefined;
    case "planEnded":
      return { line: "planEnded", id };
    case "answered":
      return { line: "answered", id };
    case "offered":
      return typeof window === "string" ? { line: "offered", id, window } : undefined;
    default:
      return undefined;
  }
}

function isSent(value: Fields): value is Fields & SentLine {
  const { of } = value;
  return (
    isTextOrAbsent(value["caller"]) &&
    isRequest(value) &&
    (of === undefined || (isObject(of) && typeof of["plan"] === "string" && typeof of["item"] === "number"))
  );
}

function isAmended(value: Fields): value is Fields & AmendedLine {
  return isTextOrAbsent(value["caller"]) && (value["outcome"] === undefined || isEnding(value["outcome"]));
}

function isPlan(value: Fields): value is Fields & PlanLine {
  return (
    ["time", "command", "title", "done"].every((field) => typeof value[field] === "string") &&
    Array.isArray(value["items"]) &&
    value["items"].every(isObject) &&
    typeof value["looked"] === "boolean" &&
    isTextOrAbsent(value["finishes"])
  );
}
