import assert from "node:assert/strict";
import { resultOf } from "../../../src/changes/result";
import type { ItemEnd } from "../../../src/core/changes/end";
import type { Failure } from "../../../src/core/failures/failures";

const group = { profile: "dev", region: "us-west-2", cacheSecurityGroupName: "a" };
const failure: Failure = { kind: "notFound", message: "gone" };
const outcomes = {
  done: { outcome: "done" },
  unchanged: { outcome: "unchanged" },
  failed: { outcome: "failed", failure },
  notStarted: { outcome: "notStarted" },
} as const satisfies Record<string, ItemEnd<unknown, unknown>>;

const named = {
  value: (_: typeof group, answer: unknown) => answer,
  fields: (item: typeof group) => item,
};

describe("the result of many", () => {
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
      const result = resultOf(named, value, { many: true }, cancelled);
      assert.equal(result.outcome, outcome);
      assert.deepEqual(
        "value" in result && result.value,
        value.map(({ end }) => ({ ...group, ...end })),
      );
      assert.equal(result.outcome === "failed" ? result.failure : failure, failure);
    });
  }
});

describe("when something ends", () => {
  const expiry = { at: "2026-11-27T13:00:00.000Z", by: "sweep" } as const;
  const ending = {
    ...named,
    expiry: (_: typeof group, answer: unknown) => (answer === "with an end" ? expiry : undefined),
  };
  const made = (answer: string): ItemEnd<typeof group, unknown> => ({
    outcome: "done",
    made: { item: group, answer },
  });

  it("is said of each of many that was made with an end", () => {
    const ends = [
      made("with an end"),
      made("without"),
      outcomes.done,
      outcomes.unchanged,
      outcomes.notStarted,
    ];
    const ended = ends.map((end) => ({ item: group, end }));
    const result = resultOf(ending, ended, { many: true }, false);
    assert.deepEqual("value" in result && result.value, [
      { ...group, outcome: "done", expiry },
      ...["done", "done", "unchanged", "notStarted"].map((outcome) => ({ ...group, outcome })),
    ]);
  });

  it("is said of one beside its answer", () => {
    const one = (answer: string) => resultOf(ending, [{ item: group, end: made(answer) }], {}, false);
    assert.deepEqual(one("with an end"), { outcome: "done", value: "with an end", expiry });
    assert.deepEqual(one("without"), { outcome: "done", value: "without" });
  });
});

describe("the result of one", () => {
  const one = (end: ItemEnd<typeof group, unknown>) => resultOf(named, [{ item: group, end }], {}, false);

  it("is what it was answered with, made or there already", () => {
    assert.deepEqual(one({ outcome: "done", made: { item: group, answer: 7 } }), {
      outcome: "done",
      value: 7,
    });
    assert.deepEqual(one({ outcome: "unchanged", answer: 7 }), { outcome: "unchanged", value: 7 });
  });

  it("has no value where nobody knows the answer", () => {
    assert.deepEqual(one({ outcome: "done" }), { outcome: "done" });
    assert.deepEqual(one({ outcome: "unchanged" }), { outcome: "unchanged" });
  });

  it("is the failure, or that nothing was started", () => {
    assert.deepEqual(one({ outcome: "failed", failure }), { outcome: "failed", failure });
    assert.deepEqual(one({ outcome: "notStarted" }), { outcome: "cancelled" });
  });
});
