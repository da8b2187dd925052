import assert from "node:assert/strict";
import { sinceThen } from "../../../src/agents/plan/sinceThen";
import type { Verdict } from "../../../src/changes/change";
import type { Failure } from "../../../src/core/failures/failures";

const denied: Failure = { kind: "accessDenied", message: "No" };
const missing: Failure = { kind: "notFound", message: "There is no rule. Nothing was changed" };
const toDo: Verdict = { kind: "toDo" };
const so: Verdict = { kind: "alreadySo", why: "There already" };
const gone: Verdict = { kind: "alreadySo", why: "It is not there", missing };
const notKnown: Verdict = { kind: "notKnown", failure: denied };
const impossible: Verdict = { kind: "impossible", failure: denied };
const nobody: Verdict = { kind: "impossible", failure: missing };

/** What becomes of an item: sent, left as it is, or refused with a failure of a kind. */
const cases: readonly (readonly [before: Verdict, now: Verdict, expected: string])[] = [
  [toDo, toDo, "toDo"],
  [toDo, so, "alreadySo"],
  [toDo, gone, "changedSince"],
  [toDo, nobody, "changedSince"],
  [toDo, impossible, "accessDenied"],
  [toDo, notKnown, "accessDenied"],
  [so, so, "alreadySo"],
  [so, toDo, "changed"],
  [notKnown, notKnown, "notKnown"],
  [notKnown, toDo, "toDo"],
  [notKnown, so, "alreadySo"],
  [impossible, impossible, "accessDenied"],
  [impossible, toDo, "changedSince"],
  [impossible, notKnown, "accessDenied"],
];

describe("what a look at a plan finds later", () => {
  for (const [before, now, expected] of cases) {
    it(`makes ${expected} of ${before.kind} and then ${now.kind}`, () => {
      const { verdict } = sinceThen(before, { item: {}, verdict: now });
      const found =
        verdict.kind === "impossible"
          ? verdict.failure.kind
          : verdict.kind === "toDo" && verdict.changed !== undefined
            ? "changed"
            : verdict.kind;
      assert.equal(found, expected);
    });
  }
});
