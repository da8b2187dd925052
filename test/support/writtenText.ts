import assert from "node:assert/strict";
import type { Written } from "../../src/core/formats/written";

/** The text, which must have been written. */
export function writtenText(written: Written): string {
  assert.ok(written.ok, JSON.stringify(written));
  return written.text;
}
