import assert from "node:assert/strict";
import { batchResult, type ItemOutcome } from "../../../src/core/batchItem";
import type { Failure } from "../../../src/core/failures/failures";

const group = { profile: "dev", region: "us-west-2", cacheSecurityGroupName: "a" };
const failure: Failure = { kind: "notFound", message: "gone" };
const outcomes = {
  done: { outcome: "done" },
  unchanged: { outcome: "unchanged" },
  failed: { outcome: "failed", failure },
  notStarted: { outcome: "notStarted" },
} as const satisfies Record<string, ItemOutcome>;

describe("the result of a batch", () => {
  for (const [words, cancelled, outcome] of [
    ["done done", false, "done"],
    ["done unchanged", false, "done"],
    ["unchanged unchanged", false, "unchanged"],
    ["done failed unchanged", false, "failed"],
    ["failed notStarted", false, "failed"],
    ["done notStarted", true, "cancelled"],
    ["done failed notStarted", true, "cancelled"],
    // Cancelled too late to stop anything.
    ["done done", true, "done"],
    ["done failed", true, "failed"],
    ["", false, "unchanged"],
  ] as const) {
    it(`is ${outcome} for ${words || "nothing"}${cancelled ? ", cancelled" : ""}`, () => {
      const value = words
        .split(" ")
        .flatMap((word) => (word in outcomes ? [outcomes[word as keyof typeof outcomes]] : []))
        .map((end) => ({ item: group, end }));
      const result = batchResult(value, cancelled);
      assert.equal(result.outcome, outcome);
      assert.deepEqual(
        "value" in result && result.value,
        value.map(({ end }) => ({ ...group, ...end })),
      );
      assert.equal(result.outcome === "failed" ? result.failure : failure, failure);
    });
  }
});
