import assert from "node:assert/strict";
import { cutOffWords } from "../../../../src/core/formats/cutOffWords";
import type { Became } from "../../../../src/core/journal/cutOff";

const words = (...became: readonly Became[]) =>
  cutOffWords({ items: became.map((each) => ({ became: each, params: {} })), done: "authorized" });

describe("what is said of a change whose window has ended", () => {
  for (const [became, text] of [
    ["done", "authorized"],
    ["unchanged", "authorized"],
    ["failed", "it had failed, and was to be tried again"],
    ["inDoubt", "it may have been done"],
    ["notSent", "it was not sent"],
  ] as const) {
    it(`is ${text} of one`, () => assert.equal(words(became), text));
  }

  it("is how many became what of several", () => {
    assert.equal(
      words("done", "notSent", "inDoubt", "done", "failed", "unchanged", "notSent"),
      "2 of 7 authorized, 1 already authorized, 1 failed, 1 in doubt, 2 not sent",
    );
    assert.equal(words("notSent", "notSent"), "0 of 2 authorized, 2 not sent");
    assert.equal(words("done", "done"), "2 of 2 authorized");
  });
});
