import assert from "node:assert/strict";
import { planResult } from "../../../../src/core/changes/rulePlanResult";
import { cacheOf, ruleFrom } from "../../../support/caches";

const grant = { ec2SecurityGroupName: "web", ec2SecurityGroupOwnerId: "111122223333" };
const item = { grant };
const failure = { kind: "quota", message: "There is no room" } as const;

describe("what became of a plan", () => {
  it("names the rules that were made and that were there, and why others were not", () => {
    const [made, there] = [ruleFrom("10.0.0.0/8"), ruleFrom("10.2.0.0/16")];
    const { impossible, ...result } = planResult(
      [
        { item, end: { outcome: "done", made: { item, answer: [made] } } },
        { item, end: { outcome: "done" } },
        { item, end: { outcome: "unchanged", answer: [there] } },
        { item, end: { outcome: "unchanged" } },
        { item, end: { outcome: "failed", failure } },
        { item, end: { outcome: "notStarted" } },
        { item, end: { outcome: "notStarted" } },
      ],
      [{ grant, cache: cacheOf("shop"), reason: "It is public" }],
    );
    assert.deepEqual(
      [result.made, result.unchanged].map((rules) => rules.map(({ SecurityGroupRuleId: id }) => id)),
      [[made.id], [there.id]],
    );
    assert.deepEqual([result.failed, result.notStarted], [[{ ec2SecurityGroupName: "web", failure }], 2]);
    assert.deepEqual(impossible, [{ ...grant, cacheId: "shop", reason: "It is public" }]);
  });
});
