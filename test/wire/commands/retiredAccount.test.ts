import assert from "node:assert/strict";
import { authorizeIngress } from "../../../src/commands/authorizeIngress";
import { CommandWorld } from "../../support/commandWorld";
import { ScriptedUi } from "../../support/scriptedUi";

const target = { profile: "sandbox-vpc", region: "us-west-2" };

describe("Authorize Ingress in an account without cache security groups", () => {
  let world: CommandWorld;
  beforeEach(async () => {
    world = await CommandWorld.start();
  });
  afterEach(() => world.close());

  it("leads to its VPC groups, and offers no group that cannot be made", async () => {
    const ui = new ScriptedUi({ pick: "Authorize VPC Ingress…" }, "escape");
    assert.equal((await world.run(authorizeIngress, target, ui)).outcome, "cancelled");
    ui.assertAllAsked();
    const [list, next] = ui.asked;
    assert.ok(!list?.labels.some((label) => /New cache security group/.test(label)), list?.labels.join());
    assert.match(next?.title ?? "", /Authorize VPC Ingress/);
    assert.deepEqual(world.changes(), []);
  });

  it("asks as before in one that has them", async () => {
    const ui = new ScriptedUi("escape");
    await world.run(authorizeIngress, { ...target, profile: "sandbox-classic" }, ui);
    assert.ok(ui.asked[0]?.labels.some((label) => /New cache security group/.test(label)));
    assert.ok(!ui.asked[0]?.labels.some((label) => /VPC Ingress/.test(label)));
  });
});
