import assert from "node:assert/strict";
import fc from "fast-check";
import { Secrets } from "../../src/aws/secrets/secrets";
import { holds } from "./holds";

/** How a secret is written by whoever repeats it, and how much of that is left of 12 of its characters. */
const writings: readonly (readonly [write: (text: string) => string, length: number])[] = [
  [(text) => text, 12],
  [(text) => text.toLowerCase(), 12],
  [(text) => text.toUpperCase(), 12],
  [encodeURIComponent, 24],
  [(text) => encodeURIComponent(encodeURIComponent(text)), 36],
  [(text) => JSON.stringify(text).slice(1, -1).replaceAll("/", "\\/"), 16],
  [(text) => text.replaceAll("+", "&#43;").replaceAll("/", "&#x2F;"), 36],
  [(text) => Buffer.from(text).toString("base64"), 16],
  [(text) => Buffer.from(`user:${text}`).toString("base64url"), 16],
  [(text) => Buffer.from(text).toString("hex"), 24],
];
const around: readonly (readonly [string, string])[] = [
  ["Value '", "' at 'x' failed"],
  ["", ""],
  ["a=", "&b=c"],
  ["abc", "def"],
  ["x:", ",y"],
];

/** As AWS makes them: letters, digits and two signs, so many that none is a word. */
const secret = fc
  .array(fc.constantFrom(..."ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"), {
    minLength: 40,
    maxLength: 400,
  })
  .map((characters) => characters.join(""));

describe("a secret in a text, wherever it was cut and however it is written", () => {
  it("leaves no 12 of its characters", () => {
    const cases = fc.record({
      secret,
      other: secret,
      from: fc.nat(),
      length: fc.integer({ min: 16, max: 120 }),
      writing: fc.constantFrom(...writings),
      ends: fc.constantFrom(...around),
    });
    holds(cases, ({ secret: whole, other, from, length, writing: [write, left], ends: [before, after] }) => {
      // A run of one letter is in many a word.
      fc.pre(new Set(whole).size > 16);
      const secrets = new Secrets();
      secrets.add(whole);
      secrets.add(other);
      const start = from % (whole.length - 15);
      const written = write(whole.slice(start, start + length));
      const redacted = secrets.redact(`${before}${written}${after}`);
      for (let at = 0; at + left <= written.length; at++) {
        assert.ok(!redacted.includes(written.slice(at, at + left)), redacted);
      }
    });
  });
});
