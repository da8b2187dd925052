import assert from "node:assert/strict";
import { explain } from "../../../../src/core/reach/explain";
import { stepKinds } from "../../../../src/core/reach/explanation";
import { actions, type ListName, type Snapshot } from "../../../../src/core/reach/snapshot";
import { recordedCases } from "./networks/recorded";

function without(network: Snapshot, list: ListName): Snapshot {
  const { [list]: _, ...rest } = network;
  return rest;
}

describe("the recorded networks", () => {
  for (const { network, title, question, verdict, decidedBy } of recordedCases) {
    it(`${title} is ${verdict}`, () => {
      const { verdict: answer, steps } = explain(network, question);
      assert.equal(answer, verdict, JSON.stringify(steps, undefined, 2));
      if (verdict === "blocked") {
        const first = steps.find((step) => step.verdict === "blocks");
        assert.deepEqual([first?.kind, first?.resource], decidedBy);
      } else if (decidedBy) {
        assert.ok(steps.some(({ kind, resource }) => kind === decidedBy[0] && resource === decidedBy[1]));
      }
    });

    it(`${title} is told in the order of the way, each step in a sentence`, () => {
      const { steps } = explain(network, question);
      const order = steps.map(({ kind }) => stepKinds.indexOf(kind));
      assert.deepEqual(
        order,
        [...order].sort((a, b) => a - b),
      );
      for (const { text, resource } of steps) {
        assert.match(text, /^\S.*\.$/);
        assert.notEqual(resource, "");
      }
    });
  }
});

describe("the recorded networks, with one kind of object refused", () => {
  for (const { network, title, question, verdict, met } of recordedCases) {
    for (const list of Object.keys(actions).filter((name): name is ListName => name in network)) {
      const { verdict: answer, steps } = explain(without(network, list), question);
      if (!met.includes(list)) {
        it(`${title} is still ${verdict} without ${list}, which the way does not meet`, () => {
          assert.equal(answer, verdict);
        });
      } else if (verdict === "reachable") {
        it(`${title} is not known without ${list}, and ${actions[list]} is named`, () => {
          assert.equal(answer, "unknown");
          assert.ok(steps.some((step) => step.verdict === "unknown" && step.action === actions[list]));
        });
      } else {
        it(`${title} is blocked still without ${list}, or not known`, () => {
          assert.notEqual(answer, "reachable");
          const isElsewhere = steps.some((step) => step.verdict === "blocks");
          assert.equal(answer, isElsewhere ? "blocked" : "unknown");
        });
      }
    }
  }
});
