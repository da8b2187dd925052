import assert from "node:assert/strict";
import { PlanStore } from "../../../src/agents/plan/planStore";

describe("the plans that are kept", () => {
  it("are found until they are taken, and are taken once", () => {
    const plans = new PlanStore<string>(() => 0);
    const { planId } = plans.add("a");
    assert.deepEqual(
      [plans.find(planId), plans.find(planId)],
      [
        { ok: true, value: "a" },
        { ok: true, value: "a" },
      ],
    );
    assert.deepEqual(plans.take(planId), { ok: true, value: "a" });
    for (const again of [plans.take(planId), plans.find(planId)]) {
      assert.ok(!again.ok && again.failure.kind === "invalidParameter" && again.failure.field === "planId");
      assert.match(again.failure.message, /applied already/);
    }
  });

  it("live for a quarter of an hour", () => {
    let now = 1_000;
    const plans = new PlanStore<string>(() => now);
    const { planId, expiresAt } = plans.add("a");
    assert.equal(expiresAt, 901_000);
    now = expiresAt - 1;
    assert.ok(plans.find(planId).ok);
    now = expiresAt;
    const old = plans.take(planId);
    assert.ok(!old.ok);
    assert.match(old.failure.message, /older than 15 minutes/);
  });

  it("are a hundred at most, the newest, each under an id that nobody guesses", () => {
    const plans = new PlanStore<number>(() => 0);
    const ids = Array.from({ length: 101 }, (_, number) => plans.add(number).planId);
    assert.equal(new Set(ids).size, 101);
    assert.ok(ids.every((id) => id.length >= 32));
    assert.ok(!plans.find(ids[0]).ok);
    assert.deepEqual(plans.find(ids[1]), { ok: true, value: 1 });
  });
});
