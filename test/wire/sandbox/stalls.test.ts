import assert from "node:assert/strict";
import { wildcard } from "../../../src/sandbox/ec2/wildcard";
import { leastOf, takesAtMost } from "../../support/cpuTime";
import { sandboxForEach } from "./sandboxUnderTest";

/** Milliseconds of this process's own work. */
function worked(work: () => Promise<unknown>): Promise<number> {
  return leastOf(50, async () => {
    const before = process.cpuUsage();
    await work();
    return process.cpuUsage(before).user / 1_000;
  });
}

describe("what somebody sends to the sandbox", () => {
  const test = sandboxForEach();

  it("is read in one pass: an Authorization header of spaces", async () => {
    for (const header of [
      `AWS4-HMAC-SHA256 Credential=${" ".repeat(15_000)}x`,
      `AWS4-HMAC-SHA256 ${"Credential=".repeat(1_300)}`,
      `AWS4-HMAC-SHA256 ${",".repeat(15_000)}`,
    ]) {
      const took = await worked(() =>
        fetch(test.sandbox.endpoint, {
          method: "POST",
          headers: { authorization: header },
          body: "Action=X",
        }),
      );
      assert.ok(took < 50, `${took}`);
    }
  });

  it("is compared in one pass: a filter of many stars", () => {
    const matches = wildcard(`${"*a".repeat(100)}*b`);
    takesAtMost(50, () => assert.ok(!matches("a".repeat(255))));
  });
});

describe("a filter's value", () => {
  for (const [value, text, is] of [
    ["web", "web", true],
    ["web", "Web", false],
    ["*", "", true],
    ["w*b", "web", true],
    ["w?b", "web", true],
    ["w?b", "wb", false],
    ["*-cache", "a-cache-cache", true],
    ["a*b*c", "aXbYbZc", true],
    ["a*b*c", "aXc", false],
    ["?", "🦜", true],
    ["\\*", "*", true],
    ["\\*", "x", false],
    ["a.c", "abc", false],
    ["**", "abc", true],
    ["a*", "ba", false],
  ] as const) {
    it(`${is ? "stands" : "does not stand"} for ${JSON.stringify(text)} as ${JSON.stringify(value)}`, () => {
      assert.equal(wildcard(value)(text), is);
    });
  }
});
