import type { Pieces } from "../pieces";

/** Far deeper than an answer of the API. What is nested more takes long to parse, and names nothing. */
const deepest = 64;

/** Far more names of fields than answers have, and far more objects than a list that anybody makes. */
const mostKeys = 1_000;
const mostObjects = 100_000;

/** Where a JSON text has its objects. */
export interface JsonScan {
  /** The line of each object, counted from 1, in the order of their opening braces. */
  readonly lines: readonly number[];
}

/**
 * Looks through a JSON text before it is parsed, which cannot be done in turns. `undefined` where it would take long
 * and come to nothing.
 */
export function* scanJson(text: string): Pieces<JsonScan | undefined> {
  const lines: number[] = [];
  const keys = new Set<string>();
  let [line, depth, inText, begin, end] = [1, 0, false, 0, 0];
  for (let at = 0; at < text.length; at++) {
    const character = text.charAt(at);
    if (inText) {
      at += character === "\\" ? 1 : 0;
      inText = character !== '"';
      end = at;
    } else if (character === '"') {
      inText = true;
      begin = at + 1;
    } else if (character === ":" && keys.size <= mostKeys) {
      keys.add(text.slice(begin, end));
    } else if (character === "{" || character === "[") {
      depth += 1;
      if (depth > deepest) {
        return undefined;
      }
      if (character === "{" && lines.push(line) > mostObjects) {
        return undefined;
      }
    } else if (character === "}" || character === "]") {
      depth -= 1;
    } else if (character === "\n" || (character === "\r" && text.charAt(at + 1) !== "\n")) {
      line += 1;
    }
    if (at % 4096 === 0) {
      yield;
    }
  }
  return keys.size > mostKeys ? undefined : { lines };
}
