import assert from "node:assert/strict";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";

const isWriting = process.env["ELASTICACHE_ACCESS_WRITE_TOLD"] === "1";

/**
 * Compares a text that people read with the one that is kept of it, so that whoever changes words sees all of them.
 * `ELASTICACHE_ACCESS_WRITE_TOLD=1` writes the file anew, to be read before it is committed.
 *
 * @param file from the top of the repository
 */
export function isAsWrittenDown(file: string, text: string): void {
  if (isWriting) {
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  // Git may have put Windows' line endings into it.
  assert.equal(text, readFileSync(file, "utf8").replaceAll("\r\n", "\n"));
}
