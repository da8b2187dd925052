import assert from "node:assert/strict";
import { setTimeout as sleep } from "node:timers/promises";
import { authorizeIngress } from "../../../src/commands/authorizeIngress";
import { revokeIngress } from "../../../src/commands/revokeIngress";
import { CommandWorld } from "../../support/commandWorld";
import { ScriptedUi } from "../../support/scriptedUi";

const target = { profile: "sandbox-classic", region: "us-west-2" };
const grant = {
  ...target,
  cacheSecurityGroupName: "MyGroup",
  ec2SecurityGroupName: "default",
  ec2SecurityGroupOwnerId: "565419523791",
};

describe("a cache security group named in another case than it is stored in", () => {
  let world: CommandWorld;
  beforeEach(async () => {
    world = await CommandWorld.start({ settleMs: 100 });
  });
  afterEach(() => world.close());

  it("is followed until the grant is authorized", async () => {
    const ui = new ScriptedUi();
    assert.equal((await world.run(authorizeIngress, grant, ui)).outcome, "done");
    await theEnd(ui);
    assert.match(ui.messages[0]?.text ?? "", /is authorized in MyGroup/);
  });

  it("offers its grants to revoke, and is followed until the one chosen is gone", async () => {
    const first = new ScriptedUi();
    assert.equal((await world.run(authorizeIngress, grant, first)).outcome, "done");
    await theEnd(first);
    const ui = new ScriptedUi({ pick: "default" }, { confirm: true });
    const { ec2SecurityGroupName: _, ec2SecurityGroupOwnerId: __, ...group } = grant;
    assert.equal((await world.run(revokeIngress, group, ui)).outcome, "done");
    ui.assertAllAsked();
    await theEnd(ui);
    assert.deepEqual(world.services.state.groups.find(target, "mygroup")?.grants, []);
  });
});

/** The one notification at the end of a change. */
async function theEnd(ui: ScriptedUi): Promise<void> {
  const deadline = Date.now() + 60_000;
  while (ui.messages.length === 0) {
    assert.ok(Date.now() < deadline, "the change has no end");
    await sleep(20);
  }
}
