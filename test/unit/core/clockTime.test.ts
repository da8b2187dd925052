import assert from "node:assert/strict";
import { clockTime, momentText } from "../../../src/core/clockTime";
import { momentWords } from "../../../src/core/expiry/endWords";
import { shownText } from "../../../src/core/shownText";

describe("a moment as the user's system writes it", () => {
  const at = Date.UTC(2026, 10, 27, 14, 5, 12);
  const original = Intl.DateTimeFormat;
  /** As on a system of this language: it is the process's, and cannot be set. */
  const inLanguage = (language: string, work: () => void): void => {
    const Localized = new Proxy(original, {
      construct: (target, [, options]: [unknown, Intl.DateTimeFormatOptions]) =>
        new target(language, options),
    });
    Intl.DateTimeFormat = Localized;
    try {
      work();
    } finally {
      Intl.DateTimeFormat = original;
    }
  };

  for (const language of ["en-US", "de", "fr", "ar", "ar-EG", "he", "fa", "ja", "bg", "sv"]) {
    it(`has nothing in it that would be shown as an escape, in ${language}`, () => {
      inLanguage(language, () => {
        for (const text of [
          clockTime(at),
          momentWords(at),
          momentText(at, { dateStyle: "medium", timeStyle: "medium" }),
        ]) {
          assert.equal(shownText(text), text);
          assert.ok(text.length >= 4, text);
        }
      });
    });
  }

  it("has the plain space before AM and PM", () => {
    inLanguage("en-US", () => assert.match(clockTime(at), /^\d{1,2}:05 [AP]M$/));
  });
});
