import { createHash } from "node:crypto";

/**
 * An id like EC2's, always the same for the same words: `sg-0` and sixteen hexadecimals, so that nothing
 * real is meant by it and pages, tests and pictures can name it.
 */
export function fixedId(prefix: string, ...words: readonly string[]): string {
  return `${prefix}-0${digest(words).slice(0, 16)}`;
}

/** The short form that ids had in the days of EC2-Classic. */
export function classicId(prefix: string, ...words: readonly string[]): string {
  return `${prefix}-${digest(words).slice(0, 8)}`;
}

function digest(words: readonly string[]): string {
  return createHash("sha256").update(words.join("/")).digest("hex");
}
