import assert from "node:assert/strict";
import { checkAccountId, parseAccountId } from "../../../src/core/accountId";

describe("an account number", () => {
  for (const text of [
    "123456781234",
    "1234-5678-1234",
    "1234 5678 1234",
    " 123456781234\n",
    "1234–5678–1234",
  ]) {
    it(`accepts ${JSON.stringify(text)}`, () => {
      assert.deepEqual(parseAccountId(text), { ok: true, value: "123456781234" });
    });
  }

  const refused: readonly (readonly [string, string, RegExp])[] = [
    ["", "empty", /Enter the 12-digit account number/],
    ["--", "empty", /Enter the 12-digit/],
    ["12345678123", "tooShort", /has 12 digits; this has 11 digits/],
    ["1", "tooShort", /this has 1 digit$/],
    ["1234567812345", "tooLong", /this has 13 digits/],
    ["AKIAIOSFODNN7EXAMPLE", "accessKeyId", /access key ID, not an account number/],
    ["ASIAIOSFODNN7EXAMPLE", "accessKeyId", /access key ID/],
    ["abcdefghijkl", "notDigits", /digits only/],
    ["12345678123x", "notDigits", /digits only/],
    ["１２３４５６７８１２３４", "notDigits", /digits only/],
  ];
  for (const [text, problem, message] of refused) {
    it(`refuses ${JSON.stringify(text)} as ${problem}`, () => {
      const parsed = parseAccountId(text);
      assert.ok(!parsed.ok);
      assert.equal(parsed.problem, problem);
      assert.match(parsed.message, message);
    });
  }

  it("is checked as it is typed, with what is wrong in a sentence", () => {
    assert.deepEqual(checkAccountId("1234-5678-1234"), { verdict: "ok" });
    for (const [text, message] of [
      ["", "Enter the 12-digit account number of the EC2 security group's owner"],
      ["12345678123456", "An account number has 12 digits; this has 14 digits"],
      ["1", "An account number has 12 digits; this has 1 digit"],
      ["12345678123x", "An account number has digits only, dashes and spaces aside"],
      ["AKI123456789", "An account number has digits only, dashes and spaces aside"],
      ...["AKIA1234", "asia1234", "ABIA1234", "ACCA1234"].map(
        (key) =>
          [key, "This is an access key ID, not an account number. An account number has 12 digits"] as const,
      ),
    ] as const) {
      assert.deepEqual(checkAccountId(text), { verdict: "error", message }, text);
    }
  });
});
