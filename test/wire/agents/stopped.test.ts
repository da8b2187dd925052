import assert from "node:assert/strict";
import { startAgents } from "../../../src/agents/index";
import { agentServices } from "../../../src/commands/agentServices";
import { CommandWorld } from "../../support/commandWorld";
import { ScriptedUi } from "../../support/scriptedUi";

const grant = {
  ...{ profile: "sandbox-classic", region: "us-west-2", cacheSecurityGroupName: "mygroup" },
  ...{ ec2SecurityGroupName: "default", ec2SecurityGroupOwnerId: "565419523791" },
};

describe("a tool that stops at a fault of ours", () => {
  it("says so, and whether anything may have been changed", async () => {
    const world = await CommandWorld.start();
    try {
      const logged: unknown[] = [];
      const broken = () => Promise.reject(new Error("broken"));
      const agents = startAgents({
        ...agentServices(world.servicesFor(new ScriptedUi())),
        ...{ explain: broken, runChange: broken, now: Date.now },
        log: (line, level) => logged.push([line.split("\n")[0], level]),
      });
      const { signal } = new AbortController();
      const call = async (name: string, input: object) =>
        JSON.parse(await agents.invoke(name, { input, signal }));
      const { planId } = await call("plan_cache_ingress", { operation: "authorize", ...grant });

      assert.deepEqual(await call("explain_cache_reachability", {}), {
        outcome: "failed",
        failure: {
          kind: "unexpected",
          message: "explain_cache_reachability stopped: a fault in the extension. Nothing was changed.",
        },
      });
      assert.deepEqual(await call("apply_cache_ingress_plan", { planId }), {
        outcome: "failed",
        failure: {
          kind: "unexpected",
          message:
            "apply_cache_ingress_plan stopped: a fault in the extension. " +
            "The change may have been made all the same: refresh to see.",
          inDoubt: true,
        },
      });
      assert.deepEqual(logged, [
        ["explain_cache_reachability: Error: broken", "error"],
        ["apply_cache_ingress_plan: Error: broken", "error"],
      ]);
    } finally {
      await world.close();
    }
  });
});
