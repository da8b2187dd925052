import assert from "node:assert/strict";
import { firstFailure, those } from "../../../src/core/changes/end";
import { cancelled, done, failedResult, unchanged } from "../../../src/core/commandResult";
import { commandTitle } from "../../../src/core/commandTitle";
import { asItLooks } from "../../../src/core/lookAlikes";
import { pauseBeforeLook } from "../../../src/core/pauses";
import { atOnce, inTurns, type Pieces } from "../../../src/core/pieces";
import { count } from "../../../src/core/plural";
import { anyOf } from "../../../src/core/threeValued";

describe("an answer of several answers", () => {
  for (const [answers, one] of [
    [[], "no"],
    [["no", "no"], "no"],
    [["no", "notKnown"], "notKnown"],
    [["notKnown", "yes", "no"], "yes"],
  ] as const) {
    it(`is ${one} of ${answers.join(", ") || "none"}`, () => assert.equal(anyOf(answers), one));
  }
});

describe("a number with its word", () => {
  it("has one, or several, none among them", () => {
    assert.deepEqual(
      [0, 1, 2].map((number) => count(number, "rule")),
      ["0 rules", "1 rule", "2 rules"],
    );
    assert.equal(
      count(2, "cache security group's", "of cache security groups"),
      "2 of cache security groups",
    );
  });
});

describe("the pauses between looks", () => {
  it("grow by half, up to ten seconds", () => {
    assert.deepEqual([0, 1, 2].map(pauseBeforeLook), [700, 1050, 1575]);
    assert.ok(pauseBeforeLook(6) < 10_000);
    assert.deepEqual([7, 8, 1000].map(pauseBeforeLook), [10_000, 10_000, 10_000]);
  });
});

describe("a command's title", () => {
  for (const [id, title] of [
    ["authorizeIngress", "Authorize Ingress"],
    ["authorizeVpcIngress", "Authorize VPC Ingress"],
    ["copyAsCli", "Copy as AWS CLI"],
    ["copyArn", "Copy ARN"],
    ["openInAwsConsole", "Open In AWS Console"],
    ["find", "Find"],
    ["toString", "To String"],
  ] as const) {
    it(`is ${title} of ${id}`, () => assert.equal(commandTitle(id), title));
  }
});

describe("what a command resolves to", () => {
  it("has a value where there is one", () => {
    assert.deepEqual([done(), done(0)], [{ outcome: "done" }, { outcome: "done", value: 0 }]);
    assert.deepEqual(
      [unchanged(), unchanged("")],
      [{ outcome: "unchanged" }, { outcome: "unchanged", value: "" }],
    );
  });

  it("is cancelled, and no failure, where somebody has cancelled", () => {
    assert.equal(failedResult({ kind: "cancelled", message: "" }), cancelled);
    const failure = { kind: "quota", message: "No" } as const;
    assert.deepEqual(failedResult(failure), { outcome: "failed", failure });
  });
});

describe("what became of several", () => {
  const failure = (message: string) => ({ kind: "quota", message }) as const;
  const ended = [
    { item: 1, end: { outcome: "done" } },
    { item: 2, end: { outcome: "failed", failure: failure("first") } },
    { item: 3, end: { outcome: "done" } },
    { item: 4, end: { outcome: "failed", failure: failure("second") } },
  ] as const;

  it("is told by how they ended, in their order", () => {
    assert.deepEqual(those(ended, "done"), [1, 3]);
    assert.deepEqual(those(ended, "notStarted"), []);
    assert.deepEqual(firstFailure(ended), failure("first"));
    assert.equal(firstFailure(ended.slice(0, 1)), undefined);
  });
});

describe("work that can pause", () => {
  function* counting(to: number): Pieces<number> {
    let sum = 0;
    for (let each = 1; each <= to; each++) {
      sum += each;
      yield;
    }
    return sum;
  }

  it("comes to the same at once and in turns", async () => {
    assert.equal(atOnce(counting(10)), 55);
    assert.equal(await inTurns(counting(10)), 55);
    assert.equal(atOnce(counting(0)), 0);
  });

  it("leaves others their turns", async () => {
    let turns = 0;
    const others = setInterval(() => turns++, 0);
    const end = performance.now() + 5_000;
    function* long(): Pieces<number> {
      while (turns === 0 && performance.now() < end) {
        yield;
      }
      return turns;
    }
    const during = await inTurns(long());
    clearInterval(others);
    assert.ok(during > 0, `${during}`);
  });
});

describe("letters that look alike", () => {
  for (const [text, looks] of [
    ["prod", "prod"],
    ["ргоԁ", "prod"],
    ["οmega", "omega"],
    ["ᴘᴏᴅ", "pod"],
    ["a‑b–c—d−e", "a-b-c-d-e"],
    ["∗", "*"],
    ["ß", "ß"],
  ] as const) {
    it(`are the same: ${text}`, () => assert.equal(asItLooks(text), looks));
  }
});
